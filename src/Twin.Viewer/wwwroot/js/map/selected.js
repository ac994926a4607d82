import { lineage } from '../state/layout.js';
import { colour } from '../state/theme.js';
import { traceRing } from './outlines.js';

/**
 * What is selected (a strong double line) and what the pointer is over (a fine one).
 * @param {Canvas2D} ctx
 * @param {Camera} camera
 * @param {Layout} layout
 * @param {Cells} cells
 * @param {{ selection: any, hover: any }} options
 */
export function drawSelection(ctx, camera, layout, cells, { selection, hover }, over = false) {
  if (over) {
    if (selection?.kind === 'site') ring(ctx, camera, layout, selection.code, 11);
    if (hover?.kind === 'site') ring(ctx, camera, layout, hover.code, 9);
    return;
  }
  if (hover && hover.kind !== 'site') {
    ctx.beginPath();
    cells.trace(ctx, camera, hover.row);
    line(ctx, colour('label'), 1.5);
  }
  if (!selection || selection.kind === 'site') return;
  const own = lineage(layout, selection.kind, selection.code);
  ctx.beginPath();
  if (selection.kind === 'street' || selection.kind === 'community') {
    for (const one of layout.levels[selection.kind].ring[own[selection.kind]] ?? []) traceRing(ctx, camera, one);
  } else if (selection.kind === 'baseGrid' || selection.kind === 'compound') {
    const { baseGrid } = layout.levels.microGrid;
    const compound = layout.levels.baseGrid.compound;
    for (let i = 0; i < cells.count; i++) {
      const mine = selection.kind === 'baseGrid' ? baseGrid[i] === own.baseGrid : compound[baseGrid[i]] === own.compound;
      if (mine) cells.trace(ctx, camera, i);
    }
  } else if (own.microGrid !== undefined) {
    cells.trace(ctx, camera, own.microGrid);
  }
  line(ctx, colour('halo'), 5);
  line(ctx, colour('select'), 2.5);
}

/** @param {Canvas2D} ctx @param {string} style @param {number} width */
function line(ctx, style, width) {
  ctx.strokeStyle = style;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.stroke();
}

/**
 * @param {Canvas2D} ctx @param {Camera} camera
 * @param {Layout} layout @param {string} code @param {number} r
 */
function ring(ctx, camera, layout, code, r) {
  const { site } = layout.levels;
  const row = layout.rows.site.get(code);
  if (row === undefined) return;
  ctx.beginPath();
  ctx.arc(camera.left(site.x[row]), camera.top(site.y[row]), r, 0, 2 * Math.PI);
  line(ctx, colour('halo'), 5);
  line(ctx, colour('select'), 2.5);
}

/**
 * The households of the selected micro-grid as its grain told them: filled when all are tested, half when some, hollow when none.
 * @param {Canvas2D} ctx
 * @param {Camera} camera
 * @param {Dots} dots
 * @param {{ row: number, list: { size: number, tested: number }[], chosen: number }} households
 */
export function drawHouseholds(ctx, camera, dots, { row, list, chosen }) {
  const r = Math.max(2, Math.min(6, camera.k * 4));
  const first = dots.first[row];
  list.forEach((one, i) => {
    const x = camera.left(dots.points[2 * (first + i)] / 100);
    const y = camera.top(dots.points[2 * (first + i) + 1] / 100);
    ctx.fillStyle = colour('halo');
    ctx.fillRect(x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2);
    ctx.fillStyle = colour('scale-3');
    const part = one.size > 0 ? one.tested / one.size : 0;
    ctx.fillRect(x - r, y + r - 2 * r * part, 2 * r, 2 * r * part);
    ctx.beginPath();
    ctx.rect(x - r, y - r, 2 * r, 2 * r);
    ctx.strokeStyle = colour(i === chosen ? 'select' : 'mark');
    ctx.lineWidth = i === chosen ? 3 : 1;
    ctx.stroke();
  });
}
