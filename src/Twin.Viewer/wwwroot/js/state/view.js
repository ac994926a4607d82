import { createStore } from './store.js';

/**
 * What a person has chosen to see. All of it is in the permalink.
 * @typedef {{ kind: string, code: string }} Selection
 * @typedef {object} View
 * @property {'en' | 'zh'} lang
 * @property {'dark' | 'light'} theme
 * @property {string | null} runId
 * @property {number | null} moment the run's time in ms that a link was made at, while it is marked; null follows the run
 * @property {number | null | undefined} askedSpeed the run's speed when the link was made; null is as fast as it goes, undefined says none
 * @property {string} measure key@level of what the map shows; '' is the first one there is
 * @property {Selection | null} selection
 * @property {'auto' | 'on' | 'off'} dots household dots
 * @property {boolean} marks sites on the map
 * @property {Record<string, string>} tabs panel shown by slot
 * @property {string[]} tables panels shown as a table
 * @property {string | null} alone the panel that fills the page
 * @property {string | null} dialog
 * @property {string} logFilter kind of log entry, '' for all
 * @property {boolean} logOpen only what is not acknowledged
 * @property {string} siteSort column, with '-' before it when descending
 * @property {string} heatSort
 * @property {boolean} keys shortcuts are on
 * @property {{ x: number, y: number, k: number } | null} camera centre in metres, pixels a metre
 */

/** @type {View} */
const INITIAL = {
  lang: document.documentElement.lang.startsWith('zh') ? 'zh' : 'en',
  theme: document.documentElement.dataset.theme === 'light' ? 'light' : 'dark',
  runId: null,
  moment: null,
  askedSpeed: undefined,
  measure: '',
  selection: null,
  dots: 'auto',
  marks: true,
  tabs: {},
  tables: [],
  alone: null,
  dialog: null,
  logFilter: '',
  logOpen: false,
  siteSort: '-expectedWait',
  heatSort: 'worst',
  keys: true,
  camera: null,
};

export const view = createStore(INITIAL);

/** What a permalink that does not mention it means. The run, the language and the theme stay as they are. */
export function unmentioned() {
  const { lang, theme, runId, dialog, keys, ...rest } = INITIAL;
  return rest;
}

/** @param {string} kind @param {string} code */
export function select(kind, code) {
  view.set({ selection: { kind, code } });
}

/** @param {string} id */
export function toggleTable(id) {
  const { tables } = view.get();
  view.set({ tables: tables.includes(id) ? tables.filter(one => one !== id) : [...tables, id] });
}
