// One place from which the page takes its view library (preact with htm, as vendored), with the types that it lacks.
import * as library from '../lib/htm-preact.js';

const all = /** @type {any} */ (library);

/** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */
export const html = all.html;

/** @type {(what: any, where: Element) => void} */
export const render = all.render;

/** @type {<T>(initial: T | (() => T)) => [T, (next: T | ((before: T) => T)) => void]} */
export const useState = all.useState;

/** @type {(effect: () => void | (() => void), on?: any[]) => void} */
export const useEffect = all.useEffect;

/** @type {<T>(initial: T) => { current: T }} */
export const useRef = all.useRef;
