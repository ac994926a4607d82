import { t } from './texts.js';
import { view } from './view.js';

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** @param {number} value */
export const whole = value => plain.format(Math.round(value));

/** @param {number} share 0..1 */
export const percent = (share, digits = 1) => `${(100 * share).toFixed(digits)} %`;

/** @param {number} seconds */
export function duration(seconds) {
  if (seconds < 60) return t('unit.seconds', Math.round(seconds));
  if (seconds < 5400) return t('unit.minutes', Math.round(seconds / 60));
  return t('unit.hours', (seconds / 3600).toFixed(1));
}

/**
 * A value of a measure in words.
 * @param {Measure} measure
 * @param {number} value
 */
export function amount(measure, value) {
  if (measure.unit === 'seconds') return duration(value);
  if (measure.unit === 'state') return stateName(measure, value);
  return whole(value);
}

/** @param {Measure} measure @param {number} value */
export function stateName(measure, value) {
  const state = measure.states?.[value];
  return state ? state[view.get().lang] || state.en : String(value);
}

/** @param {string} unit */
export const unitName = unit => t(`unit.${unit}`);

/**
 * Clock time of a simulated moment: the scenario's own wall clock, whatever the browser's zone.
 * @param {{ start: string } | null} run
 * @param {number} ms
 */
export function clock(run, ms, seconds = false) {
  const local = new Date(startLocal(run) + ms);
  return local.toISOString().slice(11, seconds ? 19 : 16);
}

/** @param {{ start: string } | null} run @param {number} ms */
export function date(run, ms) {
  return new Date(startLocal(run) + ms).toISOString().slice(0, 10);
}

/** The start as if its local clock were UTC, in ms. @param {{ start: string } | null} run */
export function startLocal(run) {
  const start = run?.start ?? '2022-01-01T00:00:00';
  return Date.parse(`${start.slice(0, 19)}Z`);
}

/** Moment of the day `hh:mm` on the scenario's clock, in ms since its start. @param {{ start: string }} run @param {string} text */
export function parseClock(run, text) {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return NaN;
  const start = startLocal(run);
  const midnight = start - (start % 86400e3);
  const at = midnight + (Number(match[1]) * 60 + Number(match[2])) * 60e3;
  return at < start ? at + 86400e3 - start : at - start;
}
