import { baseSize, colour, font } from '../state/theme.js';
import { nameOf } from '../state/layout.js';
import { COMPASS_PX } from './compass.js';
import { COMMUNITY_ZOOM } from './outlines.js';

const SITE_ZOOM = 0.16;
const CELL_ZOOM = 0.45;

/** Where a name may go when its place is taken, in letters. */
const ASIDE = [[0, 0], [0, -1.7], [0, 1.7], [0, -3.4], [0, 3.4], [5, 1.7], [-5, -1.7]];

/** Places taken so far; a label that meets one is left out. */
class Taken {
  constructor() {
    /** @type {[number, number, number, number][]} */
    this.boxes = [];
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  claim(x, y, w, h) {
    const free = this.boxes.every(([a, b, c, d]) => x > a + c || x + w < a || y > b + d || y + h < b);
    if (free) this.boxes.push([x, y, w, h]);
    return free;
  }
}

/**
 * Centres to hang names on: the mean of the cells, weighted by nothing.
 * @param {Layout} layout
 */
export function labelPlaces(layout) {
  const micro = layout.levels.microGrid;
  const mean = (/** @type {Int32Array} */ owner, /** @type {number} */ count) => {
    const sums = new Float64Array(3 * count);
    for (let i = 0; i < micro.code.length; i++) {
      sums[3 * owner[i]] += micro.x[i];
      sums[3 * owner[i] + 1] += micro.y[i];
      sums[3 * owner[i] + 2]++;
    }
    return Array.from({ length: count }, (_, i) => [sums[3 * i] / sums[3 * i + 2], sums[3 * i + 1] / sums[3 * i + 2]]);
  };
  return {
    street: mean(layout.microStreet, layout.levels.street.code.length),
    community: mean(layout.microCommunity, layout.levels.community.code.length),
  };
}

/**
 * Names from large to small, as the zoom allows; none over another.
 * @param {Canvas2D} ctx
 * @param {Camera} camera
 * @param {Layout} layout
 * @param {ReturnType<typeof labelPlaces>} places
 * @param {{ lang: 'en' | 'zh', marks: boolean, households: any }} options
 */
export function drawLabels(ctx, camera, layout, places, { lang, marks, households }) {
  const taken = new Taken();
  const size = baseSize();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  const put = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ px, weight = '', ink = 'label') => {
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) return true;
    ctx.font = font(px, weight);
    const w = ctx.measureText(text).width + 6;
    // A name at the rim moves inside rather than being cut.
    x = Math.min(Math.max(x, w / 2 + 2), camera.width - w / 2 - 2);
    y = Math.min(Math.max(y, px), camera.height - px);
    if (!taken.claim(x - w / 2, y - px * 0.65, w, px * 1.3)) return false;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colour('halo');
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour(ink);
    ctx.fillText(text, x, y);
    return true;
  };
  // Nothing under the buttons, the scale and the compass.
  const unit = size / 13;
  taken.boxes.push([camera.width - 46 * unit, 0, 46 * unit, 188 * unit], [camera.width - 100 * unit, camera.height - 34 * unit, 100 * unit, 34 * unit], [0, camera.height - COMPASS_PX * unit, COMPASS_PX * unit, COMPASS_PX * unit]);
  // A street has room beside its middle; what is small has not.
  places.street.forEach(([x, y], row) => ASIDE.some(([dx, dy]) =>
    put(nameOf(layout, 'street', row, lang), camera.left(x) + dx * size, camera.top(y) + dy * size, size * 1.05, '600')));
  if (camera.k >= COMMUNITY_ZOOM) {
    places.community.forEach(([x, y], row) => put(nameOf(layout, 'community', row, lang), camera.left(x), camera.top(y), size * 0.9));
  }
  const { site, microGrid } = layout.levels;
  if (marks && camera.k >= SITE_ZOOM) {
    for (let i = 0; i < site.code.length; i++) put(site.code[i], camera.left(site.x[i]), camera.top(site.y[i]) + size * 1.3, size * 0.85, '600');
  }
  if (camera.k >= CELL_ZOOM) {
    // No code of a micro-grid over a site, nor over the households of the one that is looked into.
    if (marks) for (let i = 0; i < site.code.length; i++) taken.boxes.push([camera.left(site.x[i]) - size, camera.top(site.y[i]) - size, 2.4 * size, 2 * size]);
    for (let i = 0; i < microGrid.code.length; i++) if (i !== households?.row) put(microGrid.code[i], camera.left(microGrid.x[i]), camera.top(microGrid.y[i]), size * 0.8, '', 'label-dim');
  }
}
