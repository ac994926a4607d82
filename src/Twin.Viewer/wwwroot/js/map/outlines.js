import { colour } from '../state/theme.js';

/** @param {Canvas2D} ctx @param {Camera} camera @param {number[]} ring */
export function traceRing(ctx, camera, ring) {
  ctx.moveTo(camera.left(ring[0]), camera.top(ring[1]));
  for (let p = 2; p < ring.length; p += 2) ctx.lineTo(camera.left(ring[p]), camera.top(ring[p + 1]));
  ctx.closePath();
}

/** From this zoom on (pixels a metre) communities have borders and names. */
export const COMMUNITY_ZOOM = 0.055;

/**
 * Borders of streets, and of communities when near.
 * @param {Canvas2D} ctx
 * @param {Camera} camera
 * @param {Layout} layout
 */
export function drawOutlines(ctx, camera, layout) {
  const { street, community } = layout.levels;
  const strokeAll = (/** @type {number[][][]} */ all, /** @type {number} */ width, /** @type {string} */ stroke) => {
    if (!all) return;
    ctx.beginPath();
    for (const rings of all) for (const ring of rings) if (ring.length >= 6) traceRing(ctx, camera, ring);
    ctx.lineWidth = width;
    ctx.strokeStyle = stroke;
    ctx.stroke();
  };
  ctx.lineJoin = 'round';
  if (camera.k >= COMMUNITY_ZOOM) strokeAll(community.ring, 1, colour('border-fine'));
  strokeAll(street.ring, camera.k < COMMUNITY_ZOOM ? 1.25 : 2, colour('border-map'));
  strokeAll([[layout.district.outline]], 1.5, colour('border-map'));
}

/** @param {number[][]} rings @returns {[number, number, number, number]} */
export function boxOf(rings) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let p = 0; p < ring.length; p += 2) {
      west = Math.min(west, ring[p]);
      east = Math.max(east, ring[p]);
      south = Math.min(south, ring[p + 1]);
      north = Math.max(north, ring[p + 1]);
    }
  }
  return [west, south, east, north];
}
