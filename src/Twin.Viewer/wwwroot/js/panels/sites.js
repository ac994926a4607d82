import { html } from '../ui.js';
import { amount, stateName } from '../state/format.js';
import { capacities, nameOf } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { say, t } from '../state/texts.js';
import { jamMeasure, tierOf } from '../state/tiers.js';
import { useTick } from '../state/tick.js';
import { select, view } from '../state/view.js';
import { shape } from '../shell/icons.js';
import { useWindow } from './window.js';

/** Columns in this order when the run measures them; whatever else it measures follows. */
const FIRST = ['expectedWait', 'waiting', 'samplersBusy', 'desksBusy', 'tested'];

function columns() {
  const all = session.get().measures.filter(one => one.level === 'site');
  const place = (/** @type {string} */ key) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  return [...all].sort((a, b) => place(a.key) - place(b.key) || a.index - b.index);
}

/** Busy staff is judged as a share of who is on duty now. @param {Measure} measure @param {number} row */
function capacityOf(measure, row) {
  const { layout } = session.get();
  const { live } = current;
  if (!layout || !live) return undefined;
  const duty = measure.key.endsWith('Busy') ? live.value(measure.key.replace('Busy', 'OnDuty'), 'site', row) : undefined;
  return duty ?? capacities(layout, measure)?.[row];
}

function sorted() {
  const { layout } = session.get();
  const { live } = current;
  if (!layout || !live) return [];
  const { siteSort } = view.get();
  const down = siteSort.startsWith('-');
  const key = siteSort.replace(/^-/, '');
  const rows = [...layout.levels.site.code.keys()];
  const table = live.table(key, 'site');
  const measure = session.get().measures.find(one => one.key === key && one.level === 'site');
  const rank = (/** @type {number} */ row) => {
    if (key === 'tier') return tierOf(live, row).rank;
    if (!table || !measure) return row;
    return key.endsWith('Busy') ? table[row] / Math.max(1, capacityOf(measure, row) ?? 1) : table[row];
  };
  return rows.sort((a, b) => (down ? rank(b) - rank(a) : rank(a) - rank(b)) || a - b);
}

function Body() {
  useTick(1000);
  const { scroll, look, visible } = useWindow('.row-of');
  const sort = useStore(view, v => v.siteSort);
  const selection = useStore(view, v => v.selection);
  const { layout } = session.get();
  const { live } = current;
  if (!layout || !live) return null;
  const shown = columns();
  const jam = jamMeasure(live);
  const rows = sorted();
  const { first, last, height } = visible(rows.length);
  const wide = shown.length + 2;
  const head = (/** @type {string} */ key, /** @type {string} */ text, numeric = true) => {
    const on = sort.replace(/^-/, '') === key;
    const down = sort.startsWith('-');
    return html`<th scope="col" class=${numeric ? 'n' : ''} aria-sort=${on ? (down ? 'descending' : 'ascending') : undefined}>
      <button title=${text} onClick=${() => view.set({ siteSort: on && down ? key : `-${key}` })}><span>${text}${on ? (down ? ' ↓' : ' ↑') : ''}</span></button></th>`;
  };
  return html`
    <div class="scroll" ref=${scroll} onScroll=${look} tabindex="0" role="group" aria-label=${t('panel.sites')}>
      <table class="sites-table" aria-rowcount=${rows.length + 1}>
        <thead><tr>${head('code', t('level.site'), false)}${head('tier', t('sites.tier'), false)}${shown.map(one => head(one.key, say(one), one.unit !== 'state'))}</tr></thead>
        <tbody>${first > 0 && html`<tr key="above" class="gap" aria-hidden="true"><td colspan=${wide} style=${{ height: `${first * height}px` }}></td></tr>`}${rows.slice(first, last).map((row, i) => {
          const code = layout.levels.site.code[row];
          const tier = tierOf(live, row);
          return html`<tr key=${code} class="row-of" aria-rowindex=${first + i + 2} aria-selected=${String(selection?.code === code)} onClick=${() => select('site', code)}>
            <td><button class="link mono" title=${nameOf(layout, 'community', layout.levels.site.community[row], view.get().lang)}>${code}</button></td>
            <td><span class="tier">${shape(tier.shape)}${t(`tier.${tier.key}.short`)}</span></td>
            ${shown.map(one => html`<td class=${one.unit === 'state' ? '' : 'n'}>${cell(one, row, one === jam && tier.attention)}</td>`)}
          </tr>`;
        })}${last < rows.length && html`<tr key="below" class="gap" aria-hidden="true"><td colspan=${wide} style=${{ height: `${(rows.length - last) * height}px` }}></td></tr>`}</tbody>
      </table>
    </div>`;
}

/** @param {Measure} measure @param {number} row @param {boolean} attention */
function cell(measure, row, attention) {
  const value = current.live?.tables[measure.index][row] ?? 0;
  if (measure.unit === 'state') return stateName(measure, value);
  const of = measure.key === 'expectedWait' ? 2 * (measure.red ?? 1800) : capacityOf(measure, row);
  const text = amount(measure, value);
  if (!of) return text;
  return html`<span class="bar-cell ${attention ? 'attention' : ''}"><i><b style=${{ width: `${Math.min(100, (100 * value) / of)}%` }}></b></i>${measure.unit === 'staff' ? `${text}/${of}` : text}</span>`;
}

/** @returns {Table} */
function table() {
  const { layout } = session.get();
  const { live } = current;
  if (!layout || !live) return { columns: [], rows: [] };
  const shown = columns();
  const plain = (/** @type {any} */ one, /** @type {number} */ row) => (one.unit === 'state' ? stateName(one, live.tables[one.index][row]) : live.tables[one.index][row]);
  return {
    columns: [{ label: t('level.site') }, { label: t('level.community') }, { label: t('sites.tier') }, ...shown.map(one => ({ label: one.unit === 'seconds' ? `${say(one)} (s)` : say(one), numeric: one.unit !== 'state' }))],
    rows: sorted().map(row => [layout.levels.site.code[row], layout.levels.community.code[layout.levels.site.community[row]], t(`tier.${tierOf(live, row).key}.short`), ...shown.map(one => plain(one, row))]),
    total: [t('total'), '', '', ...shown.map(one => (one.unit === 'state' || one.unit === 'seconds' ? '' : live.tables[one.index].reduce((a, b) => a + b, 0)))],
    filters: `${t('heat.sort')}: ${view.get().siteSort}`,
  };
}

export const SitesPanel = { title: 'panel.sites', picture: false, Body, table };
