import { html } from '../ui.js';
import { amount, clock, duration, percent, stateName, whole } from '../state/format.js';
import { capacities, lineage } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { known, say, t } from '../state/texts.js';

/**
 * What a grain told of itself. Known keys go by their names, others by their key: what later activities tell appears by itself.
 * @param {{ kind: string, state: Record<string, any> }} props
 */
export function Facts({ kind, state }) {
  const rows = Object.entries(state).map(([key, value]) => [key, label(kind, key), shown(kind, key, value)]);
  return html`<dl class="facts">${rows.map(([key, name, value]) => html`<div key=${key}><dt data-key=${key} title=${known(`state.${key}.what`) ? t(`state.${key}.what`) : name}>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** @param {string} kind @param {string} key */
const measureOf = (kind, key) => session.get().measures.find(one => one.key === key && one.level === kind);

/** @param {string} kind @param {string} key */
function label(kind, key) {
  const measure = measureOf(kind, key);
  return measure ? say(measure) : known(`state.${key}`) ? t(`state.${key}`) : key;
}

/** @param {string} kind @param {string} key @param {any} value @returns {string} */
function shown(kind, key, value) {
  const measure = measureOf(kind, key);
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string') return known(`value.${value}`) ? t(`value.${value}`) : value;
  if (measure?.unit === 'state') return stateName(measure, value);
  if (measure?.unit === 'seconds' || /Seconds$/.test(key)) return duration(value);
  if (/(At|Time)$/.test(key)) return clock(session.get().run, value, true);
  return Number.isInteger(value) ? whole(value) : value.toFixed(2);
}

/** What frames say of it beyond what its grain told. @param {{ selection: { kind: string, code: string }, told: Record<string, any> }} props */
export function Streamed({ selection, told }) {
  const { layout, measures } = session.get();
  const { live } = current;
  if (!layout || !live) return null;
  const { kind, code } = selection;
  const line = lineage(layout, kind, code);
  // A micro-grid and its party group have the same row: each shows what is known of both.
  const levels = kind === 'microGrid' || kind === 'partyGroup' ? ['microGrid', 'partyGroup'] : [kind];
  const row = line[kind];
  if (row === undefined || kind === 'household') return null;
  // A yes or no is worth a line when it is a yes.
  const quiet = (/** @type {any} */ one) => one.states?.length === 2 && live.tables[one.index][row] === 0;
  const rest = measures.filter(one => levels.includes(one.level) && !(one.level === kind && one.key in told) && !quiet(one));
  if (rest.length === 0) return null;
  return html`<section><h3>${current.held ? t('before.flag', clock(session.get().run, current.held.simTime, true)) : t('inside.streamed')}</h3><dl class="facts">${rest.map(one => {
    const value = live.tables[one.index][row];
    const of = capacities(layout, one)?.[row];
    return html`<div key=${one.index}><dt title=${say(one)}>${say(one)}</dt><dd>${amount(one, value)}${of ? ` · ${percent(value / of, 0)}` : ''}</dd></div>`;
  })}</dl></section>`;
}
