import { useEffect, useRef, useState } from '../ui.js';

/**
 * @template T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function createStore(initial) {
  let value = initial;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    get: () => value,
    set(patch) {
      const keys = /** @type {(keyof T)[]} */ (Object.keys(patch));
      const changed = keys.some(key => value[key] !== patch[key]);
      if (!changed) return;
      value = { ...value, ...patch };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * A part of a store, rendered again only when that part changes.
 * @template T, U
 * @param {Store<T>} store
 * @param {(value: T) => U} select
 * @returns {U}
 */
export function useStore(store, select) {
  const [, again] = useState(0);
  const seen = useRef(/** @type {U | undefined} */ (undefined));
  const latest = useRef(select);
  latest.current = select;
  seen.current = select(store.get());
  useEffect(() => store.subscribe(() => {
    if (latest.current(store.get()) !== seen.current) again(n => n + 1);
  }), [store]);
  return seen.current;
}
