import { html, useState } from '../ui.js';
import { whole } from '../state/format.js';
import { t } from '../state/texts.js';
import { useTick } from '../state/tick.js';
import { PANELS } from './registry.js';

const PAGE_ROWS = 100;

/** The table beside a picture: the same numbers, with the same totals. @param {{ id: string }} props */
export function Twin({ id }) {
  useTick(1000);
  const [page, setPage] = useState(0);
  const { columns, rows, total } = PANELS[id].table();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const here = Math.min(page, pages - 1);
  const text = (/** @type {string | number} */ value) => (typeof value === 'number' ? whole(value) : value);
  const cells = (/** @type {(string | number)[]} */ row) => row.map((value, i) => html`<td class=${columns[i].numeric ? 'n' : ''}>${text(value)}</td>`);
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${t('panel.table.of', t(PANELS[id].title))}>
      <table class="twin">
        <thead><tr>${columns.map(one => html`<th scope="col" class=${one.numeric ? 'n' : ''}>${one.label}</th>`)}</tr></thead>
        <tbody>${rows.slice(here * PAGE_ROWS, (here + 1) * PAGE_ROWS).map(row => html`<tr>${cells(row)}</tr>`)}</tbody>
        ${total && html`<tfoot><tr>${cells(total)}</tr></tfoot>`}
      </table>
    </div>
    ${pages > 1 && html`<div class="pages">
      <button disabled=${here === 0} onClick=${() => setPage(here - 1)}>${t('pages.before')}</button>
      <span>${t('pages.here', here * PAGE_ROWS + 1, Math.min(rows.length, (here + 1) * PAGE_ROWS), whole(rows.length))}</span>
      <button disabled=${here === pages - 1} onClick=${() => setPage(here + 1)}>${t('pages.next')}</button>
    </div>`}`;
}
