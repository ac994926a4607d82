import { baseSize, colour, font } from '../state/theme.js';

/** Room that the compass takes in the lower left corner, in pixels at the base size of 13. */
export const COMPASS_PX = 46;

/** Where north is. @param {Canvas2D} ctx @param {number} height of the map @param {number} angle that it is turned by, anticlockwise */
export function drawCompass(ctx, height, angle) {
  const unit = baseSize() / 13;
  const r = 15 * unit;
  ctx.save();
  ctx.translate((COMPASS_PX * unit) / 2, height - (COMPASS_PX * unit) / 2);
  ctx.rotate(-angle);
  ctx.beginPath();
  ctx.moveTo(0, -r * 0.62);
  ctx.lineTo(r * 0.42, r * 0.75);
  ctx.lineTo(0, r * 0.42);
  ctx.lineTo(-r * 0.42, r * 0.75);
  ctx.closePath();
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = colour('halo');
  ctx.stroke();
  ctx.fillStyle = colour('muted');
  ctx.fill();
  ctx.translate(0, -r * 1.05);
  ctx.rotate(angle);
  ctx.font = font(10 * unit, '600');
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.strokeText('N', 0, 0);
  ctx.fillText('N', 0, 0);
  ctx.restore();
}
