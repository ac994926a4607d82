import { createStore } from './store.js';

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
  north: false,
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
