import { createStore } from './store.js';

/**
 * A run as the server describes it.
 * @typedef {object} Run
 * @property {string} id
 * @property {string} scenario
 * @property {string} title
 * @property {string} titleZh
 * @property {number} seed
 * @property {number} scale
 * @property {'preparing' | 'running' | 'paused' | 'ended' | 'failed' | 'stopped'} state
 * @property {string} [error]
 * @property {string} mode
 * @property {string} start local time of simTime 0
 * @property {number} simTime ms
 * @property {number} horizon ms
 * @property {number} open ms
 * @property {number} close ms
 * @property {number} fiveHourLine ms
 * @property {number | null} speed simulated seconds a second; null is as fast as it goes
 * @property {number} speedActual
 * @property {number} behindSeconds
 * @property {number} residents
 * @property {number} households
 * @property {number} expected
 * @property {number} tested
 * @property {number} events
 * @property {number} windows
 * @property {number} prepared 0..1
 * @property {string} [digest]
 * @property {number} inputs interventions so far
 * @property {string} epoch
 *
 * @typedef {object} Measure
 * @property {number} index its number in frames
 * @property {string} key
 * @property {string} level
 * @property {string} topic
 * @property {string} en
 * @property {string} zh
 * @property {string} unit
 * @property {string} [of]
 * @property {{ en: string, zh: string }[]} [states]
 * @property {number} [amber]
 * @property {number} [red]
 * @property {boolean} [attention]
 *
 * @typedef {object} Problem an error in words
 * @property {string} title
 * @property {string} detail
 * @property {{ path?: string, found?: unknown, allowed?: unknown }[]} errors
 *
 * @typedef {object} Session
 * @property {boolean} loaded the first answer of the server is there
 * @property {Run[]} runs
 * @property {{ name: string, title: string, titleZh: string, seed: number, scale: number }[]} scenarios
 * @property {Run | null} run the run that is shown
 * @property {Measure[]} measures
 * @property {import('./layout.js').Layout | null} layout
 * @property {'connecting' | 'open' | 'lost'} connection
 * @property {number} attempt how often it has been tried since it was lost
 * @property {number} retryAt ms since 1970
 * @property {number} heardAt when the last frame came, ms since 1970; 0 for none yet
 * @property {number} dropped frames
 * @property {number} resyncs
 * @property {Problem | null} problem
 */

/** @type {import('./store.js').Store<Session>} */
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
