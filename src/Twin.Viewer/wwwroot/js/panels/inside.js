import { html } from '../ui.js';
import { clock, duration, stateName, whole } from '../state/format.js';
import { lineage, nameOf } from '../state/layout.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { known, say, t } from '../state/texts.js';
import { select, view } from '../state/view.js';
import { icon } from '../shell/icons.js';
import { kindName, useGrain } from './grain.js';
import { HouseholdList } from './household-list.js';

const CHIPS = 60;

function Body() {
  const selection = useStore(view, v => v.selection);
  const { grain, problem } = useGrain(selection);
  if (!selection) return html`<p class="empty">${t('inside.none')}</p>`;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${t('panel.inside')}>
      <div class="inside">
        <${Who} selection=${selection} grain=${grain} />
        ${problem && html`<div class="preview warn" role="alert"><strong>${problem.title}</strong> ${problem.detail}</div>`}
        ${grain && html`
          <section><h3>${t('inside.state')}</h3><${Facts} kind=${selection.kind} state=${grain.state ?? {}} /></section>
          ${(grain.events ?? []).length > 0 && html`<section><h3>${t('inside.events')}</h3><${Events} events=${grain.events} /></section>`}
          ${selection.kind === 'microGrid' ? html`<${HouseholdList} code=${selection.code} asOf=${grain.asOf} />`
            : html`<${Links} title=${t('inside.children')} links=${grain.children} />`}
          <${Links} title=${t('inside.neighbours')} links=${grain.neighbours} />`}
      </div>
    </div>`;
}

/** @param {{ selection: { kind: string, code: string }, grain: any }} props */
function Who({ selection, grain }) {
  const { layout, run } = session.get();
  const { kind, code } = selection;
  const { lang } = view.get();
  const line = layout ? lineage(layout, kind, code) : {};
  const row = line[kind];
  const name = layout && row !== undefined && kind !== 'household' ? nameOf(layout, kind, row, lang) : '';
  const parents = grain?.parents ?? [];
  return html`
    <div>
      <div class="path">${parents.map((/** @type {any} */ one, /** @type {number} */ i) => html`${i > 0 ? html`<span class="muted">›</span>` : ''}<${Link} link=${one} long=${true} />`)}</div>
      <div class="who"><span class="muted">${t(`level.${kind}`)}</span><strong>${name || code}</strong>${name && name !== code ? html`<span class="mono">${code}</span>` : ''}
        ${grain && html`<span class="muted">${t('inside.asOf', clock(run, grain.asOf, true))}</span>`}
        <span class="push"></span>
        ${kind === 'microGrid' && html`<button onClick=${() => select('partyGroup', code)}>${t('level.partyGroup')}${icon('go')}</button>`}
        ${kind === 'partyGroup' && html`<button onClick=${() => select('microGrid', code)}>${t('level.microGrid')}${icon('go')}</button>`}
        ${kind === 'site' && html`<button onClick=${() => toInputs()}>${t('inside.act')}${icon('go')}</button>`}
      </div>
    </div>`;
}

function toInputs() {
  const { tabs } = view.get();
  const slot = document.querySelector('[data-tab="inputs"]')?.closest('section')?.style.gridArea.split(' ')[0] ?? 'low';
  view.set({ tabs: { ...tabs, [slot]: 'inputs' } });
}

/** State by key: known keys by their names, what is unknown by its key, so that new activities appear by themselves. @param {{ kind: string, state: Record<string, any> }} props */
function Facts({ kind, state }) {
  const { measures, run } = session.get();
  const show = (/** @type {string} */ key, /** @type {any} */ value) => {
    const measure = measures.find(one => one.key === key && one.level === kind);
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') {
      if (measure?.unit === 'state') return stateName(measure, value);
      if (measure?.unit === 'seconds' || /Seconds$/.test(key)) return duration(value);
      if (/(At|Time)$/.test(key)) return value < 0 ? '–' : clock(run, value, true);
      return Number.isInteger(value) ? whole(value) : value.toFixed(2);
    }
    if (typeof value === 'object') return JSON.stringify(value);
    return known(`value.${value}`) ? t(`value.${value}`) : String(value);
  };
  const label = (/** @type {string} */ key) => {
    const measure = measures.find(one => one.key === key && (one.level === kind || (kind === 'household' && one.level === 'microGrid')));
    return measure ? say(measure) : known(`state.${key}`) ? t(`state.${key}`) : key;
  };
  return html`<dl class="facts">${Object.entries(state).map(([key, value]) => html`<div key=${key}><dt title=${key}>${label(key)}</dt><dd>${show(key, value)}</dd></div>`)}</dl>`;
}

/** @param {{ events: { at: number, text: string }[] }} props */
function Events({ events }) {
  const { run } = session.get();
  return html`<ul>${events.slice(-12).reverse().map(one => html`<li><span class="mono muted">${clock(run, one.at, true)}</span> ${known(one.text) ? t(one.text) : one.text}</li>`)}</ul>`;
}

/** @param {{ title: string, links: any[] | undefined }} props */
function Links({ title, links }) {
  if (!links?.length) return null;
  return html`<section><h3>${title} (${whole(links.length)})</h3><div class="chips">${links.slice(0, CHIPS).map(one => html`<${Link} key=${one.kind + one.code} link=${one} />`)}
    ${links.length > CHIPS ? html`<span class="muted">${t('inside.more', links.length - CHIPS)}</span>` : ''}</div></section>`;
}

/** @param {{ link: { kind: string, code: string }, long?: boolean }} props */
function Link({ link, long = false }) {
  const { layout } = session.get();
  const kind = kindName(link.kind);
  const row = layout?.rows[kind]?.get(link.code);
  const name = long && layout && row !== undefined ? nameOf(layout, kind, row, view.get().lang) : link.code;
  if (kind === 'district') return html`<span>${name}</span>`;
  return html`<button class=${long ? 'link' : ''} title=${`${t(`level.${kind}`)} ${link.code}`} onClick=${() => select(kind, link.code)}>${name}</button>`;
}

/** @returns {import('./registry.js').Table} */
function table() {
  const rows = [...document.querySelectorAll('[data-panel="inside"] .facts > div')].map(one => [one.querySelector('dt')?.textContent ?? '', one.querySelector('dd')?.textContent ?? '']);
  const { selection } = view.get();
  return { columns: [{ label: t('inside.state') }, { label: t('inside.value') }], rows, filters: selection ? `${t(`level.${selection.kind}`)} ${selection.code}` : '' };
}

export const InsidePanel = { title: 'panel.inside', picture: false, Body, table };
