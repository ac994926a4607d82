import { html } from '../ui.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { toggleTable, view } from '../state/view.js';
import { about } from '../export/about.js';
import { printing } from '../shell/print.js';
import { icon } from '../shell/icons.js';
import { saveCsv } from '../export/csv.js';
import { savePicture } from '../export/png.js';
import { PANELS } from './registry.js';
import { Twin } from './twin.js';

/** A place on the board: one panel, or several behind tabs. @param {{ name: string, panels: string[] }} props */
export function Slot({ name, panels }) {
  const tabs = useStore(view, v => v.tabs);
  const asTable = useStore(view, v => v.tables);
  const alone = useStore(view, v => v.alone);
  const shown = panels.includes(tabs[name]) ? tabs[name] : panels[0];
  const panel = PANELS[shown];
  const onPaper = useStore(printing, p => p.on);
  const table = asTable.includes(shown);
  const show = (/** @type {string} */ id) => view.set({ tabs: { ...view.get().tabs, [name]: id } });
  return html`
    <section class="panel" style=${{ gridArea: name }} data-panel=${shown} aria-label=${t(panel.title)}>
      <header>
        ${onPaper && html`<${OnPaper} id=${shown} />`}
        ${panels.length === 1 ? html`<h2>${t(panel.title)}</h2>` : html`<${Tabs} panels=${panels} shown=${shown} show=${show} />`}
        ${panel.Head && html`<div class="head"><${panel.Head} /></div>`}
        <div class="acts">
          ${panel.picture && html`<button class="icon quiet" aria-pressed=${String(table)} title=${`${t('panel.table')} (T)`} aria-label=${t('panel.table.of', t(panel.title))} onClick=${() => toggleTable(shown)}>${icon('table')}</button>`}
          <details class="menu">
            <summary title=${`${t('panel.export')} (E)`} aria-label=${t('panel.export.of', t(panel.title))}>${icon('save')}</summary>
            <div><button onClick=${(/** @type {any} */ e) => run(e, () => savePicture(shown))}>${t('panel.png')}</button>
              <button onClick=${(/** @type {any} */ e) => run(e, () => saveCsv(shown))}>${t('panel.csv')}</button></div>
          </details>
          <button class="icon quiet" aria-pressed=${String(alone === shown)} title=${`${t(alone ? 'panel.back' : 'panel.alone')} (F)`} aria-label=${t(alone ? 'panel.back' : 'panel.alone')} onClick=${() => view.set({ alone: alone ? null : shown })}>${icon(alone ? 'back' : 'alone')}</button>
        </div>
      </header>
      <div class="body" role=${panels.length > 1 ? 'tabpanel' : undefined}>
        ${table ? html`<${Twin} key=${shown} id=${shown} />` : html`<${panel.Body} key=${shown} />`}
      </div>
    </section>`;
}

/** What a printed picture says of itself. @param {{ id: string }} props */
function OnPaper({ id }) {
  const said = about(t(PANELS[id].title));
  const { filters } = PANELS[id].table();
  return html`<p class="print-about"><strong>${said.title}</strong> <span>${said.time}</span> <span class="muted">${said.line}${filters ? ` · ${filters}` : ''}</span></p>`;
}

/** @param {any} event @param {() => void} act */
function run(event, act) {
  event.target.closest('details').open = false;
  act();
}

/** @param {{ panels: string[], shown: string, show: (id: string) => void }} props */
function Tabs({ panels, shown, show }) {
  const turn = (/** @type {any} */ event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = panels[(panels.indexOf(shown) + by + panels.length) % panels.length];
    show(next);
    event.currentTarget.querySelector(`[data-tab="${next}"]`)?.focus();
  };
  return html`<div class="tabs" role="tablist" onKeyDown=${turn}>
    ${panels.map(id => html`<button role="tab" data-tab=${id} aria-selected=${String(id === shown)} tabindex=${id === shown ? 0 : -1} onClick=${() => show(id)}>${t(PANELS[id].title)}</button>`)}
  </div>`;
}
