// The permalink: everything in the view, in the address after '#', with the run's time and speed.
import { current } from './open.js';
import { session } from './session.js';
import { unmentioned, view } from './view.js';

const FASTEST = 'max';

/** @param {View} v */
export function toHash(v) {
  const q = new URLSearchParams();
  if (v.runId) q.set('run', v.runId);
  const { time, speed } = whenOf(v);
  if (v.runId && time !== null) q.set('time', String(Math.round(time / 1000)));
  if (v.runId && speed !== undefined) q.set('speed', speed === null ? FASTEST : String(speed));
  if (v.measure) q.set('m', v.measure);
  if (v.selection) q.set('sel', `${v.selection.kind}:${v.selection.code}`);
  if (v.camera) q.set('at', `${v.camera.x.toFixed(0)},${v.camera.y.toFixed(0)},${v.camera.k.toPrecision(4)}`);
  if (v.dots !== 'auto') q.set('dots', v.dots);
  if (v.north) q.set('north', 'up');
  if (!v.marks) q.set('sites', 'off');
  const tabs = Object.entries(v.tabs).map(([slot, panel]) => `${slot}.${panel}`).join(',');
  if (tabs) q.set('tabs', tabs);
  if (v.tables.length > 0) q.set('tables', v.tables.join(','));
  if (v.alone) q.set('panel', v.alone);
  if (v.logFilter) q.set('log', v.logFilter);
  if (v.logOpen) q.set('open', '1');
  if (v.siteSort !== '-expectedWait') q.set('sort', v.siteSort);
  if (v.heatSort !== 'worst') q.set('heat', v.heatSort);
  q.set('lang', v.lang);
  q.set('theme', v.theme);
  return `#${q.toString().replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%40/g, '@')}`;
}

/** The moment and the speed of a link that is being looked at, or the run's own. @param {View} v */
function whenOf(v) {
  const { run } = session.get();
  const own = run && run.id === v.runId ? run : null;
  return {
    time: v.moment ?? (own ? current.stream?.simTime || own.simTime : null),
    speed: v.askedSpeed !== undefined ? v.askedSpeed : own ? own.speed : undefined,
  };
}

/** @param {string} hash @returns {Partial<View>} */
export function fromHash(hash) {
  const q = new URLSearchParams(hash.replace(/^#/, ''));
  /** @type {Partial<View>} */
  const v = {};
  const list = (/** @type {string} */ key) => (q.get(key) ?? '').split(',').filter(Boolean);
  if (q.has('run')) v.runId = q.get('run');
  const time = Number(q.get('time') || NaN);
  if (time >= 0) v.moment = time * 1000;
  const speed = Number(q.get('speed') || NaN);
  if (q.get('speed') === FASTEST) v.askedSpeed = null;
  else if (speed >= 1) v.askedSpeed = speed;
  if (q.has('m')) v.measure = q.get('m') ?? '';
  const selected = /^([a-zA-Z]+):(.+)$/.exec(q.get('sel') ?? '');
  if (selected) v.selection = { kind: selected[1], code: selected[2] };
  const [x, y, k] = list('at').map(Number);
  if ([x, y, k].every(Number.isFinite) && k > 0) v.camera = { x, y, k };
  const dots = q.get('dots');
  if (dots === 'on' || dots === 'off') v.dots = dots;
  if (q.get('north') === 'up') v.north = true;
  if (q.get('sites') === 'off') v.marks = false;
  if (q.has('tabs')) v.tabs = Object.fromEntries(list('tabs').map(one => one.split('.')));
  if (q.has('tables')) v.tables = list('tables');
  if (q.has('panel')) v.alone = q.get('panel');
  if (q.has('log')) v.logFilter = q.get('log') ?? '';
  if (q.has('open')) v.logOpen = true;
  if (q.has('sort')) v.siteSort = q.get('sort') ?? '';
  if (q.has('heat')) v.heatSort = q.get('heat') ?? '';
  const lang = q.get('lang');
  if (lang === 'en' || lang === 'zh') v.lang = lang;
  const theme = q.get('theme');
  if (theme === 'dark' || theme === 'light') v.theme = theme;
  return v;
}

const WRITE_AFTER_MS = 300;
/** The run's time moves by itself: the address follows it, but browsers take only so many changes. */
const FOLLOW_EVERY_MS = 2_000;

export function keepLink() {
  const asked = fromHash(location.hash);
  view.set(isReload() ? { ...asked, moment: null, askedSpeed: undefined } : asked);
  let timer = 0;
  let written = location.hash;
  const write = () => {
    const now = toHash(view.get());
    if (now === written) return;
    written = now;
    history.replaceState(null, '', written);
  };
  view.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  setInterval(() => { if (!document.hidden && session.get().run) write(); }, FOLLOW_EVERY_MS);
  addEventListener('hashchange', () => {
    if (location.hash !== written) view.set({ ...unmentioned(), ...fromHash(location.hash) });
  });
}

/** Who loads the page anew wants to see the run as it is, not the moment that the address was last written. */
const isReload = () => /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0])?.type === 'reload';

/** The address of what is seen now. */
export const linkNow = () => new URL(toHash(view.get()), location.href).href;
