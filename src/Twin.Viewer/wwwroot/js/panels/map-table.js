import { amount, percent } from '../state/format.js';
import { capacities } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { say, t } from '../state/texts.js';
import { view } from '../state/view.js';

/** Everything that is known of micro-grids: what the map can show. A party group has the row of its micro-grid. */
export const mapMeasures = () => session.get().measures.filter(one => one.level === 'microGrid' || one.level === 'partyGroup');

/** The measure on the map; until one is chosen, who is notified before sites open, and who is tested after. */
export function shownMeasure() {
  const all = mapMeasures();
  const { measure } = view.get();
  const { run } = session.get();
  const early = (current.live?.simTime || run?.simTime || 0) < (run?.open ?? 0);
  return all.find(one => `${one.key}@${one.level}` === measure)
    ?? all.find(one => one.key === (early ? 'notified' : 'tested')) ?? all[0];
}

/** @returns {Table} */
export function mapTable() {
  const measure = shownMeasure();
  const { layout } = session.get();
  const { live } = current;
  if (!measure || !layout || !live) return { columns: [], rows: [] };
  const values = live.tables[measure.index];
  const of = capacities(layout, measure);
  const { code } = layout.levels.microGrid;
  const state = measure.unit === 'state';
  const rows = Array.from(values, (value, row) => [
    code[row], state ? amount(measure, value) : value, ...(of ? [of[row], percent(of[row] ? value / of[row] : 0)] : []),
  ]);
  const sum = values.reduce((a, b) => a + b, 0);
  const all = of ? Array.from(of).reduce((a, b) => a + b, 0) : 0;
  return {
    columns: [
      { label: t('level.microGrid') }, { label: say(measure), numeric: !state },
      ...(of ? [{ label: say({ en: t(`of.${measure.of}`), zh: t(`of.${measure.of}`) }), numeric: true }, { label: t('share'), numeric: true }] : []),
    ],
    rows,
    total: state ? undefined : [t('total'), sum, ...(of ? [all, percent(all ? sum / all : 0)] : [])],
    filters: `${t('map.measure')}: ${say(measure)}`,
  };
}
