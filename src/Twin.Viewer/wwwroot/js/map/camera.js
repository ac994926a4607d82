/** What lies over the right rim, and air around the district, in pixels at the base size of 13. */
const RIM_PX = 44;
const MARGIN_PX = 9;

/** What part of the district is seen: centre in metres, pixels a metre. y grows to the north, on the screen downwards. */
export class Camera {
  constructor() {
    this.x = 0;
    this.y = 0;
    this.k = 0.03;
    this.width = 1;
    this.height = 1;
    this.least = 0.01;
    this.most = 4;
  }

  /** @param {number} x */
  left(x) { return (x - this.x) * this.k + this.width / 2; }

  /** @param {number} y */
  top(y) { return this.height / 2 - (y - this.y) * this.k; }

  /** @param {number} px @param {number} py @returns {[number, number]} metres */
  place(px, py) {
    return [(px - this.width / 2) / this.k + this.x, (this.height / 2 - py) / this.k + this.y];
  }

  /** Keeps what is under a pixel where it is. @param {number} factor @param {number} px @param {number} py */
  zoomAt(factor, px = this.width / 2, py = this.height / 2) {
    const [x, y] = this.place(px, py);
    this.k = Math.min(this.most, Math.max(this.least, this.k * factor));
    this.x = x - (px - this.width / 2) / this.k;
    this.y = y + (py - this.height / 2) / this.k;
  }

  /** @param {number} dx pixels @param {number} dy */
  pan(dx, dy) {
    this.x -= dx / this.k;
    this.y += dy / this.k;
  }

  /** @param {[number, number, number, number]} box west, south, east, north */
  fitting([west, south, east, north], part = 0.94) {
    const k = part * Math.min(this.width / Math.max(1, east - west), this.height / Math.max(1, north - south));
    return { x: (west + east) / 2, y: (south + north) / 2, k: Math.min(k, this.most) };
  }

  /** The whole of a box, beside what lies over the right rim. @param {[number, number, number, number]} box @param {number} unit 1 at the base size of 13 */
  holding([west, south, east, north], unit) {
    const [rim, margin] = [RIM_PX * unit, MARGIN_PX * unit];
    const k = Math.min((this.width - rim - 2 * margin) / (east - west), (this.height - 2 * margin) / (north - south));
    return { x: (west + east) / 2 + rim / 2 / k, y: (south + north) / 2, k: Math.min(k, this.most) };
  }

  /** @param {{ x: number, y: number, k: number }} view */
  take({ x, y, k }) {
    this.x = x;
    this.y = y;
    this.k = k;
  }

  /** @returns {[number, number, number, number]} what is seen, in metres */
  box() {
    const [west, north] = this.place(0, 0);
    const [east, south] = this.place(this.width, this.height);
    return [west, south, east, north];
  }
}
