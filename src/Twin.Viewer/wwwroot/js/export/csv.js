import { t } from '../state/texts.js';
import { PANELS } from '../panels/registry.js';
import { about, download } from './about.js';

/** @param {string | number} value */
const cell = value => (/[",\n\r]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** @param {string} id of a panel */
export function csvOf(id) {
  const panel = PANELS[id];
  const { columns, rows, total, filters } = panel.table();
  const said = about(t(panel.title));
  const lines = [
    [`# ${said.title}`, said.time, said.line, ...(filters ? [filters] : [])],
    columns.map(one => one.label),
    ...rows,
    ...(total ? [total] : []),
  ];
  // The byte order mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** @param {string} id */
export function saveCsv(id) {
  download(new Blob([csvOf(id)], { type: 'text/csv;charset=utf-8' }), `${about('').file}-${id}.csv`);
}
