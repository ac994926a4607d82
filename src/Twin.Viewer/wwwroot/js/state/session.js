import { createStore } from './store.js';

/** @type {Store<Session>} */
export const session = createStore(/** @type {Session} */ ({
  loaded: false,
  runs: [],
  scenarios: [],
  run: null,
  measures: [],
  layout: null,
  connection: 'connecting',
  attempt: 0,
  retryAt: 0,
  heardAt: 0,
  dropped: 0,
  resyncs: 0,
  problem: null,
}));

/** @param {unknown} error */
export function complain(error) {
  const problem = error && typeof error === 'object' && 'detail' in error
    ? /** @type {Problem} */ (error)
    : { title: '', detail: String(error instanceof Error ? error.message : error), errors: [] };
  session.set({ problem });
}
