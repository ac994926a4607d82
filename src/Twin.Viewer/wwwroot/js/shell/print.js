import { view } from '../state/view.js';

/** The theme that was on before printing. @type {'dark' | 'light' | null} */
let before = null;

/** Paper is light: canvases are drawn anew in the light theme before the page is printed. */
export function printPage() {
  before ??= view.get().theme;
  view.set({ theme: 'light' });
  // Two frames: one to render, one in which the canvases have been drawn.
  setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => print())), 300);
}

export function listenPrint() {
  addEventListener('beforeprint', () => {
    before ??= view.get().theme;
    view.set({ theme: 'light' });
  });
  addEventListener('afterprint', () => {
    if (before) view.set({ theme: before });
    before = null;
  });
}
