/**
 * The past by simulated minute: from the server for who comes late, from frames after that.
 * A minute that frames skipped (a fast run) repeats the value that was known.
 */
const MINUTE_MS = 60_000;

export class History {
  /** @param {number} sites */
  constructor(sites) {
    this.minutes = 0;
    /** @type {Record<string, number[]>} */
    this.district = { tested: [], notified: [], waiting: [] };
    /** Expected wait in seconds, by site, by minute. @type {number[][]} */
    this.wait = Array.from({ length: sites }, () => []);
    this.version = 0;
  }

  /** @param {any} series as /series answers */
  load(series) {
    this.minutes = series.minutes;
    for (const key of Object.keys(this.district)) this.district[key] = [...(series[key] ?? [])];
    const waits = series.sites?.expectedWait ?? [];
    this.wait = this.wait.map((_, site) => [...(waits[site] ?? [])]);
    this.version++;
  }

  /** The last minute in which something went on: tests were taken, or people waited. */
  lastActive() {
    const { tested, waiting } = this.district;
    let minute = this.minutes - 1;
    while (minute > 0 && tested[minute] === tested[minute - 1] && !(waiting[minute] > 0)) minute--;
    return minute;
  }

  /** Takes over what the tables say now. @param {Live} live */
  note(live) {
    const minute = Math.floor(live.simTime / MINUTE_MS);
    const grown = minute + 1 > this.minutes;
    for (const key of Object.keys(this.district)) put(this.district[key], minute, live.value(key, 'district') ?? 0);
    const waits = live.table('expectedWait', 'site');
    if (waits) for (let i = 0; i < this.wait.length; i++) put(this.wait[i], minute, waits[i]);
    this.minutes = Math.max(this.minutes, minute + 1);
    if (grown) this.version++;
  }
}

/** @param {number[]} list @param {number} minute @param {number} value */
function put(list, minute, value) {
  const last = list.length > 0 ? list[list.length - 1] : value;
  while (list.length < minute) list.push(last);
  list[minute] = value;
}
