import { createStore } from './store.js';

/** As many as a page keeps; the server has all. */
const KEPT = 2_000;

export const log = createStore({
  entries: /** @type {Entry[]} */ ([]),
  acknowledged: /** @type {Set<number>} */ (new Set()),
});

/** @type {Entry[]} */
let waiting = [];
let scheduled = false;

/** Entries come in bursts (all of them after a reload), so they are taken over together. @param {Entry} entry */
export function addEntry(entry) {
  waiting.push(entry);
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    log.set({ entries: [...log.get().entries, ...waiting].slice(-KEPT) });
    waiting = [];
  }, 100);
}

export function clearLog() {
  waiting = [];
  log.set({ entries: [], acknowledged: new Set() });
}

/** @param {number[]} numbers */
export function acknowledge(numbers) {
  log.set({ acknowledged: new Set([...log.get().acknowledged, ...numbers]) });
}
