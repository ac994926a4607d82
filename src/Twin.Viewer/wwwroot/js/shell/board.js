import { html, useEffect, useState } from '../ui.js';
import { useStore } from '../state/store.js';
import { view } from '../state/view.js';
import { Slot } from '../panels/slot.js';
import { PANELS } from '../panels/registry.js';

/** Which panels share a place, by layout; the first of a place is shown until another is chosen. @type {Record<string, Record<string, string[]>>} */
const BOARDS = {
  wall: { map: ['map'], a: ['coverage'], b: ['cascade'], c: ['heat'], d: ['sites'], e: ['inside'], f: ['log', 'inputs'] },
  laptop: { map: ['map'], a: ['coverage'], b: ['cascade'], right: ['heat', 'sites'], low: ['inside', 'inputs', 'log'] },
  tablet: { map: ['map'], a: ['coverage', 'cascade', 'heat'], right: ['sites', 'inside', 'inputs', 'log'] },
};

const WALL = matchMedia('(min-width: 2400px)');
const TABLET = matchMedia('(max-width: 1099px)');
const which = () => (WALL.matches ? 'wall' : TABLET.matches ? 'tablet' : 'laptop');

export function Board() {
  const [name, setName] = useState(which());
  const alone = useStore(view, v => v.alone);
  const selection = useStore(view, v => v.selection);
  useEffect(() => {
    const look = () => setName(which());
    WALL.addEventListener('change', look);
    TABLET.addEventListener('change', look);
    return () => {
      WALL.removeEventListener('change', look);
      TABLET.removeEventListener('change', look);
    };
  }, []);
  useEffect(() => { if (selection) showInside(BOARDS[which()]); }, [selection]);
  if (alone && alone in PANELS) return html`<main class="alone"><${Slot} key="alone" name="alone" panels=${[alone]} /></main>`;
  return html`<main class=${name}>
    ${Object.entries(BOARDS[name]).map(([slot, panels]) => html`<${Slot} key=${slot} name=${slot} panels=${panels} />`)}
  </main>`;
}

/** A selection is looked into, unless one is just deciding what to do with it. @param {Record<string, string[]>} board */
function showInside(board) {
  for (const [slot, panels] of Object.entries(board)) {
    if (!panels.includes('inside') || panels.length === 1) continue;
    const { tabs } = view.get();
    if (tabs[slot] !== 'inputs') view.set({ tabs: { ...tabs, [slot]: 'inside' } });
  }
}
