import { stateName, whole } from '../state/format.js';
import { t } from '../state/texts.js';

/**
 * Why a site is slow, from its own numbers: what is down, what is short, where people stand.
 * Says nothing about what the run does not measure.
 * @param {Live} live
 * @param {Layout} layout
 * @param {number} row
 */
export function why(live, layout, row) {
  const get = (/** @type {string} */ key) => live.value(key, 'site', row) ?? 0;
  const { site } = layout.levels;
  const reasons = [];
  const state = live.measures.find(one => one.key === 'state' && one.level === 'site');
  if (get('outage') > 0) reasons.push(t('why.outage'));
  if (state && get('state') !== 2) reasons.push(stateName(state, get('state')));
  const [desks, samplers] = [get('desksOnDuty'), get('samplersOnDuty')];
  const [atDesks, atSwab] = [get('registrationQueue'), get('swabQueue')];
  if (atDesks > atSwab && atDesks > 0) reasons.push(t('why.desks', whole(atDesks), desks));
  else if (atSwab > 0) reasons.push(t('why.samplers', whole(atSwab), samplers));
  if (site.samplers && samplers < site.samplers[row]) reasons.push(t('why.absent', site.samplers[row] - samplers, site.samplers[row]));
  if (get('door') > atDesks + atSwab) reasons.push(t('why.door', whole(get('door'))));
  if (get('balked') > 0) reasons.push(t('why.balked', whole(get('balked'))));
  return reasons.slice(0, 3).join(' · ') || t('why.waiting', whole(get('waiting')));
}
