import { html, useState } from '../ui.js';
import { session } from '../state/session.js';
import { t } from '../state/texts.js';
import { select, view } from '../state/view.js';
import { find } from './find.js';

/** Search by code or name: a combo box as the ARIA practices describe it. */
export function Search() {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const { layout } = session.get();
  const hits = layout && open ? find(layout, text, view.get().lang) : [];
  const take = (/** @type {{ kind: string, code: string }} */ hit) => {
    select(hit.kind, hit.code);
    setText(hit.code);
    setOpen(false);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter' && hits[at]) take(hits[at]);
    else if (event.key === 'Escape') {
      setOpen(false);
      /** @type {HTMLElement} */ (event.target).blur();
    } else return;
    event.preventDefault();
  };
  const list = open && text.trim() !== '';
  return html`
    <div class="search" onFocusOut=${(/** @type {any} */ e) => { if (!e.currentTarget.contains(e.relatedTarget)) setOpen(false); }}>
      <input id="search" type="search" role="combobox" autocomplete="off" placeholder=${t('search.hint')} aria-label=${t('search')} aria-expanded=${String(list)}
        aria-controls="search-list" aria-autocomplete="list" aria-activedescendant=${list && hits[at] ? `hit-${at}` : undefined} value=${text}
        onInput=${(/** @type {any} */ e) => { setText(e.target.value); setAt(0); setOpen(true); }} onKeyDown=${key} />
      ${list && html`<ul id="search-list" role="listbox" aria-label=${t('search')}>
        ${hits.length === 0 && html`<li role="option" aria-selected="false" class="muted">${t('search.none')}</li>`}
        ${hits.map((hit, i) => html`<li id=${`hit-${i}`} role="option" aria-selected=${String(i === at)} onMouseDown=${(/** @type {Event} */ e) => { e.preventDefault(); take(hit); }}>
          <span>${hit.name === hit.code || !hit.name ? hit.code : `${hit.name}`} ${hit.name && hit.name !== hit.code ? html`<span class="muted mono">${hit.code}</span>` : ''}</span><span class="muted">${t(`level.${hit.kind}`)}</span></li>`)}
      </ul>`}
    </div>`;
}
