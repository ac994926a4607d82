import { t } from '../state/texts.js';
import { whole } from '../state/format.js';

/** As fast as it goes. */
export const FASTEST = null;

/** Simulated seconds a second that the buttons step through. */
const STOPS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1200, 3000, 6000, 10000];
const MOST = 10_000;

/** The slider is logarithmic: 0 is 1×, 100 is 10,000×. @param {number | null} speed */
export const toSlider = speed => (speed === FASTEST ? 100 : Math.round((Math.log10(Math.max(1, speed)) / 4) * 100));

/** Two significant digits: a slider of a hundred steps promises no more. @param {number} place 0..100 */
export const fromSlider = place => Math.min(MOST, Number((10 ** (place / 25)).toPrecision(place < 25 ? 1 : 2)));

/** @param {number | null} speed @returns {number | null} */
export const faster = speed => (speed === FASTEST ? FASTEST : STOPS.find(one => one > speed) ?? FASTEST);

/** @param {number | null} speed @returns {number} */
export const slower = speed => (speed === FASTEST ? MOST : [...STOPS].reverse().find(one => one < speed) ?? 1);

/** @param {number | null} speed */
export const speedText = speed => (speed === FASTEST ? t('control.max') : `${whole(speed)} ×`);
