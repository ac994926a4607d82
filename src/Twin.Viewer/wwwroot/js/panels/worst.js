import { html, useState } from '../ui.js';
import { amount, clock } from '../state/format.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { jamMeasure, tierOf } from '../state/tiers.js';
import { select, view } from '../state/view.js';
import { shape } from '../shell/icons.js';
import { why } from './why.js';

const TEN = 10;

/** The ten worst sites now, and why; and where it began. */
export function Worst() {
  const selection = useStore(view, v => v.selection);
  const { layout, run } = session.get();
  const { live, history } = current;
  const jam = live && jamMeasure(live);
  if (!layout || !live || !history || !jam || !run) return null;
  const waits = live.tables[jam.index];
  const rows = [...waits.keys()].filter(row => waits[row] > 0).sort((a, b) => waits[b] - waits[a]).slice(0, TEN);
  return html`
    <div class="worst">
      <h3><span>${t('worst.title')}</span> <${First} jam=${jam} history=${history} layout=${layout} run=${run} /></h3>
      ${rows.length === 0 && html`<p class="pad muted">${t('worst.none')}</p>`}
      <ol>${rows.map(row => {
        const code = layout.levels.site.code[row];
        const tier = tierOf(live, row);
        return html`<li><button aria-current=${selection?.code === code ? 'true' : undefined} onClick=${() => select('site', code)}>
          <span class="tier" title=${t(`tier.${tier.key}.short`)}>${shape(tier.shape)}<span class="hidden-text">${t(`tier.${tier.key}.short`)}</span></span>
          <span class="mono">${code}</span>
          <strong class=${tier.attention ? 'attention' : ''}>${amount(jam, waits[row])}</strong>
          <span>${why(live, layout, row)}</span></button></li>`;
      })}</ol>
    </div>`;
}

/** Goes to where a wait of so many minutes was first seen. @param {any} props */
function First({ jam, history, layout, run }) {
  const [minutes, setMinutes] = useState(Math.round((jam.red ?? 1800) / 60));
  let [site, at] = [-1, Infinity];
  history.wait.forEach((/** @type {number[]} */ list, /** @type {number} */ i) => {
    const when = list.findIndex(value => value >= minutes * 60);
    if (when >= 0 && when < at) [site, at] = [i, when];
  });
  const code = layout.levels.site.code[site];
  return html`<label class="row"><span>${t('worst.first')}</span> <select value=${minutes} onChange=${(/** @type {any} */ e) => setMinutes(Number(e.target.value))}>
      ${[10, 15, 25, 30, 50, 60].map(one => html`<option value=${one} selected=${one === minutes}>${t('unit.minutes', one)}</option>`)}</select>
    ${site < 0 ? html`<span>${t('worst.never')}</span>` : html`<button class="link" onClick=${() => select('site', code)}>${clock(run, at * 60e3)} ${code}</button>`}</label>`;
}
