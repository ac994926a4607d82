import { html } from '../ui.js';
import { clock, whole } from '../state/format.js';
import { lineage, nameOf } from '../state/layout.js';
import { log } from '../state/log.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { select, view } from '../state/view.js';
import { icon } from '../shell/icons.js';
import { ProblemWords } from '../shell/problem.js';
import { Facts, Streamed } from './facts.js';
import { kindName, useGrain } from './grain.js';
import { HouseholdList } from './household-list.js';
import { entryText } from './log-text.js';

const CHIPS = 60;
const EVENTS = 12;

function Body() {
  const selection = useStore(view, v => v.selection);
  const { grain, problem } = useGrain(selection);
  if (!selection) return html`<p class="empty">${t('inside.none')}</p>`;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${t('panel.inside')}>
      <div class="inside">
        <${Who} selection=${selection} grain=${grain} />
        ${problem && html`<div class="preview warn" role="alert"><${ProblemWords} problem=${problem} /></div>`}
        ${grain && html`
          <section><h3>${t('inside.state')}</h3><${Facts} kind=${selection.kind} state=${grain.state ?? {}} /></section>
          <${Streamed} selection=${selection} told=${grain.state ?? {}} />
          <${Events} code=${selection.code} own=${grain.events} />
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
  const parents = [...(grain?.parents ?? [])].sort((a, b) => rank(a) - rank(b));
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

/** From the district down, however the server orders them. @param {{ kind: string }} link */
const rank = link => ['district', 'alliance', 'council', 'street', 'community', 'compound', 'baseGrid', 'microGrid'].indexOf(kindName(link.kind));

function toInputs() {
  const { tabs } = view.get();
  const slot = document.querySelector('[data-tab="inputs"]')?.closest('section')?.style.gridArea.split(' ')[0] ?? 'low';
  view.set({ tabs: { ...tabs, [slot]: 'inputs' } });
}

/** Its own last events, the newest first; when it keeps none, what the log says of it. @param {{ code: string, own: Entry[] | undefined }} props */
function Events({ code, own }) {
  const { run } = session.get();
  const entries = useStore(log, l => l.entries);
  const events = own?.length ? own : entries.filter(one => one.code === code).reverse();
  if (events.length === 0) return null;
  return html`<section><h3>${t('inside.events')}</h3><ul>${events.slice(0, EVENTS).map(one => html`<li>
    <span class="mono muted">${clock(run, Number(one.at ?? one.simTime), true)}</span> ${entryText(one)}${(one.count ?? 1) > 1 ? html` <span class="muted">× ${whole(one.count ?? 1)}</span>` : ''}
  </li>`)}</ul></section>`;
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

/** @returns {Table} */
function table() {
  const rows = [...document.querySelectorAll('[data-panel="inside"] .facts > div')].map(one => [one.querySelector('dt')?.textContent ?? '', one.querySelector('dd')?.textContent ?? '']);
  const { selection } = view.get();
  return { columns: [{ label: t('inside.state') }, { label: t('inside.value') }], rows, filters: selection ? `${t(`level.${selection.kind}`)} ${selection.code}` : '' };
}

export const InsidePanel = { title: 'panel.inside', picture: false, Body, table };
