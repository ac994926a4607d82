import { clock, duration, startLocal, whole } from '../state/format.js';
import { capacities } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { t } from '../state/texts.js';

/** Minutes over which the present pace is taken. */
const PACE_MINUTES = 15;
/** A present pace says nothing about what is further away than this. */
const TOO_FAR_MS = 6 * 3_600_000;

/** @param {string} key */
function whole1(key) {
  const { layout, measures, run } = session.get();
  const measure = measures.find(one => one.key === key && one.level === 'district');
  const of = layout && measure ? capacities(layout, measure)?.[0] : undefined;
  return of ?? (key === 'notified' ? run?.households : run?.residents) ?? 1;
}

const HOUR_MS = 3_600_000;

/** How many of those expected the target wants by the mark. @param {Run} run @param {number} expected */
function dueOf(run, expected) {
  return Math.ceil(run.targetShare * expected - 1e-9);
}

/** A sentence of everybody expected, or of the target's share of them. @param {Run} run @param {string} key */
function shared(run, key) {
  return run.targetShare < 1 ? `${key}.share` : key;
}

/** Until an hour after the mark, or as far as something goes on: a horizon may lie a day ahead. @param {Run} run */
export function chartEnd(run) {
  const active = (current.history?.lastActive() ?? 0) * 60e3;
  const last = Math.ceil((active + HOUR_MS / 4) / HOUR_MS) * HOUR_MS;
  return Math.min(run.horizon, Math.max(run.targetLine + HOUR_MS, last));
}

/** Shares by minute for the chart: x in seconds, tested, notified, and the even pace that would meet the mark. */
export function series() {
  const { run } = session.get();
  const { history } = current;
  if (!run) return [[], [], [], []];
  const end = chartEnd(run) / 60e3;
  const until = current.held ? Math.floor(current.held.simTime / 60e3) : Infinity;
  const start = startLocal(run) / 1000;
  const [x, tested, notified, pace] = [[], [], [], []].map(() => /** @type {(number | null)[]} */ ([]));
  const totals = { tested: whole1('tested'), notified: whole1('notified') };
  // Whoever is not expected on site, or beyond the target's share, is not due by the mark.
  const due = Math.min(1, dueOf(run, run.expected || totals.tested) / totals.tested);
  for (let minute = 0; minute <= end; minute++) {
    x.push(start + minute * 60);
    const past = history && minute < history.minutes && minute <= until;
    tested.push(past ? (history.district.tested[minute] ?? 0) / totals.tested : null);
    notified.push(past ? (history.district.notified[minute] ?? 0) / totals.notified : null);
    const part = (minute * 60e3 - run.open) / (run.targetLine - run.open);
    pace.push(part >= 0 && part <= 1 ? part * due : null);
  }
  return [x, tested, notified, pace];
}

/**
 * How it stands against the mark, in words.
 * @param {Run} run
 * @returns {{ words: string, behind: boolean }}
 */
export function outlook(run) {
  const { history, live } = current;
  const all = dueOf(run, run.expected || whole1('tested'));
  const tested = live?.value('tested', 'district') ?? run.tested;
  const now = live?.simTime ?? run.simTime;
  if (now < run.open) return { words: t('outlook.before', clock(run, run.open)), behind: false };
  if (tested >= all) return { words: doneWords(run, all), behind: false };
  if (run.state === 'ended') return { words: t(shared(run, 'outlook.missing'), whole(all - tested)), behind: true };
  const needed = Math.min(1, (now - run.open) / (run.targetLine - run.open)) * all;
  const gap = tested - needed;
  const list = history?.district.tested ?? [];
  // The last minute that is over: the present one still grows.
  const minute = Math.min(list.length, Math.floor(now / 60e3)) - 1;
  const pace = minute >= PACE_MINUTES ? (list[minute] - list[minute - PACE_MINUTES]) / PACE_MINUTES : 0;
  const left = all - tested;
  const words = [gap >= 0 ? t('outlook.ahead', whole(gap)) : t('outlook.behind', whole(-gap))];
  if (pace > 0 && (left / pace) * 60e3 < TOO_FAR_MS) words.push(t(shared(run, 'outlook.end'), whole(pace * 60), clock(run, now + (left / pace) * 60e3)));
  return { words: words.join(' '), behind: gap < 0 };
}

/** When everybody was tested, and how far from the mark. @param {Run} run @param {number} all */
function doneWords(run, all) {
  const minute = current.history?.district.tested.findIndex(one => one >= all) ?? -1;
  if (minute < 0) return t(shared(run, 'outlook.done'));
  const before = Math.round(run.targetLine / 60e3) - minute;
  return t(shared(run, before >= 0 ? 'outlook.done.before' : 'outlook.done.after'), clock(run, minute * 60e3), duration(Math.abs(before) * 60));
}
