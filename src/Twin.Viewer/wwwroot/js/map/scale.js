import { colour, mix } from '../state/theme.js';

/** Steps of a scale. A cell is drawn again only when its step changes. */
export const STEPS = 24;

/** Blue for progress; the accent only for what asks for attention. @param {boolean} attention */
export function ramp(attention) {
  const name = attention ? 'heat' : 'scale';
  const stops = [0, 1, 2, 3, 4].map(i => colour(`${name}-${i}`));
  return Array.from({ length: STEPS }, (_, step) => {
    const at = (step / (STEPS - 1)) * (stops.length - 1);
    const low = Math.min(stops.length - 2, Math.floor(at));
    return mix(stops[low], stops[low + 1], at - low);
  });
}

/**
 * @param {Measure} measure
 * @param {ArrayLike<number> | null} capacities
 * @param {ArrayLike<number>} values now: they set the scale of what is not a plain share
 * @returns {Scale}
 */
export function makeScale(measure, capacities, values) {
  const colours = ramp(measure.attention === true);
  if (measure.unit === 'state') {
    const last = Math.max(1, (measure.states?.length ?? 2) - 1);
    return { colours, top: last, share: false, states: true, step: value => Math.round((Math.min(value, last) / last) * (STEPS - 1)) };
  }
  const share = capacities !== null;
  const top = share && !measure.attention ? 1 : niceTop(values, capacities);
  return {
    colours, top, share, states: false,
    step(value, row) {
      const part = (capacities ? value / Math.max(1, capacities[row]) : value) / top;
      if (value <= 0) return 0;
      // The last step is for what is complete, the first for nothing at all.
      return part >= 1 ? STEPS - 1 : Math.max(1, Math.min(STEPS - 2, Math.round(part * (STEPS - 1))));
    },
  };
}

/** A round number that nearly all values stay under. @param {ArrayLike<number>} values @param {ArrayLike<number> | null} capacities */
function niceTop(values, capacities) {
  const all = Array.from(values, (value, row) => (capacities ? value / Math.max(1, capacities[row]) : value)).filter(one => one > 0);
  if (all.length === 0) return capacities ? 0.05 : 10;
  all.sort((a, b) => a - b);
  const high = all[Math.floor(all.length * 0.98)];
  const unit = 10 ** Math.floor(Math.log10(high));
  const nice = [1, 2, 5, 10].find(one => one * unit >= high) ?? 10;
  return capacities ? Math.min(1, nice * unit) : nice * unit;
}
