// The hub's connection, kept up for ever: reconnects with jitter, at most 30 s apart, and asks anew for what was asked for.
import { Follower } from './follow.js';

const LONGEST_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 500;
const WATCH_AGAIN_MS = 1_000;

/** @param {number} attempt from 0 on */
export function waitBefore(attempt, random = Math.random) {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return most * (0.5 + random() / 2);
}

/** @returns {any} */
function signalRConnection() {
  const signalR = /** @type {any} */ (window).signalR;
  return new signalR.HubConnectionBuilder()
    .withUrl('hub')
    .withHubProtocol(new signalR.protocols.msgpack.MessagePackHubProtocol())
    .configureLogging(signalR.LogLevel.None)
    .build();
}

export class Transport {
  /** @param {(status: Status) => void} onStatus */
  constructor(onStatus, open = signalRConnection) {
    this.onStatus = onStatus;
    this.open = open;
    this.follower = new Follower();
    this.attempt = 0;
    this.connected = false;
    this.starting = false;
    /** @type {Watching | null} */
    this.watching = null;
    /** @type {{ run: string, after: number, onEntry: (entry: any) => void } | null} */
    this.logging = null;
    /** @type {((runs: any) => void) | null} */
    this.onRuns = null;
    /** @type {{ dispose: () => void } | undefined} */
    this.frames = undefined;
  }

  async start() {
    if (this.starting) return;
    this.starting = true;
    this.onStatus({ connection: this.attempt === 0 ? 'connecting' : 'lost', attempt: this.attempt, retryAt: 0 });
    try {
      this.hub = this.open();
      this.hub.onclose(() => this.lost());
      await this.hub.start();
    } catch {
      this.starting = false;
      this.lost();
      return;
    }
    this.starting = false;
    this.attempt = 0;
    this.connected = true;
    this.onStatus({ connection: 'open', attempt: 0, retryAt: 0 });
    this.subscribeAll();
  }

  lost() {
    this.connected = false;
    this.frames = undefined;
    this.follower.reset();
    const wait = waitBefore(this.attempt++);
    this.onStatus({ connection: 'lost', attempt: this.attempt, retryAt: Date.now() + wait });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), wait);
  }

  /** Tries at once instead of waiting. */
  retryNow() {
    if (this.connected) return;
    clearTimeout(this.timer);
    void this.start();
  }

  subscribeAll() {
    this.runsNow();
    this.watchNow();
    this.logNow();
  }

  /** @param {(runs: any) => void} onRuns */
  runs(onRuns) {
    this.onRuns = onRuns;
    this.runsNow();
  }

  runsNow() {
    if (this.onRuns && this.connected) this.stream('Runs', [], this.onRuns, () => this.later(() => this.runsNow()));
  }

  /** @param {Watching | null} watching */
  watch(watching) {
    this.watching = watching;
    this.watchNow();
  }

  /** @param {string} run @param {(entry: any) => void} onEntry */
  log(run, onEntry) {
    this.logging = { run, after: 0, onEntry };
    this.logNow();
  }

  watchNow() {
    this.frames?.dispose();
    this.frames = undefined;
    this.follower.reset();
    const asked = this.watching;
    if (!asked || !this.connected) return;
    this.frames = this.stream('Watch', [asked.run, asked.topics, ''], frame => {
      if (asked !== this.watching) return;
      const verdict = this.follower.judge(frame);
      if (verdict === 'apply') asked.onFrame(frame);
      else if (verdict === 'resync') {
        asked.onResync();
        this.watchNow();
      }
    }, () => this.later(() => asked === this.watching && this.watchNow()));
  }

  logNow() {
    this.entries?.dispose();
    const asked = this.logging;
    if (!asked || !this.connected) return;
    this.entries = this.stream('Log', [asked.run, asked.after], entry => {
      if (asked !== this.logging || entry.seq <= asked.after) return;
      asked.after = Number(entry.seq);
      asked.onEntry(entry);
    }, () => this.later(() => asked === this.logging && this.logNow()));
  }

  /** A stream that ends by itself (a run is still being prepared, say) is asked for again. @param {() => void} again */
  later(again) {
    setTimeout(() => this.connected && again(), WATCH_AGAIN_MS);
  }

  /**
   * @param {string} method
   * @param {any[]} values
   * @param {(item: any) => void} next
   * @param {() => void} [ended]
   */
  stream(method, values, next, ended = () => {}) {
    let disposed = false;
    const finish = () => { if (!disposed) ended(); };
    const subscription = this.hub.stream(method, ...values).subscribe({ next, complete: finish, error: finish });
    return { dispose() { disposed = true; subscription.dispose(); } };
  }
}
