import { baseSize, colour, font } from '../state/theme.js';
import { lineage } from '../state/layout.js';
import { ramp } from '../map/scale.js';
import { t } from '../state/texts.js';
import { tree } from './cascade-tree.js';

/** @typedef {{ measure: Measure, level: string }} Level */

/** @param {number} state @param {number} last */
export function stateColour(state, last) {
  const colours = ramp(false);
  return colours[Math.round((state / Math.max(1, last)) * (colours.length - 1))];
}

/** @param {HTMLCanvasElement} canvas @param {number} levels */
function frame(canvas, levels) {
  const unit = baseSize();
  const left = unit * 6;
  const right = unit * 5.8;
  const { clientWidth: width, clientHeight: height } = canvas;
  return { left, width: width - left - right, rowHeight: (height - unit * 0.6) / levels, total: width, height };
}

/**
 * Rows from the district to the party groups, each as wide as what it holds, coloured by the stage of the order.
 * @param {HTMLCanvasElement} canvas
 * @param {Layout} layout
 * @param {Live} live
 * @param {Level[]} levels
 * @param {{ kind: string, code: string } | null} selection
 * @param {{ level: string, row: number } | null} cursor where the keyboard is
 */
export function drawCascade(canvas, layout, live, levels, selection, cursor) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const { clientWidth, clientHeight } = canvas;
  if (clientWidth < 80 || clientHeight < 40) return;
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  const ctx = /** @type {Canvas2D} */ (canvas.getContext('2d'));
  ctx.scale(ratio, ratio);
  const { left, width, rowHeight } = frame(canvas, levels.length);
  const snap = (/** @type {number} */ x) => Math.round(x * ratio) / ratio;
  const spans = tree(layout);
  const count = layout.levels.microGrid.code.length;
  const line = selection ? lineage(layout, selection.kind, selection.code) : {};
  levels.forEach(({ measure, level }, i) => {
    const { from, to } = spans[level];
    const values = live.tables[measure.index];
    const last = (measure.states?.length ?? 2) - 1;
    const top = i * rowHeight + 3;
    const height = rowHeight - 4;
    if (level === 'compound') gaps(from, to, count).forEach(([a, b]) => hatch(ctx, left + (a / count) * width, top, ((b - a) / count) * width, height));
    /** @type {number[][]} */
    const groups = Array.from({ length: last + 1 }, () => []);
    values.forEach((value, row) => groups[Math.min(last, Math.max(0, value))].push(row));
    groups.forEach((group, state) => {
      ctx.fillStyle = stateColour(state, last);
      for (const row of group) {
        if (!Number.isFinite(from[row])) continue;
        // On whole device pixels: half-covered ones would grey a row that is complete.
        const x = snap(left + (from[row] / count) * width);
        const w = snap(left + (to[row] / count) * width) - x;
        ctx.fillRect(x, top, w > 5 ? w - 1 : Math.max(w, 1 / ratio), height);
      }
    });
    ctx.font = font(baseSize() * 0.92);
    ctx.textBaseline = 'middle';
    ctx.fillStyle = colour('muted');
    ctx.textAlign = 'right';
    ctx.fillText(t(`levels.${level}`), left - 7, top + height / 2, left - 9);
    ctx.textAlign = 'left';
    ctx.fillStyle = colour('text');
    ctx.fillText(`${groups[last].length}/${values.length}`, left + width + 6, top + height / 2);
    const ring = (/** @type {number | undefined} */ row, /** @type {number[]} */ dash) => {
      if (row === undefined || !Number.isFinite(from[row])) return;
      const x = left + (from[row] / count) * width;
      for (const [ink, thick] of /** @type {[string, number][]} */ ([['halo', 5], ['select', 2]])) {
        ctx.strokeStyle = colour(ink);
        ctx.lineWidth = thick;
        ctx.setLineDash(ink === 'select' ? dash : []);
        ctx.strokeRect(x - 1, top - 1, Math.max(3, ((to[row] - from[row]) / count) * width + 2), height + 2);
      }
      ctx.setLineDash([]);
    };
    ring(line[level], []);
    if (cursor?.level === level) ring(cursor.row, [3, 2]);
  });
}

/** Where a row has nothing of its level, in micro-grids. @param {Float64Array} from @param {Float64Array} to @param {number} count @returns {[number, number][]} */
function gaps(from, to, count) {
  const order = [...from.keys()].filter(row => Number.isFinite(from[row])).sort((a, b) => from[a] - from[b]);
  /** @type {[number, number][]} */
  const found = [];
  let end = 0;
  for (const row of order) {
    if (from[row] > end) found.push([end, from[row]]);
    end = Math.max(end, to[row]);
  }
  if (end < count) found.push([end, count]);
  return found;
}

/** Nothing there is hatched: no colour of the order means it. @param {Canvas2D} ctx @param {number} x @param {number} y @param {number} w @param {number} h */
function hatch(ctx, x, y, w, h) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, w, h);
  ctx.clip();
  ctx.beginPath();
  for (let at = x - h; at < x + w; at += 7) {
    ctx.moveTo(at, y + h);
    ctx.lineTo(at + h, y);
  }
  ctx.strokeStyle = colour('line');
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

/** @param {HTMLCanvasElement} canvas @param {MouseEvent} event @param {Layout} layout @param {Level[]} levels */
export function hitCascade(canvas, event, layout, levels) {
  const box = canvas.getBoundingClientRect();
  const { left, width, rowHeight } = frame(canvas, levels.length);
  const at = levels[Math.floor((event.clientY - box.top) / rowHeight)];
  const place = ((event.clientX - box.left - left) / width) * layout.levels.microGrid.code.length;
  if (!at || place < 0) return null;
  const { from, to } = tree(layout)[at.level];
  const row = from.findIndex((one, i) => one <= place && place < to[i]);
  return row < 0 ? null : { ...at, row };
}
