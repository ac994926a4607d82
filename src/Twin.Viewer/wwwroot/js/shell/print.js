import { createStore } from '../state/store.js';
import { view } from '../state/view.js';

/** Whether the page is laid out for paper: all panels under each other, in the light theme, each with what it shows of which run and when. */
export const printing = createStore({ on: false });

/** Time for the canvases to be drawn anew at the size that they have on paper. */
const DRAWN_AFTER_MS = 900;

/** The theme that was on before printing. @type {'dark' | 'light' | null} */
let before = null;

/** @param {boolean} on */
function layOut(on) {
  if (on === printing.get().on) return;
  document.documentElement.classList.toggle('printing', on);
  if (on) before = view.get().theme;
  view.set({ theme: on ? 'light' : before ?? view.get().theme });
  printing.set({ on });
}

/** Lays out first and prints then: while a browser prints, nothing is drawn any more. */
export function printPage() {
  layOut(true);
  setTimeout(() => requestAnimationFrame(() => {
    print();
    layOut(false);
  }), DRAWN_AFTER_MS);
}

export function listenPrint() {
  addEventListener('beforeprint', () => layOut(true));
  addEventListener('afterprint', () => layOut(false));
  matchMedia('print').addEventListener('change', event => layOut(event.matches));
  addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    printPage();
  });
}
