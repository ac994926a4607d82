import { html, useEffect, useRef } from '../ui.js';
import { amount, percent, stateName, unitName } from '../state/format.js';
import { STEPS } from '../map/scale.js';
import { current } from '../state/open.js';
import { say, t } from '../state/texts.js';
import { TIERS, jamMeasure } from '../state/tiers.js';
import { shape } from '../shell/icons.js';

/** What the colours and shapes of the map mean, with units. @param {{ measure: any, scale: Scale | null }} props */
export function Legend({ measure, scale }) {
  const strip = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => {
    const ctx = strip.current?.getContext('2d');
    if (!ctx || !scale) return;
    scale.colours.forEach((one, i) => {
      ctx.fillStyle = one;
      ctx.fillRect(i * 10, 0, 10, 12);
    });
  }, [scale, measure]);
  if (!measure || !scale) return null;
  const end = scale.share ? percent(scale.top, scale.top < 0.1 ? 1 : 0) : amount(measure, scale.top);
  // A scale that follows its values has some beyond its end.
  const open = scale.top !== 1 && !scale.states;
  const of = measure.of ? t('legend.of', t(`of.${measure.of}`)) : unitName(measure.unit);
  return html`
    <div class="legend">
      <div><span class="title">${say(measure)}</span> <span class="muted">${measure.unit === 'state' ? '' : of}</span></div>
      ${scale.states ? html`<div class="states">${measure.states.map((/** @type {any} */ _, /** @type {number} */ i) => html`<span>
          <i class="swatch" style=${{ background: scale.colours[Math.round((i / Math.max(1, measure.states.length - 1)) * (STEPS - 1))] }}></i>${stateName(measure, i)}</span>`)}</div>`
        : html`<div class="strip"><span>0</span><canvas ref=${strip} width=${STEPS * 10} height="12" role="img" aria-label=${t('legend.scale', '0', end)}></canvas><span>${end}${open ? '+' : ''}</span></div>`}
      <${Tiers} />
    </div>`;
}

function Tiers() {
  const jam = current.live && jamMeasure(current.live);
  if (!jam) return null;
  const limits = { amber: amount(jam, jam.amber ?? 0), red: amount(jam, jam.red ?? 0) };
  return html`<div class="tiers" aria-label=${t('legend.sites')}>
    ${Object.values(TIERS).reverse().map(tier => html`<span class="tier">${shape(tier.shape)}${t(`tier.${tier.key}`, /** @type {any} */ (limits)[tier.key] ?? '')}</span>`)}
  </div>`;
}
