import { api } from '../wire/api.js';
import { session } from '../state/session.js';
import { view } from '../state/view.js';
import { lineage } from '../state/layout.js';

const EVERY_MS = 2_000;
/** Nearer than this, single households can be told apart. */
const NEAR = 0.5;

/**
 * Keeps the households of the selected micro-grid up to date on the map, as long as they can be told apart.
 * @param {MapRenderer} renderer
 * @returns {() => void}
 */
export function whereHouseholds(renderer) {
  let shown = '';
  let busy = false;
  const look = async () => {
    const { run, layout } = session.get();
    const { selection } = view.get();
    const line = selection && layout ? lineage(layout, selection.kind, selection.code) : {};
    const row = selection?.kind === 'microGrid' || selection?.kind === 'household' ? line.microGrid : undefined;
    if (!run || !layout || row === undefined || renderer.camera.k < NEAR) {
      if (renderer.options.households) renderer.set({ households: null });
      shown = '';
      return;
    }
    const code = layout.levels.microGrid.code[row];
    const chosen = selection?.kind === 'household' ? Number(/-H(\d+)$/.exec(selection.code)?.[1]) - 1 : -1;
    const key = `${code} ${chosen}`;
    if (busy || (run.state !== 'running' && key === shown && renderer.options.households)) return;
    busy = true;
    try {
      const { households } = await api.householdsOf(run.id, code);
      renderer.set({ households: { row, list: households, chosen } });
      shown = key;
    } catch {
      renderer.set({ households: null }); // the panel beside says what is wrong
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(look, EVERY_MS);
  const stop = view.subscribe(() => void look());
  void look();
  return () => {
    clearInterval(timer);
    stop();
  };
}
