import { control } from '../state/open.js';
import { backToLive, showBaseline } from '../state/hold.js';
import { session } from '../state/session.js';
import { toggleTable, view } from '../state/view.js';
import { faster, slower } from './speed.js';

/** The panel that has the focus, or was touched last. */
let lastPanel = 'map';

const inField = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement && (target.closest('input, select, textarea, dialog, [contenteditable]') !== null);

/** @param {number} times */
async function steps(times) {
  const state = session.get().run?.state;
  if (state === 'running') await control({ action: 'pause' });
  if (state !== 'running' && state !== 'paused') return;
  for (let i = 0; i < times; i++) await control({ action: 'step' });
}

const ASKED_HOLDS_MS = 2_000;
/** @type {{ speed: number | null, at: number }} what was asked last: the server's word for it may still be on its way */
let asked = { speed: null, at: 0 };

/** @param {(speed: number | null) => number | null} next */
function speedTo(next) {
  const now = Date.now() - asked.at < ASKED_HOLDS_MS ? asked.speed : session.get().run?.speed ?? null;
  asked = { speed: next(now), at: Date.now() };
  void control({ action: 'speed', speed: asked.speed });
}

/** The baseline is shown for as long as its key is down. */
let held = false;

/** @type {Record<string, (event: KeyboardEvent) => void>} */
const ACTS = {
  ' ': () => {
    const state = session.get().run?.state;
    if (state === 'running') void control({ action: 'pause' });
    if (state === 'paused') void control({ action: 'resume' });
  },
  ArrowRight: event => void steps(event.shiftKey ? 10 : 1),
  ',': () => speedTo(slower),
  '.': () => speedTo(faster),
  '/': () => /** @type {HTMLElement | null} */ (document.getElementById('search'))?.focus(),
  '?': () => view.set({ dialog: 'help' }),
  b: event => { if (!event.repeat) showBaseline(held = true); },
  l: backToLive,
  t: () => toggleTable(lastPanel),
  f: () => view.set({ alone: view.get().alone ? null : lastPanel }),
  e: () => {
    const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector(`[data-panel="${lastPanel}"] details.menu`));
    if (!menu) return;
    menu.open = true;
    menu.querySelector('button')?.focus();
  },
};

export function listenKeys() {
  listenRelease();
  const remember = (/** @type {Event} */ event) => {
    const panel = /** @type {Element} */ (event.target)?.closest?.('[data-panel]');
    if (panel) lastPanel = panel.getAttribute('data-panel') ?? lastPanel;
  };
  addEventListener('focusin', remember);
  addEventListener('pointerdown', event => {
    remember(event);
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute('open');
    }
  });
  addEventListener('keydown', event => {
    if (event.key === 'Escape') return escape();
    if (!view.get().keys || event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    if (event.key === ' ' && /** @type {Element} */ (event.target)?.closest?.('button, summary, a')) return;
    const act = ACTS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}

/** The key is let go, or the window is left while it is down. */
function listenRelease() {
  addEventListener('keyup', event => { if (event.key.toLowerCase() === 'b' && held) showBaseline(held = false); });
  addEventListener('blur', () => { if (held) showBaseline(held = false); });
}

function escape() {
  const menu = document.querySelector('details.menu[open]');
  if (menu) menu.removeAttribute('open');
  else if (!view.get().dialog && view.get().alone) view.set({ alone: null });
}
