import { html, useEffect, useState } from '../ui.js';
import { api } from '../wire/api.js';
import { session } from '../state/session.js';
import { t } from '../state/texts.js';
import { select } from '../state/view.js';

/** The households of a micro-grid as squares: filled when all are tested, half when some, hollow when none. @param {{ code: string, asOf: number }} props */
export function HouseholdList({ code, asOf }) {
  const [list, setList] = useState(/** @type {{ code: string, size: number, tested: number }[]} */ ([]));
  useEffect(() => {
    let gone = false;
    const { run } = session.get();
    if (run) api.householdsOf(run.id, code).then(answer => { if (!gone) setList(answer.households); }, () => {});
    return () => { gone = true; };
  }, [code, asOf]);
  if (list.length === 0) return null;
  const done = list.filter(one => one.tested >= one.size && one.size > 0).length;
  return html`<section><h3>${t('inside.households', done, list.length)}</h3><div class="households">
    ${list.map(one => {
      const look = one.size > 0 && one.tested >= one.size ? 'all' : one.tested > 0 ? 'some' : '';
      const text = t('inside.household', one.code, one.tested, one.size);
      return html`<button key=${one.code} class=${look} title=${text} aria-label=${text} onClick=${() => select('household', one.code)}>${one.size}</button>`;
    })}</div></section>`;
}
