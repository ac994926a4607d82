import { useStore } from './store.js';
import { view } from './view.js';

/** @type {Record<string, { en: string, zh: string }>} */
let catalogue = {};

export async function loadTexts() {
  const answer = await fetch('texts.json');
  catalogue = await answer.json();
}

/**
 * The text of a key in the language that is on; `{0}`, `{1}`… are filled in.
 * A key that is not there is shown as it is: a server may know more than this page.
 * @param {string} key
 * @param {...(string | number)} values
 */
export function t(key, ...values) {
  const entry = catalogue[key];
  const text = entry ? entry[view.get().lang] : values.length ? `${key} ${values.join(' ')}` : key;
  return text.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''));
}

/** @param {string} key */
export const known = key => key in catalogue;

/** A name that the server gives in both languages, as a heading. @param {{ en: string, zh: string } | undefined | null} both */
export function say(both) {
  const text = both ? both[view.get().lang] || both.en : '';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Makes a component render again when the language changes. */
export const useLanguage = () => useStore(view, v => v.lang);
