import { html } from '../ui.js';
import { amount, percent } from '../state/format.js';
import { capacities } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { known, say, t } from '../state/texts.js';
import { jamMeasure } from '../state/tiers.js';
import { useTick } from '../state/tick.js';
import { select } from '../state/view.js';

/** The district in one line: every measure of the district, then the sites that ask for attention. */
export function Kpis() {
  useTick(500);
  const { layout } = session.get();
  const { live } = current;
  if (!layout || !live) return null;
  // What asks for attention takes no room while there is none of it.
  const district = live.measures.filter(one => one.level === 'district' && one.unit !== 'state' && (!one.attention || live.tables[one.index][0] > 0));
  const [first, ...rest] = district;
  rest.sort((a, b) => Number(b.attention ?? false) - Number(a.attention ?? false));
  // What finds no room on a narrow screen is what comes last.
  return html`<dl class="kpis">
    ${first && html`<${One} measure=${first} live=${live} layout=${layout} />`}
    <${Jam} live=${live} layout=${layout} />
    ${rest.map(measure => html`<${One} key=${measure.index} measure=${measure} live=${live} layout=${layout} />`)}
  </dl>`;
}

/** @param {{ measure: Measure, live: Live, layout: Layout }} props */
function One({ measure, live, layout }) {
  const value = live.tables[measure.index][0];
  const of = capacities(layout, measure)?.[0];
  return html`<div class="kpi"><dt title=${say(measure)}>${known(`kpi.${measure.key}`) ? t(`kpi.${measure.key}`) : say(measure)}</dt><dd>${amount(measure, value)}${of ? html`<small>${percent(value / of)}</small>` : ''}</dd></div>`;
}

/** @param {{ live: Live, layout: Layout }} props */
function Jam({ live, layout }) {
  const jam = jamMeasure(live);
  if (!jam) return null;
  const table = live.tables[jam.index];
  let red = 0;
  let worst = 0;
  for (let row = 0; row < table.length; row++) {
    if (table[row] >= (jam.red ?? Infinity)) red++;
    if (table[row] > table[worst]) worst = row;
  }
  const code = layout.levels.site.code[worst];
  return html`
    <div class="kpi"><dt>${t('kpi.jammed')}</dt><dd class=${red > 0 ? 'attention' : ''}>${red}<small>${t('kpi.of', table.length)}</small></dd></div>
    <div class="kpi"><dt>${t('kpi.worst')}</dt><dd>${table[worst] > 0
      ? html`<button class="link" onClick=${() => select('site', code)}>${amount(jam, table[worst])}</button><small>${code}</small>` : '–'}</dd></div>`;
}
