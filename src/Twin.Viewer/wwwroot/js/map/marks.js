import { colour } from '../state/theme.js';
import { tierOf } from '../state/tiers.js';

/** From this zoom on every site has its queue bar; before, only those that ask for attention. */
const BARS_ZOOM = 0.08;
const FULL_BAR_PX = 26;
/** More sites that ask for attention than this are a crowd. */
const CROWD = 60;
/** People: the model's queue space; a bar is full there. */
const FULL_BAR = 200;

/**
 * Sites: shape and colour by tier (ring, triangle, diamond; cross when closed), a bar for the queue.
 * @param {Canvas2D} ctx
 * @param {Camera} camera
 * @param {Layout} layout
 * @param {Live} live
 * @param {number} unit size of a mark in pixels
 */
export function drawSites(ctx, camera, layout, live, unit) {
  const { site } = layout.levels;
  const waits = live.table('waiting', 'site');
  const order = [...site.code.keys()].map(row => ({ row, tier: tierOf(live, row) })).sort((a, b) => a.tier.rank - b.tier.rank);
  // Short bars over the whole district: long ones would hide it.
  const full = camera.k < BARS_ZOOM ? FULL_BAR_PX / 2 : FULL_BAR_PX;
  // Where everything asks for attention the marks get small, or nobody sees the district under them.
  const urgent = order.filter(one => one.tier.attention).length;
  const crowd = camera.k < BARS_ZOOM ? Math.min(1.05, Math.max(0.6, Math.sqrt(CROWD / Math.max(1, urgent)))) : 1.05;
  const bars = camera.k >= BARS_ZOOM || urgent <= CROWD;
  const near = Math.min(1.5, Math.max(0.8, camera.k / 0.06));
  for (const { row, tier } of order) {
    const x = camera.left(site.x[row]);
    const y = camera.top(site.y[row]);
    if (x < -20 || y < -40 || x > camera.width + 20 || y > camera.height + 20) continue;
    const size = unit * near * (tier.attention ? crowd : 0.5);
    if (waits && bars && (camera.k >= BARS_ZOOM || tier.attention)) queueBar(ctx, x + size + 2, y + size, (waits[row] / FULL_BAR) * full, full, tier.attention);
    drawShape(ctx, tier.shape, x, y, size);
  }
}

/** @param {Canvas2D} ctx @param {number} x @param {number} bottom @param {number} wanted @param {number} most @param {boolean} attention */
function queueBar(ctx, x, bottom, wanted, most, attention) {
  const height = Math.min(most, wanted);
  if (height < 1) return;
  ctx.fillStyle = colour('halo');
  ctx.fillRect(x - 1, bottom - height - 1, 5, height + 2);
  ctx.fillStyle = colour(attention ? 'accent' : 'mark');
  ctx.fillRect(x, bottom - height, 3, height);
}

/** @param {Canvas2D} ctx @param {string} shape @param {number} x @param {number} y @param {number} r */
export function drawShape(ctx, shape, x, y, r) {
  ctx.beginPath();
  if (shape === 'diamond') polygon(ctx, x, y, r * 1.15, 4, -Math.PI / 2);
  else if (shape === 'triangle') polygon(ctx, x, y + r * 0.15, r * 1.1, 3, -Math.PI / 2);
  else if (shape === 'square') ctx.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6);
  else if (shape !== 'cross') ctx.arc(x, y, r, 0, 2 * Math.PI);
  if (shape === 'cross') {
    ctx.moveTo(x - r, y - r); ctx.lineTo(x + r, y + r);
    ctx.moveTo(x + r, y - r); ctx.lineTo(x - r, y + r);
    stroke(ctx, colour('halo'), 5);
    stroke(ctx, colour('mark'), 2);
    return;
  }
  stroke(ctx, colour('halo'), 3.5);
  const filled = shape === 'diamond' || shape === 'square';
  ctx.fillStyle = colour(filled ? 'accent' : 'halo');
  ctx.fill();
  if (shape === 'dashed') ctx.setLineDash([2, 2]);
  stroke(ctx, colour(shape === 'ring' || shape === 'dashed' ? 'mark' : 'accent'), shape === 'triangle' ? 2 : 1.5);
  ctx.setLineDash([]);
}

/** @param {Canvas2D} ctx @param {string} style @param {number} width */
function stroke(ctx, style, width) {
  ctx.strokeStyle = style;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.stroke();
}

/** @param {Canvas2D} ctx @param {number} x @param {number} y @param {number} r @param {number} corners @param {number} from */
function polygon(ctx, x, y, r, corners, from) {
  for (let i = 0; i < corners; i++) {
    const angle = from + (2 * Math.PI * i) / corners;
    ctx.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  ctx.closePath();
}
