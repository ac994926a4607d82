import { countOf } from '../state/layout.js';

/**
 * Where each organisation lies along the row: micro-grids side by side in the order of the hierarchy, everything above as wide as what
 * it holds. Rows of the server need not be in that order.
 * @typedef {Record<string, { from: Float64Array, to: Float64Array }>} Spans in micro-grids
 */

/** @type {WeakMap<object, Spans>} */
const known = new WeakMap();

/** @param {Layout} layout @returns {Spans} */
export function tree(layout) {
  let spans = known.get(layout);
  if (!spans) {
    spans = build(layout);
    known.set(layout, spans);
  }
  return spans;
}

/**
 * Where an arrow leads from an organisation: along its level, up to what holds it, down to the first that it holds. Levels that have
 * nothing there (compounds in the country) are passed over.
 * @param {Layout} layout
 * @param {string[]} levels from the top
 * @param {{ level: string, row: number }} from
 * @param {string} key
 * @returns {{ level: string, row: number }}
 */
export function walk(layout, levels, from, key) {
  const spans = tree(layout);
  const here = spans[from.level];
  const by = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const order = [...here.from.keys()].filter(row => Number.isFinite(here.from[row])).sort((a, b) => here.from[a] - here.from[b]);
    return { level: from.level, row: order[order.indexOf(from.row) + by] ?? from.row };
  }
  for (let i = levels.indexOf(from.level) + by; i >= 0 && i < levels.length; i += by) {
    const { from: starts, to } = spans[levels[i]];
    const place = here.from[from.row];
    const row = starts.findIndex((start, one) => start <= place && place < to[one]);
    if (row >= 0) return { level: levels[i], row };
  }
  return from;
}

/** @param {Layout} layout @returns {Spans} */
function build(layout) {
  const { microGrid, baseGrid, community } = layout.levels;
  const count = countOf(layout, 'microGrid');
  const path = (/** @type {number} */ i) => {
    const b = microGrid.baseGrid[i];
    const c = baseGrid.community[b];
    return [community.street[c], c, baseGrid.compound[b], b, i];
  };
  const paths = Array.from({ length: count }, (_, i) => path(i));
  const order = [...paths.keys()].sort((p, q) => {
    const at = paths[p].findIndex((one, k) => one !== paths[q][k]);
    return at < 0 ? 0 : paths[p][at] - paths[q][at];
  });
  /** @type {Spans} */
  const spans = {};
  const levels = ['street', 'community', 'compound', 'baseGrid', 'partyGroup'];
  for (const level of levels) {
    const rows = countOf(layout, level);
    spans[level] = { from: new Float64Array(rows).fill(Infinity), to: new Float64Array(rows).fill(-Infinity) };
  }
  order.forEach((i, place) => {
    levels.forEach((level, k) => {
      const row = paths[i][k];
      if (row < 0) return;
      const { from, to } = spans[level];
      from[row] = Math.min(from[row], place);
      to[row] = Math.max(to[row], place + 1);
    });
  });
  spans.district = { from: Float64Array.of(0), to: Float64Array.of(count) };
  return spans;
}
