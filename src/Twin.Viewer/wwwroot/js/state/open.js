// Opens a run: description, layout, history, then frames. What it opened is in `current`.
import { api, asRun } from '../wire/api.js';
import { Transport } from '../wire/transport.js';
import { forget, keepBefore, keepRecent } from './baseline.js';
import { History } from './history.js';
import { prepareLayout } from './layout.js';
import { Live } from './live.js';
import { addEntry, clearLog } from './log.js';
import { mark } from './marks.js';
import { complain, session } from './session.js';
import { t } from './texts.js';
import { view } from './view.js';

/** What is open: the numbers as they stream in, those of an earlier moment while it is held, and the past by minute. */
export const current = {
  /** @type {Live | null} */
  stream: null,
  /** @type {Live | null} */
  held: null,
  /** @type {History | null} */
  history: null,
  /** What is to be shown. */
  get live() { return this.held ?? this.stream; },
};

export const transport = new Transport(status => session.set(status));

export async function begin() {
  transport.runs(takeRuns);
  void transport.start();
  try {
    const [{ scenarios }, runs] = await Promise.all([api.scenarios(), api.runs()]);
    session.set({ scenarios, runs, loaded: true });
    mark('runs');
  } catch (error) {
    session.set({ loaded: true });
    complain(error);
  }
  const { runs } = session.get();
  const asked = view.get().runId;
  const pick = runs.find(one => one.id === asked) ?? newest(runs);
  if (asked && pick?.id !== asked) {
    view.set({ moment: null, askedSpeed: undefined });
    complain({ title: '', detail: t('run.gone', asked), errors: [] });
  }
  if (pick) await openRun(pick.id);
}

/** @param {Run[]} runs */
const newest = runs => {
  const oldestFirst = [...runs].sort((a, b) => Number(a.id) - Number(b.id));
  return oldestFirst.filter(one => one.state === 'running').at(-1) ?? oldestFirst.at(-1);
};

/** What a measure does not have is missing here, not null. @param {object} one @param {number} index @returns {any} */
const asMeasure = (one, index) => ({ ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)), index });

let opening = 0;
/** A run is on its way: no other is opened because none is shown yet. */
let underWay = false;

/** @param {string} id */
export async function openRun(id) {
  const turn = ++opening;
  underWay = true;
  try {
    const { measures, ...run } = /** @type {any} */ (await api.run(id));
    const numbered = measures.map(asMeasure);
    const known = session.get().run?.id === id ? session.get().layout : null;
    if (turn !== opening) return;
    // A moment belongs to the run that the link was made of.
    if (session.get().run && session.get().run?.id !== id) view.set({ moment: null, askedSpeed: undefined });
    session.set({ run, measures: numbered, layout: known, dropped: 0, resyncs: 0, heardAt: 0 });
    view.set({ runId: id }); // after the run: a run that the view names and that is not shown is opened
    if (run.state === 'preparing') return; // takeRuns opens it again when it is ready
    const layout = known ?? prepareLayout(await api.layout(id));
    mark('layout');
    if (turn !== opening) return;
    await follow(id, numbered, layout);
  } catch (error) {
    if (turn === opening) complain(error);
  } finally {
    if (turn === opening) underWay = false;
  }
}

/**
 * @param {string} id
 * @param {Measure[]} measures
 * @param {Layout} layout
 */
async function follow(id, measures, layout) {
  const live = new Live(measures, layout);
  const history = new History(layout.levels.site.code.length);
  current.stream = live;
  current.held = null;
  forget();
  current.history = history;
  clearLog();
  session.set({ layout });
  const topics = [...new Set(measures.map(one => one.topic))];
  transport.watch({
    run: id,
    topics,
    onFrame(frame) {
      try {
        live.apply(frame);
        mark('first-frame');
      } catch (error) {
        complain(error);
        return;
      }
      keepRecent(live);
      if (frame.topic === 'overview' || frame.topic === 'sites') history.note(live);
      session.set({ heardAt: Date.now(), dropped: transport.follower.dropped });
    },
    onResync: () => session.set({ resyncs: session.get().resyncs + 1 }),
  });
  transport.log(id, entry => {
    if (entry.kind === 'input') keepBefore(live, Number(entry.simTime));
    addEntry(entry);
  });
  try {
    const series = await api.series(id);
    if (current.stream !== live) return;
    history.load(series);
  } catch (error) {
    complain(error);
  }
}

/** @param {any} answer */
function takeRuns(answer) {
  const runs = (Array.isArray(answer) ? answer : answer?.runs ?? []).map(asRun);
  const { run, layout, loaded } = session.get();
  session.set({ runs });
  const now = runs.find((/** @type {any} */ one) => one.id === run?.id);
  if (now && run) {
    const ready = run.state === 'preparing' && now.state !== 'preparing';
    session.set({ run: { ...run, ...now } });
    if (ready || (!layout && !underWay && now.state !== 'preparing' && now.state !== 'failed')) void openRun(now.id);
  } else if (!run && loaded && !underWay && runs.length > 0) {
    const first = newest(runs);
    if (first) void openRun(first.id);
  }
}

/** @param {object} what */
export async function control(what) {
  const { run } = session.get();
  if (!run) return;
  try {
    const now = await api.control(run.id, what);
    session.set({ run: { .../** @type {any} */ (session.get().run), ...now }, problem: null });
  } catch (error) {
    complain(error);
  }
}
