import { whole } from '../state/format.js';
import { colour, font } from '../state/theme.js';
import { t } from '../state/texts.js';
import { PANELS } from '../panels/registry.js';
import { about, download } from './about.js';
import { drawKey, keyOf } from './key.js';

const HEAD_PX = 54;
const MARGIN_PX = 14;
/** Narrower, and the title would be cut. */
const LEAST_PX = 420;
const TABLE_ROWS = 60;

/** A picture of a panel with title, time, run and seed above it and its key below. @param {string} id */
export function savePicture(id) {
  const panel = document.querySelector(`[data-panel="${id}"]`);
  const canvases = panel ? [...panel.querySelectorAll('canvas')].filter(one => one.width > 0 && !one.closest('.legend')) : [];
  const isPicture = panel !== null && PANELS[id].picture && canvases.length > 0;
  const inner = isPicture ? pictureOf(canvases) : tableOf(id);
  const parts = isPicture ? keyOf(panel) : [];
  const said = about(t(PANELS[id].title));
  const page = compose(inner, parts, `${said.title} · ${said.time}`, [said.line, PANELS[id].table().filters].filter(Boolean).join(' · '));
  page.toBlob(blob => blob && download(blob, `${said.file}-${id}.png`), 'image/png');
}

/** @param {HTMLCanvasElement} inner @param {import('./key.js').Part[]} parts @param {string} title @param {string} line */
function compose(inner, parts, title, line) {
  const ratio = devicePixelRatio || 1;
  const width = Math.max(LEAST_PX, inner.width / ratio);
  const height = inner.height / ratio;
  const page = document.createElement('canvas');
  const ctx = /** @type {Canvas2D} */ (page.getContext('2d'));
  const key = drawKey(parts, ctx, MARGIN_PX, 0, width, true);
  page.width = (width + 2 * MARGIN_PX) * ratio;
  page.height = (HEAD_PX + height + key + 2 * MARGIN_PX) * ratio;
  ctx.scale(ratio, ratio);
  ctx.fillStyle = colour('surface');
  ctx.fillRect(0, 0, page.width, page.height);
  ctx.drawImage(inner, MARGIN_PX, HEAD_PX, inner.width / ratio, height);
  ctx.fillStyle = colour('text');
  ctx.font = font(16, '600');
  ctx.fillText(title, MARGIN_PX, 22, width);
  ctx.fillStyle = colour('muted');
  ctx.font = font(12);
  ctx.fillText(line, MARGIN_PX, 42, width);
  drawKey(parts, ctx, MARGIN_PX, HEAD_PX + height + MARGIN_PX / 2, width);
  return page;
}

/** The canvases of a panel as they lie over each other, and nothing around them. @param {HTMLCanvasElement[]} canvases */
function pictureOf(canvases) {
  const ratio = devicePixelRatio || 1;
  const boxes = canvases.map(one => one.getBoundingClientRect());
  const left = Math.min(...boxes.map(one => one.left));
  const top = Math.min(...boxes.map(one => one.top));
  const page = document.createElement('canvas');
  page.width = Math.round((Math.max(...boxes.map(one => one.right)) - left) * ratio);
  page.height = Math.round((Math.max(...boxes.map(one => one.bottom)) - top) * ratio);
  const ctx = /** @type {Canvas2D} */ (page.getContext('2d'));
  ctx.scale(ratio, ratio);
  canvases.forEach((canvas, i) => ctx.drawImage(canvas, boxes[i].left - left, boxes[i].top - top, boxes[i].width, boxes[i].height));
  return page;
}

/** @param {string} id */
function tableOf(id) {
  const ratio = devicePixelRatio || 1;
  const { columns, rows } = PANELS[id].table();
  const shown = rows.slice(0, TABLE_ROWS);
  const text = (/** @type {string | number} */ value) => (typeof value === 'number' ? whole(value) : String(value));
  const page = document.createElement('canvas');
  const ctx = /** @type {Canvas2D} */ (page.getContext('2d'));
  ctx.font = font(12);
  const widths = columns.map((one, i) => Math.min(420, 18 + Math.max(...[one.label, ...shown.map(row => text(row[i]))].map(value => ctx.measureText(value).width))));
  page.width = Math.max(500, widths.reduce((a, b) => a + b, 0)) * ratio;
  page.height = (24 + shown.length * 20) * ratio;
  ctx.scale(ratio, ratio);
  const line = (/** @type {(string | number)[]} */ row, /** @type {number} */ y, /** @type {string} */ ink) => {
    let x = 0;
    ctx.font = font(12);
    ctx.fillStyle = colour(ink);
    row.forEach((value, i) => {
      const right = columns[i].numeric;
      ctx.textAlign = right ? 'right' : 'left';
      ctx.fillText(text(value), right ? x + widths[i] - 10 : x, y, widths[i] - 8);
      x += widths[i];
    });
  };
  line(columns.map(one => one.label), 15, 'muted');
  shown.forEach((row, i) => line(row, 36 + 20 * i, 'text'));
  return page;
}
