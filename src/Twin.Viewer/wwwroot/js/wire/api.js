// The HTTP side of the contract. Every answer that is not a success is thrown as a Problem.
import { t } from '../state/texts.js';

const BASE = 'api/v1';

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init) {
  let answer = init ? null : await taken(path);
  try {
    answer ??= await fetch(path.startsWith('/') ? path : `${BASE}/${path}`, init);
  } catch {
    throw { title: t('error.unreachable'), detail: t('error.unreachable.do'), errors: [] };
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  throw {
    status: answer.status,
    type: problem.type,
    title: problem.title ?? `HTTP ${answer.status}`,
    detail: problem.detail ?? t('error.http', answer.status, path),
    errors: problem.errors ?? [],
  };
}

/** What js/boot.js has asked for already, once. @param {string} path @returns {Promise<Response | null>} */
async function taken(path) {
  const early = /** @type {any} */ (window).twinEarly ?? {};
  const answer = early[path] ?? null;
  delete early[path];
  return answer;
}

/** @param {string} path */
const json = async path => (await ask(path)).json();

/** @param {string} path @param {object} body */
const post = async (path, body) => (await ask(path, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})).json();

/** Ids are text in the page (they are in its address), whatever the server sends. @param {any} run @returns {Run} */
export const asRun = run => ({ ...run, id: String(run.id) });

export const api = {
  scenarios: () => json('scenarios'),
  runs: async () => (await json('runs')).runs.map(asRun),
  /** @param {object} asked */
  create: async asked => asRun(await post('runs', asked)),
  /** @param {string} id */
  run: async id => asRun(await json(`runs/${id}`)),
  /** @param {string} id */
  layout: id => json(`runs/${id}/layout`),
  /** @param {string} id @returns {Promise<Int32Array>} x, y in centimetres by household */
  households: async id => new Int32Array(await (await ask(`runs/${id}/layout/households`)).arrayBuffer()),
  /** @param {string} id */
  series: id => json(`runs/${id}/series`),
  /** @param {string} id @param {object} what */
  control: async (id, what) => asRun(await post(`runs/${id}/control`, what)),
  /** @param {string} id */
  remove: id => ask(`runs/${id}`, { method: 'DELETE' }),
  /** @param {string} id @param {object} input */
  preview: (id, input) => post(`runs/${id}/inputs?preview=true`, input),
  /** @param {string} id @param {object} input */
  input: (id, input) => post(`runs/${id}/inputs`, input),
  /** @param {string} id */
  inputs: async id => (await json(`runs/${id}/inputs`)).inputs.map((/** @type {any} */ one) => ({ ...one.input, ...one })),
  /** @param {string} id @param {string} kind @param {string} code */
  grain: (id, kind, code) => json(`runs/${id}/${PATHS[kind] ?? kind}/${encodeURIComponent(code)}`),
  /** @param {string} id @param {string} code */
  householdsOf: (id, code) => json(`runs/${id}/micro-grids/${encodeURIComponent(code)}/households`),
};

/** @type {Record<string, string>} */
const PATHS = {
  street: 'streets',
  community: 'communities',
  compound: 'compounds',
  baseGrid: 'base-grids',
  microGrid: 'micro-grids',
  partyGroup: 'party-groups',
  household: 'households',
  site: 'sites',
};
