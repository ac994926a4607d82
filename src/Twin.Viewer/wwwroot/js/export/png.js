import { whole } from '../state/format.js';
import { colour, font } from '../state/theme.js';
import { t } from '../state/texts.js';
import { PANELS } from '../panels/registry.js';
import { about, download } from './about.js';

const HEAD_PX = 54;
const MARGIN_PX = 14;
const TABLE_ROWS = 60;

/** A picture of a panel with title, time, run and seed above it. @param {string} id */
export function savePicture(id) {
  const body = document.querySelector(`[data-panel="${id}"] .body`);
  const canvases = body ? [...body.querySelectorAll('canvas')].filter(one => one.width > 0 && !one.closest('.legend')) : [];
  const inner = PANELS[id].picture && canvases.length > 0 && body ? pictureOf(body, canvases) : tableOf(id);
  const ratio = devicePixelRatio || 1;
  const page = document.createElement('canvas');
  page.width = inner.width + 2 * MARGIN_PX * ratio;
  page.height = inner.height + (HEAD_PX + MARGIN_PX) * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (page.getContext('2d'));
  const said = about(t(PANELS[id].title));
  ctx.fillStyle = colour('surface');
  ctx.fillRect(0, 0, page.width, page.height);
  ctx.drawImage(inner, MARGIN_PX * ratio, HEAD_PX * ratio);
  ctx.scale(ratio, ratio);
  const { filters } = PANELS[id].table();
  ctx.fillStyle = colour('text');
  ctx.font = font(16, '600');
  ctx.fillText(`${said.title} · ${said.time}`, MARGIN_PX, 22);
  ctx.fillStyle = colour('muted');
  ctx.font = font(12);
  ctx.fillText([said.line, filters].filter(Boolean).join(' · '), MARGIN_PX, 42, page.width / ratio - 2 * MARGIN_PX);
  page.toBlob(blob => blob && download(blob, `${said.file}-${id}.png`), 'image/png');
}

/** The canvases of a panel as they lie over each other. @param {Element} body @param {HTMLCanvasElement[]} canvases */
function pictureOf(body, canvases) {
  const ratio = devicePixelRatio || 1;
  const box = body.getBoundingClientRect();
  const page = document.createElement('canvas');
  page.width = box.width * ratio;
  page.height = box.height * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (page.getContext('2d'));
  ctx.scale(ratio, ratio);
  for (const canvas of canvases) {
    const at = canvas.getBoundingClientRect();
    ctx.drawImage(canvas, at.left - box.left, at.top - box.top, at.width, at.height);
  }
  return page;
}

/** @param {string} id */
function tableOf(id) {
  const ratio = devicePixelRatio || 1;
  const { columns, rows } = PANELS[id].table();
  const shown = rows.slice(0, TABLE_ROWS);
  const text = (/** @type {string | number} */ value) => (typeof value === 'number' ? whole(value) : String(value));
  const page = document.createElement('canvas');
  const ctx = /** @type {CanvasRenderingContext2D} */ (page.getContext('2d'));
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
