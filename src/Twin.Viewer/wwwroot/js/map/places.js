import { lineage } from '../state/layout.js';
import { boxOf } from './outlines.js';

/**
 * What is at a pixel: a site, a household, a micro-grid, or nothing.
 * @param {MapRenderer} map @param {number} px @param {number} py
 */
export function pick(map, px, py) {
  const { layout, cells, camera } = map;
  if (!layout || !cells) return null;
  const [x, y] = camera.place(px, py);
  if (map.options.marks) {
    const { site } = layout.levels;
    let best = -1;
    let least = 10;
    for (let i = 0; i < site.code.length; i++) {
      const d = Math.hypot(camera.left(site.x[i]) - px, camera.top(site.y[i]) - py);
      if (d < least) [best, least] = [i, d];
    }
    if (best >= 0) return { kind: 'site', row: best, code: site.code[best] };
  }
  const row = cells.at(x, y);
  if (row < 0) return null;
  const code = layout.levels.microGrid.code[row];
  if (map.dots && map.showsDots && camera.k > 0.6) {
    const h = map.dots.near(row, x, y, 7 / camera.k);
    const number = h - layout.levels.microGrid.firstHousehold[row] + 1;
    if (h >= 0) return { kind: 'household', row, code: `${code}-H${String(number).padStart(3, '0')}` };
  }
  return { kind: 'microGrid', row, code };
}

/**
 * Where something is, as a box in metres; null for what has no place.
 * @param {Layout} layout @param {Cells} cells @param {string} kind @param {string} code
 */
export function boxFor(layout, cells, kind, code) {
  const line = lineage(layout, kind, code);
  if (kind === 'street' || kind === 'community') {
    const row = line[kind];
    return row === undefined ? null : boxOf(layout.levels[kind].ring[row]);
  }
  if (kind === 'site') {
    const { x, y } = layout.levels.site;
    return around(x[line.site], y[line.site], 500);
  }
  const owned = kind === 'baseGrid' ? (/** @type {number} */ i) => layout.levels.microGrid.baseGrid[i] === line.baseGrid
    : kind === 'compound' ? (/** @type {number} */ i) => layout.levels.baseGrid.compound[layout.levels.microGrid.baseGrid[i]] === line.compound
      : (/** @type {number} */ i) => i === line.microGrid;
  const boxes = [];
  for (let i = 0; i < cells.count; i++) {
    if (!owned(i)) continue;
    const [w, s, e, n] = cells.boxes.subarray(4 * i, 4 * i + 4);
    boxes.push([w, s, e, n]);
  }
  return boxes.length === 0 ? null : boxOf(boxes);
}

/** @param {number} x @param {number} y @param {number} reach @returns {[number, number, number, number]} */
const around = (x, y, reach) => [x - reach, y - reach, x + reach, y + reach];
