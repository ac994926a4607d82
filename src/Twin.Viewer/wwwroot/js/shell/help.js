import { html } from '../ui.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { view } from '../state/view.js';

const KEYS = [
  ['Space', 'key.play'], ['→', 'key.step'], ['Shift →', 'key.step10'], [', .', 'key.speed'], ['B', 'key.before'], ['L', 'key.live'], ['/', 'key.search'], ['T', 'key.table'],
  ['E', 'key.export'], ['F', 'key.alone'], ['Ctrl P', 'print'], ['?', 'key.help'], ['Esc', 'key.escape'], ['← ↑ → ↓', 'key.pan'], ['+ −', 'key.zoom'], ['0', 'key.fit'], ['Enter', 'key.enter'], ['← ↑ → ↓', 'key.cascade'],
];

export function Help() {
  const keys = useStore(view, v => v.keys);
  return html`
    <h2 id="dialog-title">${t('help')}</h2>
    <p class="muted">${t('help.words')}</p>
    <p class="row"><label class="row"><input type="checkbox" checked=${keys} onChange=${(/** @type {any} */ e) => view.set({ keys: e.target.checked })} /> ${t('help.keys')}</label></p>
    <dl class="help-keys">${KEYS.map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd>${t(text)}</dd>`)}</dl>
    <p class="row"><span class="push"></span><button class="primary" onClick=${() => view.set({ dialog: null })}>${t('close')}</button></p>`;
}
