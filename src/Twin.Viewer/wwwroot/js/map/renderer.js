import { capacities } from '../state/layout.js';
import { mark } from '../state/marks.js';
import { baseSize, colour, mix } from '../state/theme.js';
import { Camera } from './camera.js';
import { Cells } from './cells.js';
import { drawCompass } from './compass.js';
import { DOTS_ZOOM, Dots } from './dots.js';
import { drawLabels, labelPlaces } from './labels.js';
import { drawSites } from './marks.js';
import { boxOf, drawOutlines } from './outlines.js';
import { boxFor, pick } from './places.js';
import { makeScale } from './scale.js';
import { drawHouseholds, drawSelection } from './selected.js';
import { angleFor, back, flatAngle, turnFlat, turnLayout, turnPoint } from './turn.js';
import { slide } from './slide.js';

/** All households are drawn anew so often at most, in ms: between, what is drawn of them is shifted. */
const DOTS_MS = 120;

/**
 * The map behind one small interface: give it a layout, numbers and options; it draws when something changed.
 * Four canvases over each other: cells, dots, borders, sites with names and selection. Each is drawn only when it must be.
 */
export class MapRenderer {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.camera = new Camera();
    this.canvases = ['cells', 'dots', 'lines', 'marks'].map(name => {
      const canvas = document.createElement('canvas');
      canvas.className = `map-layer map-${name}`;
      canvas.setAttribute('aria-hidden', 'true');
      host.append(canvas);
      return canvas;
    });
    this.contexts = this.canvases.map(canvas => /** @type {Canvas2D} */ (canvas.getContext('2d')));
    /** @type {{ lang: 'en' | 'zh', marks: boolean, dots: string, selection: any, hover: any, households: any, north: boolean }} */
    this.options = { lang: 'en', marks: true, dots: 'auto', selection: null, hover: null, households: null, north: false };
    /** How the map is turned. */
    this.turn = { angle: 0, cx: 0, cy: 0 };
    this.flat = 0;
    /** As the server tells it; `layout` is the same as it is turned. @type {Layout | undefined} */
    this.source = undefined;
    /** Households as the server tells them. @type {Int32Array | null} */
    this.points = null;
    this.stale = { all: true, lines: true, marks: true };
    /** @type {Layout | undefined} */
    this.layout = undefined;
    /** @type {Live | undefined} */
    this.live = undefined;
    /** @type {Dots | null} */
    this.dots = null;
    /** Told when the scale has changed. @type {(scale: Scale) => void} */
    this.onScale = () => {};
    /** Pixels that the view was moved by since the cells were drawn. */
    this.shift = [0, 0];
    this.topAt = 0;
    /** Households have moved or changed their colour since they were drawn whole, and when that was. */
    this.dotsDue = false;
    this.dotsAt = 0;
    this.frames = 0;
    this.loop = requestAnimationFrame(() => this.frame());
  }

  destroy() {
    cancelAnimationFrame(this.loop);
    this.canvases.forEach(canvas => canvas.remove());
  }

  /** @param {Layout} layout @param {Live} live */
  setData(layout, live) {
    if (this.source !== layout) {
      this.source = layout;
      this.points = null;
      this.flat = flatAngle(layout.district.outline);
      const [west, south, east, north] = boxOf([layout.district.outline]);
      this.turn = { angle: 0, cx: (west + east) / 2, cy: (south + north) / 2 };
      this.turn.angle = this.wantedAngle();
      this.build();
    }
    this.live = live;
    this.refresh();
  }

  /** What is drawn, as the map is turned now. */
  build() {
    if (!this.source) return;
    this.layout = turnLayout(this.source, this.turn);
    this.cells = new Cells(/** @type {any} */ (this.layout.levels.microGrid));
    this.steps = new Uint8Array(this.cells.count);
    this.places = labelPlaces(this.layout);
    this.bounds = boxOf([this.layout.district.outline]);
    this.dots = null;
    if (this.points) this.setHouseholds(this.points);
  }

  wantedAngle() {
    const { width, height } = this.camera;
    return this.source && this.ratio && !this.options.north ? angleFor(this.source.district.outline, this.flat, width, height) : this.turn.angle * Number(!this.options.north);
  }

  /** Turns the map where that is worth it; what is in the middle stays there. */
  turnToFit() {
    const angle = this.wantedAngle();
    if (angle === this.turn.angle) return;
    const here = this.where();
    this.turn = { ...this.turn, angle };
    this.build();
    this.goTo(here);
  }

  /** What is seen, whichever way the map is turned: centre in the district's metres, pixels a metre. */
  where() {
    const [x, y] = turnPoint(back(this.turn), this.camera.x, this.camera.y);
    return { x, y, k: this.camera.k };
  }

  /** @param {{ x: number, y: number, k: number }} view as `where` gives it */
  goTo({ x, y, k }) {
    const [tx, ty] = turnPoint(this.turn, x, y);
    this.camera.take({ x: tx, y: ty, k });
    this.moved();
  }

  /** @param {Measure | undefined} measure */
  setMeasure(measure) {
    this.measure = measure;
    this.scale = undefined;
    this.refresh();
  }

  /** @param {Int32Array} points */
  setHouseholds(points) {
    if (!this.layout) return;
    this.points = points;
    this.dots = new Dots(this.turn.angle === 0 ? points : turnFlat(this.turn, points, 0.01), this.layout.levels.microGrid.firstHousehold);
    this.stale.all = true;
  }

  /** @param {Partial<MapRenderer['options']>} options */
  set(options) {
    const { dots, north } = this.options;
    Object.assign(this.options, options);
    const now = this.options;
    if (now.dots !== dots) this.stale.all = true;
    if (now.north !== north) this.turnToFit();
    this.stale.marks = true;
  }

  /** Everything anew: the theme, the size or the view has changed. */
  refresh() {
    this.scale = undefined;
    this.stale = { all: true, lines: true, marks: true };
  }

  moved() {
    this.stale = { all: true, lines: true, marks: true };
  }

  /** Moves the view by pixels. The cells are shifted and only what comes into view is drawn. @param {number} dx @param {number} dy */
  pan(dx, dy) {
    this.camera.pan(dx, dy);
    this.shift = [this.shift[0] + dx, this.shift[1] + dy];
    this.stale.lines = true;
    this.stale.marks = true;
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width === 0 || height === 0) return false;
    this.ratio = Math.min(2, devicePixelRatio || 1);
    for (const canvas of this.canvases) {
      canvas.width = Math.round(width * this.ratio);
      canvas.height = Math.round(height * this.ratio);
    }
    this.camera.width = width;
    this.camera.height = height;
    this.turnToFit();
    if (this.bounds) this.camera.least = this.camera.fitting(this.bounds).k * 0.6;
    this.moved();
    return true;
  }

  fit() {
    if (!this.bounds) return;
    this.camera.take(this.camera.holding(this.bounds, baseSize() / 13));
    this.moved();
  }

  get showsDots() {
    const { dots, north } = this.options;
    return dots === 'on' || (dots === 'auto' && this.camera.k >= DOTS_ZOOM);
  }

  frame() {
    this.loop = requestAnimationFrame(() => this.frame());
    if (!this.layout || !this.live || !this.ratio || document.hidden) return;
    this.frames++;
    const drawn = this.drawCells();
    if (this.stale.lines) this.drawLines();
    if (this.stale.marks || drawn || this.live.simTime !== this.marksAt) this.drawMarks();
  }

  /** The numbers of the measure and their colours; a scale that follows its values is looked at again each 2 s. */
  prepareScale() {
    const { layout, live, measure } = this;
    if (!layout || !live || !measure) return null;
    const table = live.tables[measure.index];
    const shares = capacities(layout, measure);
    const moving = measure.unit !== 'state' && (!shares || measure.attention);
    if (!this.scale || (moving && performance.now() - this.topAt > 2_000)) {
      const scale = makeScale(measure, shares, table);
      if (!this.scale || this.scale.top !== scale.top) {
        this.scale = scale;
        this.stale.all = true;
        this.onScale(scale);
      }
      this.topAt = performance.now();
    }
    return { table, scale: this.scale };
  }

  drawCells() {
    const now = this.prepareScale();
    const [dx, dy] = this.shift;
    const slid = dx !== 0 || dy !== 0;
    const whole = [dx, dy].every(one => Number.isInteger(one * (this.ratio ?? 1)));
    if (slid && !whole) this.stale.all = true;
    this.shift = [0, 0];
    const { cells, steps, live, measure } = this;
    if (!now || !cells || !steps || !live || !measure) return false;
    const rows = live.take(measure.index);
    /** @type {number[]} */
    const dirty = [];
    const look = (/** @type {number} */ row) => {
      const step = now.scale.step(now.table[row], row);
      if (step !== steps[row]) {
        steps[row] = step;
        dirty.push(row);
      }
    };
    if (rows === null || this.stale.all) for (let row = 0; row < cells.count; row++) look(row);
    else for (const row of rows) look(row);
    const shown = this.showsDots && this.dots;
    const due = this.dotsDue && performance.now() - this.dotsAt > DOTS_MS;
    if (!this.stale.all && dirty.length === 0 && !slid && !due) return false;
    const [ground, dots] = this.contexts;
    const colours = shown ? now.scale.colours.map(one => mix(one, colour('map-ground'), 0.62)) : now.scale.colours;
    this.onDevice(ground);
    if (this.stale.all) {
      ground.clearRect(0, 0, this.camera.width, this.camera.height);
      cells.draw(ground, this.camera, steps, colours);
    } else {
      if (slid) slide(ground, this.camera, dx, dy, box => cells.draw(ground, this.camera, steps, colours, null, box), this.ratio ?? 1);
      if (dirty.length > 0) cells.draw(ground, this.camera, steps, colours, dirty);
    }
    this.dotsDue ||= slid || dirty.length > 0;
    if (shown && (this.stale.all || !this.dotted || due)) {
      shown.draw(dots, this.camera, cells, steps, now.scale.colours, this.ratio ?? 1);
      this.dotsAt = performance.now();
      this.dotsDue = false;
    } else if (shown && slid) slide(dots, this.camera, dx, dy, () => {}, this.ratio ?? 1);
    else if (!shown && this.dotted) dots.clearRect(0, 0, dots.canvas.width, dots.canvas.height);
    this.dotted = Boolean(shown);
    this.stale.all = false;
    if (live.times.has(measure.topic)) mark('first-picture');
    return true;
  }

  drawLines() {
    const [, , ctx] = this.contexts;
    if (!this.layout) return;
    this.onDevice(ctx);
    ctx.clearRect(0, 0, this.camera.width, this.camera.height);
    drawOutlines(ctx, this.camera, this.layout);
    this.stale.lines = false;
  }

  drawMarks() {
    const [, , , ctx] = this.contexts;
    const { layout, live, cells, options } = this;
    if (!layout || !live || !cells) return;
    this.onDevice(ctx);
    ctx.clearRect(0, 0, this.camera.width, this.camera.height);
    if (options.households && this.dots) drawHouseholds(ctx, this.camera, this.dots, options.households);
    drawSelection(ctx, this.camera, layout, cells, options);
    if (options.marks) drawSites(ctx, this.camera, layout, live, baseSize() * 0.42);
    drawSelection(ctx, this.camera, layout, cells, options, true);
    drawCompass(ctx, this.camera.height, this.turn.angle);
    if (this.places) drawLabels(ctx, this.camera, layout, this.places, options);
    this.marksAt = live.simTime;
    this.stale.marks = false;
  }

  /** @param {Canvas2D} ctx */
  onDevice(ctx) {
    ctx.setTransform(this.ratio ?? 1, 0, 0, this.ratio ?? 1, 0, 0);
  }

  /** What is at a pixel. @param {number} px @param {number} py */
  pick(px, py) {
    return pick(this, px, py);
  }

  /** Where something is, as a box in metres. @param {string} kind @param {string} code */
  boxFor(kind, code) {
    return this.layout && this.cells ? boxFor(this.layout, this.cells, kind, code) : null;
  }
}
