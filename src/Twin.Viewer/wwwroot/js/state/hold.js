import { baseline, theBaseline } from './baseline.js';
import { current } from './open.js';
import { view } from './view.js';

/** Shows the baseline in place of the run, or the run again. What has no baseline says so. @param {boolean} on @param {number | null} [chosen] time of the intervention */
export function showBaseline(on, chosen = baseline.get().chosen) {
  baseline.set({ chosen });
  current.held = on ? theBaseline()?.live ?? null : null;
  baseline.set({ on });
}

/** Back from a baseline, or from the moment of a link, to the run as it is. */
export function backToLive() {
  showBaseline(false);
  view.set({ moment: null, askedSpeed: undefined });
}

/** The moment that pictures over time mark, in ms; null while the run is followed. */
export const markedMoment = () => current.held?.simTime ?? view.get().moment;
