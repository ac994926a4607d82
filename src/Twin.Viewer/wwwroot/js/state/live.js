import { bytesOf, readBlob } from '../wire/frame.js';
import { countOf } from './layout.js';

/**
 * The numbers as frames left them: one table of whole numbers per measure, rows as in the layout.
 */
export class Live {
  /**
   * @param {Measure[]} measures
   * @param {Layout | null} layout null for a copy, whose tables are put in
   */
  constructor(measures, layout) {
    this.measures = measures;
    /** @type {Int32Array[]} */
    this.tables = measures.map(one => new Int32Array(one.level === 'district' ? 1 : layout ? countOf(layout, one.level) : 0));
    /** Counts the changes of each measure: who draws it compares. @type {Uint32Array} */
    this.versions = new Uint32Array(measures.length);
    /** Rows that changed since they were taken, by measure. @type {Set<number>[]} */
    this.changed = measures.map(() => new Set());
    this.whole = measures.map(() => true);
    this.simTime = 0;
    this.wallTime = 0;
    /** @type {Map<string, number>} */
    this.times = new Map();
    /** @type {Map<string, number>} */
    this.places = new Map(measures.map(one => [`${one.key}@${one.level}`, one.index]));
    /** @type {Set<(topic: string) => void>} */
    this.listeners = new Set();
  }

  /** @param {Frame} frame */
  apply(frame) {
    const keyframe = frame.kind === 'keyframe';
    if (keyframe) {
      for (const one of this.measures) {
        if (one.topic !== frame.topic) continue;
        this.tables[one.index].fill(0);
        this.whole[one.index] = true;
        this.versions[one.index]++;
      }
    }
    let table = this.tables[0];
    let changed = this.changed[0];
    let here = 0;
    readBlob(bytesOf(frame.blob), index => {
      if (!this.tables[index]) throw new Error(`The frame names measure ${index}; this run has ${this.tables.length}.`);
      here = index;
      table = this.tables[index];
      changed = this.changed[index];
      this.versions[index]++;
    }, (row, value) => {
      table[row] = value;
      if (!this.whole[here]) changed.add(row);
    });
    this.simTime = Math.max(Number(frame.simTime), keyframe ? 0 : this.simTime);
    this.wallTime = Number(frame.wallTime);
    this.times.set(frame.topic, Number(frame.simTime));
    for (const listener of this.listeners) listener(frame.topic);
  }

  /** The numbers as they are now, which do not change any more. */
  freeze() {
    const copy = new Live(this.measures, null);
    copy.tables = this.tables.map(one => one.slice());
    copy.simTime = this.simTime;
    copy.wallTime = this.wallTime;
    return copy;
  }

  /** @param {string} key @param {string} level @returns {Int32Array | undefined} */
  table(key, level) {
    const place = this.places.get(`${key}@${level}`);
    return place === undefined ? undefined : this.tables[place];
  }

  /** @param {string} key @param {string} level */
  value(key, level, row = 0) {
    return this.table(key, level)?.[row];
  }

  /**
   * The rows of a measure that changed since the last call; null for all.
   * @param {number} index
   */
  take(index) {
    if (this.whole[index]) {
      this.whole[index] = false;
      this.changed[index].clear();
      return null;
    }
    const rows = this.changed[index];
    if (rows.size > 0) this.changed[index] = new Set();
    return rows;
  }
}
