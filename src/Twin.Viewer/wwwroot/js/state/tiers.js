// The jam tier of a site.
/** @type {Record<string, Tier>} */
export const TIERS = {
  notReady: { key: 'notReady', rank: 0, shape: 'dashed', attention: false },
  closed: { key: 'closed', rank: 1, shape: 'cross', attention: false },
  flowing: { key: 'flowing', rank: 2, shape: 'ring', attention: false },
  amber: { key: 'amber', rank: 3, shape: 'triangle', attention: true },
  outage: { key: 'outage', rank: 4, shape: 'square', attention: true },
  red: { key: 'red', rank: 5, shape: 'diamond', attention: true },
};

/** The measure of sites that has tiers. @param {Live} live */
export const jamMeasure = live => live.measures.find(one => one.level === 'site' && one.red !== undefined);

/** @param {Live} live @param {number} row @returns {Tier} */
export function tierOf(live, row) {
  const jam = jamMeasure(live);
  const value = jam ? live.tables[jam.index][row] : 0;
  if (jam?.red !== undefined && value >= jam.red) return TIERS.red;
  if ((live.value('outage', 'site', row) ?? 0) > 0) return TIERS.outage;
  if (jam?.amber !== undefined && value >= jam.amber) return TIERS.amber;
  const state = live.value('state', 'site', row);
  if (state === 3 || state === 4) return TIERS.closed;
  if (state === 0 || state === 1 || state === 5) return TIERS.notReady;
  return TIERS.flowing;
}
