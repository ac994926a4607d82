/**
 * A long district that lies aslant leaves most of a flat panel empty: the map is turned until its length lies along the panel, where
 * that shows it so much larger. A compass says where north is, and a button turns it back.
 */

/** Less than this, and north stays up. */
const WORTH = 1.25;
const RIGHT = Math.PI / 2;

/** @typedef {{ angle: number, cx: number, cy: number }} Turn anticlockwise, in radians, about a point */

/** @param {Turn} turn @param {number} x @param {number} y @returns {[number, number]} */
export function turnPoint({ angle, cx, cy }, x, y) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c];
}

/** @param {Turn} turn @returns {Turn} */
export const back = turn => ({ ...turn, angle: -turn.angle });

/** @param {number[]} ring @param {number} angle @returns {[number, number]} width and height of what it covers when turned */
function extent(ring, angle) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < ring.length; p += 2) {
    const [x, y] = turnPoint({ angle, cx: 0, cy: 0 }, ring[p], ring[p + 1]);
    [west, east, south, north] = [Math.min(west, x), Math.max(east, x), Math.min(south, y), Math.max(north, y)];
  }
  return [east - west, north - south];
}

/** The turn that lays an outline flat. @param {number[]} outline */
export function flatAngle(outline) {
  let [best, least] = [0, Infinity];
  for (let degrees = -89; degrees <= 90; degrees++) {
    const [, height] = extent(outline, (degrees * Math.PI) / 180);
    if (height < least) [best, least] = [(degrees * Math.PI) / 180, height];
  }
  return best;
}

/** The turn that shows an outline largest, or none when it is not worth it. @param {number[]} outline @param {number} flat @param {number} width @param {number} height */
export function angleFor(outline, flat, width, height) {
  const size = (/** @type {number} */ angle) => {
    const [w, h] = extent(outline, angle);
    return Math.min(width / w, height / h);
  };
  const best = [flat, flat > 0 ? flat - RIGHT : flat + RIGHT].sort((a, b) => size(b) - size(a))[0];
  return size(best) > WORTH * size(0) ? best : 0;
}

/** Flat coordinates x, y, x, y… turned. @template {ArrayLike<number>} T @param {Turn} turn @param {T} flat @param {number} unit of the coordinates in metres @returns {T} */
export function turnFlat({ angle, cx, cy }, flat, unit = 1) {
  const all = /** @type {any} */ (flat).slice();
  const [c, s, ox, oy] = [Math.cos(angle), Math.sin(angle), cx / unit, cy / unit];
  for (let p = 0; p < all.length; p += 2) {
    const [x, y] = [all[p] - ox, all[p + 1] - oy];
    all[p] = ox + x * c - y * s;
    all[p + 1] = oy + x * s + y * c;
  }
  return all;
}

/** A layout whose places are turned; all else is the same. @param {Layout} layout @param {Turn} turn @returns {Layout} */
export function turnLayout(layout, turn) {
  if (turn.angle === 0) return layout;
  const { microGrid, site, street, community } = layout.levels;
  const ring = (/** @type {number[]} */ one) => turnFlat(turn, one);
  const points = (/** @type {any} */ level) => {
    const all = Array.from(level.x, (x, i) => turnPoint(turn, Number(x), level.y[i]));
    return { x: all.map(one => one[0]), y: all.map(one => one[1]) };
  };
  const rings = (/** @type {any} */ level) => level.ring?.map((/** @type {number[][]} */ one) => one.map(ring));
  return {
    ...layout,
    district: { ...layout.district, outline: ring(layout.district.outline) },
    levels: {
      ...layout.levels,
      microGrid: { ...microGrid, ...points(microGrid), ring: microGrid.ring.map(ring) },
      site: { ...site, ...points(site) },
      street: { ...street, ring: rings(street) },
      community: { ...community, ring: rings(community) },
    },
  };
}
