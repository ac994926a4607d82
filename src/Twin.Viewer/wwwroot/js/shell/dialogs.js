import { html, useEffect, useRef } from '../ui.js';
import { useStore } from '../state/store.js';
import { view } from '../state/view.js';
import { Help } from './help.js';
import { StartDialog } from './start.js';

/** The dialog that is open, if any: the browser's own, so that Esc, focus and the reader's order are right. */
export function Dialogs() {
  const dialog = useStore(view, v => v.dialog);
  /** @type {{ current: HTMLDialogElement | null }} */
  const ref = useRef(null);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    if (dialog && !box.open) box.showModal();
    if (!dialog && box.open) box.close();
  }, [dialog]);
  return html`
    <dialog ref=${ref} aria-labelledby="dialog-title" onClose=${() => view.set({ dialog: null })}>
      ${dialog === 'start' && html`<${StartDialog} />`}
      ${dialog === 'help' && html`<${Help} />`}
    </dialog>`;
}
