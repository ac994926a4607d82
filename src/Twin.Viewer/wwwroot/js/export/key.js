import { drawShape } from '../map/marks.js';
import { TIERS } from '../state/tiers.js';
import { colour, font } from '../state/theme.js';

const LINE_PX = 20;

/**
 * The key under a picture, taken from what the panel shows beside it: swatches, lines, the strip of a scale, shapes of tiers.
 * @typedef {{ width: number, paint: (ctx: CanvasRenderingContext2D, x: number, y: number) => void, label: string }} Part
 * @param {Element} panel
 * @returns {Part[]}
 */
export function keyOf(panel) {
  /** @type {Part[]} */
  const parts = [];
  const text = (/** @type {Element | null} */ node) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const title = panel.querySelector('.legend .title');
  if (title) parts.push({ width: 0, paint() {}, label: text(title.parentElement) });
  const strip = panel.querySelector('.legend .strip');
  const canvas = strip?.querySelector('canvas');
  if (strip && canvas) {
    const [from, to] = [...strip.querySelectorAll('span')].map(text);
    parts.push({ width: 110, paint: (ctx, x, y) => ctx.drawImage(canvas, x, y - 6, 104, 12), label: `${from} – ${to}` });
  }
  for (const swatch of panel.querySelectorAll('.swatch')) {
    const fill = getComputedStyle(swatch).backgroundColor;
    parts.push({ width: 18, paint: (ctx, x, y) => block(ctx, fill, x, y - 6, 13, 12), label: text(swatch.parentElement) });
  }
  for (const key of panel.querySelectorAll('.chart-words .key')) {
    const style = getComputedStyle(/** @type {Element} */ (key.querySelector('i')));
    parts.push({ width: 28, paint: (ctx, x, y) => block(ctx, style.borderTopColor, x, y - 1, 22, parseFloat(style.borderTopWidth)), label: text(key) });
  }
  const tiers = Object.values(TIERS).reverse();
  panel.querySelectorAll('.legend .tier').forEach((node, i) => {
    parts.push({ width: 18, paint: (ctx, x, y) => drawShape(ctx, tiers[i].shape, x + 6, y, 5), label: text(node) });
  });
  return parts;
}

/** @param {Canvas2D} ctx @param {string} fill @param {number} x @param {number} y @param {number} w @param {number} h */
function block(ctx, fill, x, y, w, h) {
  ctx.fillStyle = fill;
  ctx.fillRect(x, y, w, h);
}

/**
 * Draws the key in lines and says how high it is; without a context only says it.
 * @param {Part[]} parts @param {Canvas2D} ctx @param {number} left @param {number} top @param {number} width
 */
export function drawKey(parts, ctx, left, top, width, measureOnly = false) {
  let [x, y] = [left, top + LINE_PX / 2];
  ctx.font = font(12);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const part of parts) {
    const wide = part.width + ctx.measureText(part.label).width + 16;
    if (x + wide > left + width && x > left) [x, y] = [left, y + LINE_PX];
    if (!measureOnly) {
      part.paint(ctx, x, y);
      ctx.fillStyle = colour('text');
      ctx.fillText(part.label, x + part.width, y);
    }
    x += wide;
  }
  return parts.length === 0 ? 0 : y + LINE_PX / 2 - top;
}
