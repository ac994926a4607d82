/** The micro-grids as polygons: flat coordinates, a box each, drawn by colour so that a picture is a few dozen fills. */
export class Cells {
  /** @param {{ ring: number[][] }} micro */
  constructor(micro) {
    const { ring } = micro;
    this.count = ring.length;
    this.start = new Int32Array(this.count + 1);
    ring.forEach((one, i) => { this.start[i + 1] = this.start[i] + one.length; });
    this.points = new Float32Array(this.start[this.count]);
    /** west, south, east, north of each cell */
    this.boxes = new Float32Array(4 * this.count);
    ring.forEach((one, i) => {
      this.points.set(one, this.start[i]);
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let p = 0; p < one.length; p += 2) {
        west = Math.min(west, one[p]);
        east = Math.max(east, one[p]);
        south = Math.min(south, one[p + 1]);
        north = Math.max(north, one[p + 1]);
      }
      this.boxes.set([west, south, east, north], 4 * i);
    });
  }

  /** @param {number} i @param {[number, number, number, number]} box */
  meets(i, [west, south, east, north]) {
    const b = this.boxes;
    const at = 4 * i;
    return b[at] <= east && b[at + 2] >= west && b[at + 1] <= north && b[at + 3] >= south;
  }

  /** @param {Canvas2D} ctx @param {Camera} camera @param {number} i */
  trace(ctx, camera, i) {
    const { points, start } = this;
    const ox = camera.width / 2 - camera.x * camera.k;
    const oy = camera.height / 2 + camera.y * camera.k;
    const end = start[i + 1];
    ctx.moveTo(points[start[i]] * camera.k + ox, oy - points[start[i] + 1] * camera.k);
    for (let p = start[i] + 2; p < end; p += 2) ctx.lineTo(points[p] * camera.k + ox, oy - points[p + 1] * camera.k);
    ctx.closePath();
  }

  /**
   * @param {Canvas2D} ctx
   * @param {Camera} camera
   * @param {Uint8Array} steps colour of each cell
   * @param {string[]} colours
   * @param {Iterable<number> | null} only null for all that are seen
   * @param {[number, number, number, number]} box metres; what does not meet it is left out
   */
  draw(ctx, camera, steps, colours, only = null, box = camera.box()) {
    /** @type {number[][]} */
    const groups = colours.map(() => []);
    if (only) {
      for (const i of only) if (this.meets(i, box)) groups[steps[i]].push(i);
    } else {
      for (let i = 0; i < this.count; i++) if (this.meets(i, box)) groups[steps[i]].push(i);
    }
    groups.forEach((group, step) => {
      if (group.length === 0) return;
      ctx.fillStyle = colours[step];
      // One fill each: small simple polygons are several times faster to rasterise than one path of hundreds.
      for (const i of group) {
        ctx.beginPath();
        this.trace(ctx, camera, i);
        ctx.fill();
      }
    });
  }

  /** @param {number} i @param {number} x metres @param {number} y */
  holds(i, x, y) {
    const { points, start, boxes } = this;
    if (x < boxes[4 * i] || x > boxes[4 * i + 2] || y < boxes[4 * i + 1] || y > boxes[4 * i + 3]) return false;
    let inside = false;
    for (let p = start[i], q = start[i + 1] - 2; p < start[i + 1]; q = p, p += 2) {
      const [ax, ay, bx, by] = [points[p], points[p + 1], points[q], points[q + 1]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  }

  /** The cell at a place, or -1. 3,339 box tests take some 10 µs: no index needed. @param {number} x @param {number} y */
  at(x, y) {
    for (let i = 0; i < this.count; i++) if (this.holds(i, x, y)) return i;
    return -1;
  }
}
