import { html } from '../ui.js';
import { amount, percent } from '../state/format.js';
import { capacities, lineage, nameOf } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { say, t } from '../state/texts.js';
import { useTick } from '../state/tick.js';
import { tierOf } from '../state/tiers.js';
import { view } from '../state/view.js';

const MOST_LINES = 9;

/** What the pointer is over, in numbers. @param {{ hover: any, measure: any }} props */
export function Tip({ hover, measure }) {
  useTick(500);
  const { layout } = session.get();
  const { live } = current;
  if (!layout || !live) return null;
  const { lang } = view.get();
  const level = hover.kind === 'site' ? 'site' : 'microGrid';
  const line = lineage(layout, level, layout.levels[level].code[hover.row]);
  const place = ['street', 'community'].filter(one => line[one] !== undefined).map(one => nameOf(layout, one, line[one], lang)).join(' · ');
  const shown = live.measures.filter(one => one.level === level || (level === 'microGrid' && one.level === 'partyGroup')).slice(0, MOST_LINES);
  const right = hover.x > innerWidth * 0.35;
  const style = { left: `${right ? hover.x - 14 : hover.x + 14}px`, top: `${hover.y + 12}px`, transform: `translate(${right ? '-100%' : '0'}, ${hover.y > innerHeight * 0.3 ? 'calc(-100% - 24px)' : '0'})` };
  return html`
    <div class="tip" style=${style}>
      <strong>${t(`level.${hover.kind}`)} ${hover.code}</strong><div class="muted">${place}</div>
      ${level === 'site' && html`<div>${t(`tier.${tierOf(live, hover.row).key}.short`)}</div>`}
      <dl>${shown.map(one => {
        const value = live.tables[one.index][hover.row];
        const of = capacities(layout, one)?.[hover.row];
        return html`<dt class=${one === measure ? 'on' : ''}>${say(one)}</dt><dd>${amount(one, value)}${of ? ` / ${of} · ${percent(value / of, 0)}` : ''}</dd>`;
      })}</dl>
    </div>`;
}
