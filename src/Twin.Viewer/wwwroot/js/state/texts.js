import { useStore } from './store.js';
import { view } from './view.js';

/** @type {Record<string, { en: string, zh: string }>} */
let catalogue = {};

export async function loadTexts() {
  const answer = await fetch('texts.json');
  catalogue = await answer.json();
}

const PLURAL = /\{(\d+)\|((?:[^{}|]|\{\d+\})*)\|((?:[^{}|]|\{\d+\})*)\}/g;

/**
 * The text of a key in the language that is on; `{0}`, `{1}`… are filled in, and of `{0|site|sites}` the first form stands when value 0 reads 1.
 * A key that is not there is shown as it is: a server may know more than this page.
 * @param {string} key
 * @param {...(string | number)} values
 */
export function t(key, ...values) {
  const entry = catalogue[key];
  const text = entry ? entry[view.get().lang] : values.length ? `${key} ${values.join(' ')}` : key;
  return text.replace(PLURAL, (_, place, one, other) => (String(values[Number(place)]) === '1' ? one : other)).replace(/\{(\d+)\}/g, (_, place) => String(values[Number(place)] ?? ''));
}

/** en or zh. */
export const language = () => view.get().lang;

/** @param {string} key */
export const known = key => key in catalogue;

/** A name that the server gives in both languages, as a heading. @param {{ en: string, zh: string } | undefined | null} both */
export function say(both) {
  const text = both ? both[view.get().lang] || both.en : '';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Makes a component render again when the language changes. */
export const useLanguage = () => useStore(view, v => v.lang);
