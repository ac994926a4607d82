import { baseSize, colour, font, mix, rgb } from '../state/theme.js';
import { clock } from '../state/format.js';
import { markedMoment } from '../state/hold.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { view } from '../state/view.js';

/** Left of the picture for codes, below it for hours; in CSS pixels at the base size of 13. */
const LEFT = 44;
const BOTTOM = 18;
const RIGHT = 20;

/** Grey while a wait is fine, the accent from amber on, strong from red on. @param {Measure} jam @param {number} value */
export function heatColour(jam, value) {
  if (value <= 0) return colour('scale-0');
  if (value >= (jam.red ?? Infinity)) return mix(colour('heat-3'), colour('heat-4'), Math.min(0.85, (value - (jam.red ?? 0)) / 3600));
  if (value >= (jam.amber ?? Infinity)) return colour('heat-2');
  return mix(colour('scale-0'), colour('muted'), 0.12 + 0.38 * (value / (jam.amber ?? 1800)));
}

/** Rows of sites from top to bottom. @param {RunHistory} history @returns {number[]} */
export function heatOrder(history) {
  const { heatSort } = view.get();
  const rows = [...history.wait.keys()];
  if (heatSort === 'code') return rows;
  const { measures } = session.get();
  const amber = measures.find(one => one.level === 'site' && one.amber !== undefined)?.amber ?? 900;
  const rank = history.wait.map(list => {
    if (heatSort === 'now') return -(list[list.length - 1] ?? 0);
    if (heatSort === 'first') {
      const first = list.findIndex(value => value >= amber);
      return first < 0 ? 1e9 - Math.max(0, ...list) : first;
    }
    let sum = 0;
    for (const value of list) if (value >= amber) sum += value;
    return sum > 0 ? -1e7 - sum : -Math.max(0, ...list);
  });
  return rows.sort((a, b) => rank[a] - rank[b] || a - b);
}

/** @param {HTMLCanvasElement} canvas */
function frame(canvas) {
  const unit = baseSize() / 13;
  const { clientWidth, clientHeight } = canvas;
  return { left: LEFT * unit, width: clientWidth - (LEFT + RIGHT) * unit, height: clientHeight - BOTTOM * unit, unit };
}

/** From half an hour before opening to the end. @param {Run} run */
function span(run) {
  const from = Math.max(0, Math.floor(run.open / 60e3) - 30);
  const last = (current.history?.lastActive() ?? 0) + 10;
  return { from, to: Math.max(from + 60, Math.ceil(Math.min(run.horizon / 60e3, Math.max(run.close / 60e3 + 60, last)))) };
}

/**
 * Each pixel is the worst of what falls on it: a peak never disappears because the panel is small.
 * @param {HTMLCanvasElement} canvas
 * @param {Run} run
 * @param {RunHistory} history
 * @param {Measure} jam
 * @param {Layout} layout
 */
export function drawHeat(canvas, run, history, jam, layout) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const { clientWidth, clientHeight } = canvas;
  if (clientWidth < 60 || clientHeight < 30) return;
  if (canvas.width !== Math.round(clientWidth * ratio) || canvas.height !== Math.round(clientHeight * ratio)) {
    canvas.width = Math.round(clientWidth * ratio);
    canvas.height = Math.round(clientHeight * ratio);
  }
  const ctx = /** @type {Canvas2D} */ (canvas.getContext('2d'));
  const { left, width, height, unit } = frame(canvas);
  const { from, to } = span(run);
  const order = heatOrder(history);
  const image = ctx.createImageData(Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)));
  const pixels = new Uint32Array(image.data.buffer);
  const palette = Array.from({ length: 256 }, (_, i) => {
    const [r, g, b] = rgb(heatColour(jam, i * 30));
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
  const future = rgb(colour('map-ground'));
  const blank = (255 << 24) | (future[2] << 16) | (future[1] << 8) | future[0];
  const { width: w, height: h } = image;
  const until = current.held ? Math.floor(current.held.simTime / 60e3) : Infinity;
  // Down to a pixel a row at most; above that, a gap between rows.
  const gap = h / order.length >= 4 ? 1 : 0;
  for (let y = 0; y < h; y++) {
    const first = Math.floor((y * order.length) / h);
    const last = Math.max(first, Math.ceil(((y + 1) * order.length) / h) - 1);
    const seam = gap > 0 && Math.floor(((y + 1) * order.length) / h) !== first;
    for (let x = 0; x < w; x++) {
      const minute = from + Math.floor((x * (to - from)) / w);
      const end = Math.max(minute, from + Math.ceil(((x + 1) * (to - from)) / w) - 1);
      const known = Math.min(end, until);
      let value = -1;
      for (let row = first; row <= last && !seam; row++) {
        const list = history.wait[order[row]];
        for (let m = minute; m <= known; m++) if (list[m] > value) value = list[m];
      }
      pixels[y * w + x] = value < 0 ? blank : palette[Math.min(255, Math.ceil(value / 30))];
    }
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  ctx.putImageData(image, Math.round(left * ratio), 0);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.font = font(11.5 * unit);
  ctx.fillStyle = colour('muted');
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'right';
  const rowHeight = height / order.length;
  const every = Math.max(1, Math.ceil((14 * unit) / rowHeight));
  for (let row = Math.floor(every / 2); row < order.length; row += every) {
    const y = (row + 0.5) * rowHeight;
    if (y > height - 5 * unit) break;
    ctx.fillText(layout.levels.site.code[order[row]], left - 5, y);
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const hours = width / ((to - from) / 60) < 44 * unit ? 120 : 60;
  for (let minute = Math.ceil(from / 60) * 60; minute <= to; minute += hours) {
    const x = left + ((minute - from) / (to - from)) * width;
    ctx.fillRect(x, height, 1, 4);
    ctx.fillText(clock(run, minute * 60e3), x, height + 15 * unit);
  }
  const moment = markedMoment();
  if (moment !== null && moment >= from * 60e3) {
    ctx.fillStyle = colour('primary');
    ctx.fillRect(left + ((moment / 60e3 - from) / (to - from)) * width - 1, 0, 2, height);
  }
  const { selection } = view.get();
  const chosen = selection?.kind === 'site' ? order.indexOf(layout.rows.site.get(selection.code) ?? -1) : -1;
  if (chosen >= 0) {
    ctx.fillStyle = colour('select');
    const y = (chosen + 0.5) * rowHeight;
    for (const [x, by] of [[left - 1, -5], [left + width + 1, 5]]) {
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x + by, y - 4);
      ctx.lineTo(x + by, y + 4);
      ctx.fill();
    }
    ctx.strokeStyle = colour('select');
    ctx.lineWidth = 1;
    ctx.strokeRect(left - 0.5, Math.max(0.5, y - Math.max(3, rowHeight) / 2), width + 1, Math.max(3, rowHeight));
  }
}

/** @param {HTMLCanvasElement} canvas @param {MouseEvent} event @param {Run} run @param {RunHistory} history */
export function cellAt(canvas, event, run, history) {
  const box = canvas.getBoundingClientRect();
  const { left, width, height } = frame(canvas);
  const { from, to } = span(run);
  const [x, y] = [(event.clientX - box.left - left) / width, (event.clientY - box.top) / height];
  if (x < 0 || x >= 1 || y < 0 || y >= 1) return null;
  const site = heatOrder(history)[Math.floor(y * history.wait.length)];
  const minute = from + Math.floor(x * (to - from));
  const value = history.wait[site][minute];
  return value === undefined ? null : { site, minute, value };
}
