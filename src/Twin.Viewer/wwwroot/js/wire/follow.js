/**
 * Says what to do with a frame, by topic: apply it, or ask for a keyframe because something is missing.
 * Kept apart from the connection so that it can be tested by itself.
 */
export class Follower {
  constructor() {
    /** @type {Map<string, { epoch: string, seq: number, dropped: number }>} */
    this.topics = new Map();
  }

  /** @param {Frame} frame @returns {'apply' | 'resync' | 'ignore'} */
  judge(frame) {
    const last = this.topics.get(frame.topic);
    const fits = frame.kind === 'keyframe'
      || (last !== undefined && last.epoch === frame.epoch && frame.seq === last.seq + 1);
    if (!fits) {
      const old = last !== undefined && last.epoch === frame.epoch && frame.seq <= last.seq;
      return old ? 'ignore' : 'resync';
    }
    this.topics.set(frame.topic, { epoch: frame.epoch, seq: frame.seq, dropped: Number(frame.dropped) });
    return 'apply';
  }

  /** Frames that were dropped on the way since the last reset. */
  get dropped() {
    let sum = 0;
    for (const one of this.topics.values()) sum += one.dropped;
    return sum;
  }

  reset() {
    this.topics.clear();
  }
}
