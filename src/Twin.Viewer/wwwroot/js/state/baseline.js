// The baseline: the state before an intervention, kept so that a key shows it beside what came of it.
import { createStore } from './store.js';

/** Interventions whose state before is kept, the newest ones; some 150 kB each for a full district. */
const KEPT = 24;
/** What an entry of the log says has happened when it comes: the moments before are kept for as long as it may be on its way. */
const RECENT = 10;
const RECENT_EVERY_MS = 400;

export const baseline = createStore({
  kept: /** @type {Kept[]} */ ([]),
  /** Time of the intervention that was chosen; null for the last one. @type {number | null} */
  chosen: null,
  /** It is shown in place of the run. */
  on: false,
});

/** @type {Live[]} */
let recent = [];
let recentAt = 0;

/** Another run is opened. */
export function forget() {
  recent = [];
  recentAt = 0;
  baseline.set({ kept: [], chosen: null, on: false });
}

/** @param {Live} live */
export function keepRecent(live) {
  const now = Date.now();
  if (now - recentAt < RECENT_EVERY_MS || recent[recent.length - 1]?.simTime === live.simTime) return;
  recentAt = now;
  recent = [...recent.slice(1 - RECENT), live.freeze()];
}

/** An intervention takes effect: keeps the newest numbers that it has not touched. @param {Live} live @param {number} at ms */
export function keepBefore(live, at) {
  const { kept } = baseline.get();
  if (kept.some(one => one.at === at)) return;
  const before = live.times.size > 0 && live.simTime <= at ? live.freeze() : [...recent].reverse().find(one => one.simTime <= at);
  // One from before this page was opened: there is nothing to show.
  if (before) baseline.set({ kept: [...kept, { at, live: before }].slice(-KEPT) });
}

/** @returns {Kept | undefined} */
export function theBaseline() {
  const { kept, chosen } = baseline.get();
  return (chosen === null ? undefined : kept.find(one => one.at === chosen)) ?? kept[kept.length - 1];
}
