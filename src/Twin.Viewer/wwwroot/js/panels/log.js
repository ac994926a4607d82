import { html } from '../ui.js';
import { clock } from '../state/format.js';
import { acknowledge, log } from '../state/log.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { select, view } from '../state/view.js';
import { icon } from '../shell/icons.js';
import { entryText } from './log-text.js';

const SHOWN = 300;
const KINDS = ['run', 'jam', 'outage', 'site', 'escalation', 'input'];

/** What kind of thing a code names: its form says it. @param {string} code */
export function kindOf(code) {
  const { layout } = session.get();
  if (/-H\d+$/.test(code)) return 'household';
  return ['site', 'microGrid', 'baseGrid', 'compound', 'community', 'street'].find(kind => layout?.rows[kind].has(code));
}

function filtered() {
  const { entries, acknowledged } = log.get();
  const { logFilter, logOpen } = view.get();
  return entries.filter(one => (!logFilter || one.kind === logFilter) && (!logOpen || (one.severity === 'attention' && !acknowledged.has(one.seq)))).reverse();
}

function Body() {
  const { entries, acknowledged } = useStore(log, l => l);
  const { logFilter, logOpen } = useStore(view, v => v);
  const { run } = session.get();
  const rows = filtered();
  const open = entries.filter(one => one.severity === 'attention' && !acknowledged.has(one.seq));
  return html`
    <div class="log-bar">
      <select aria-label=${t('log.filter')} value=${logFilter} onChange=${(/** @type {any} */ e) => view.set({ logFilter: e.target.value })}>
        <option value="">${t('log.all')}</option>${KINDS.map(one => html`<option value=${one} selected=${one === logFilter}>${t(`log.kind.${one}`)}</option>`)}</select>
      <label class="row"><input type="checkbox" checked=${logOpen} onChange=${(/** @type {any} */ e) => view.set({ logOpen: e.target.checked })} /> ${t('log.open', open.length)}</label>
      <button disabled=${open.length === 0} onClick=${() => acknowledge(open.map(one => one.seq))}>${icon('check')}${t('log.ackAll')}</button>
    </div>
    <div class="scroll" tabindex="0" role="group" aria-label=${t('panel.log')}>
      ${rows.length === 0 && html`<p class="empty">${t('log.none')}</p>`}
      <ul class="log-list">${rows.slice(0, SHOWN).map(one => html`<${Row} key=${one.seq} entry=${one} done=${acknowledged.has(one.seq)} run=${run} />`)}</ul>
    </div>`;
}

/** @param {{ entry: Entry, done: boolean, run: any }} props */
function Row({ entry, done, run }) {
  const urgent = entry.severity === 'attention';
  const kind = entry.code ? kindOf(entry.code) : undefined;
  return html`
    <li class=${urgent ? `attention-row ${done ? '' : 'new'}` : ''}>
      <time class="mono">${clock(run, Number(entry.simTime))}</time>
      <span>${urgent && !done ? html`<span class="attention">! </span>` : ''}${entryText(entry)} <span class="kind">${t(`log.kind.${entry.kind}`)}</span></span>
      <span class="row">
        ${kind && html`<button class="icon quiet" aria-label=${t('log.go', entry.code)} title=${t('log.go', entry.code)} onClick=${() => select(kind, entry.code)}>${icon('go')}</button>`}
        ${urgent && !done && html`<button class="icon quiet" aria-label=${t('log.ack')} title=${t('log.ack')} onClick=${() => acknowledge([entry.seq])}>${icon('check')}</button>`}
      </span>
    </li>`;
}

/** @returns {Table} */
function table() {
  const { run } = session.get();
  const { logFilter, logOpen } = view.get();
  return {
    columns: [{ label: '#', numeric: true }, { label: t('clock.sim') }, { label: t('log.filter') }, { label: t('log.severity') }, { label: t('log.code') }, { label: t('log.text') }],
    rows: filtered().map(one => [Number(one.seq), clock(run, Number(one.simTime), true), t(`log.kind.${one.kind}`), one.severity, one.code, entryText(one)]),
    filters: `${t('log.filter')}: ${logFilter || t('log.all')}${logOpen ? `, ${t('log.open', '')}` : ''}`,
  };
}

export const LogPanel = { title: 'panel.log', picture: false, Body, table };
