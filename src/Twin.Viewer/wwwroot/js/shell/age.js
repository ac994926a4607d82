import { session } from '../state/session.js';
import { useTick } from '../state/tick.js';
import { useStore } from '../state/store.js';

export const SAID_AFTER_MS = 5_000;
export const HATCHED_AFTER_MS = 15_000;

/**
 * How old what is shown is. A run that stands still by intention does not grow old while the connection holds.
 * @returns {{ ms: number, level: 'fresh' | 'said' | 'hatched' | 'none' }}
 */
export function useAge() {
  useTick(1000);
  const heardAt = useStore(session, s => s.heardAt);
  const connection = useStore(session, s => s.connection);
  const state = useStore(session, s => s.run?.state);
  if (heardAt === 0) return { ms: 0, level: 'none' };
  const ms = Date.now() - heardAt;
  if (connection === 'open' && state !== 'running') return { ms, level: 'fresh' };
  return { ms, level: ms > HATCHED_AFTER_MS ? 'hatched' : ms > SAID_AFTER_MS ? 'said' : 'fresh' };
}
