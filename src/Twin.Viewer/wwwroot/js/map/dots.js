import { colour, mix, rgb } from '../state/theme.js';

/** From this zoom on (pixels a metre) households are dots by themselves. */
export const DOTS_ZOOM = 0.2;

/** Households as dots: one ImageData, one pixel buffer, no canvas calls. */
export class Dots {
  /** @param {Int32Array} points x, y in centimetres @param {ArrayLike<number>} first household of each micro-grid, one more at the end */
  constructor(points, first) {
    this.points = points;
    this.first = first;
    /** @type {ImageData | undefined} */
    this.image = undefined;
  }

  /**
   * @param {Canvas2D} ctx a canvas of its own: what is on it is replaced
   * @param {Camera} camera
   * @param {Cells} cells
   * @param {Uint8Array} steps
   * @param {string[]} colours
   * @param {number} ratio device pixels a CSS pixel
   */
  draw(ctx, camera, cells, steps, colours, ratio) {
    const { width, height } = ctx.canvas;
    if (!this.image || this.image.width !== width || this.image.height !== height) this.image = ctx.createImageData(width, height);
    const pixels = new Uint32Array(this.image.data.buffer);
    pixels.fill(0);
    const inks = colours.map(one => {
      const [r, g, b] = rgb(mix(one, colour('dot'), 0.3));
      return (255 << 24) | (b << 16) | (g << 8) | r;
    });
    const size = Math.max(1, Math.min(5, Math.round(camera.k * 7 * ratio)));
    const half = size >> 1;
    const k = (camera.k * ratio) / 100;
    const ox = (camera.width / 2 - camera.x * camera.k) * ratio - half;
    const oy = (camera.height / 2 + camera.y * camera.k) * ratio - half;
    const box = camera.box();
    const { points, first } = this;
    for (let cell = 0; cell < cells.count; cell++) {
      if (!cells.meets(cell, box)) continue;
      const ink = inks[steps[cell]];
      for (let h = first[cell]; h < first[cell + 1]; h++) {
        const x = (points[2 * h] * k + ox) | 0;
        const y = (oy - points[2 * h + 1] * k) | 0;
        if (x < 0 || y < 0 || x + size > width || y + size > height) continue;
        let at = y * width + x;
        for (let row = 0; row < size; row++, at += width) {
          for (let column = 0; column < size; column++) pixels[at + column] = ink;
        }
      }
    }
    ctx.putImageData(this.image, 0, 0);
  }

  /**
   * The household of a cell that is nearest to a place, at most so far away; -1 for none.
   * @param {number} cell @param {number} x metres @param {number} y @param {number} reach metres
   */
  near(cell, x, y, reach) {
    let best = -1;
    let least = reach * reach;
    for (let h = this.first[cell]; h < this.first[cell + 1]; h++) {
      const d = (this.points[2 * h] / 100 - x) ** 2 + (this.points[2 * h + 1] / 100 - y) ** 2;
      if (d < least) {
        least = d;
        best = h;
      }
    }
    return best;
  }
}
