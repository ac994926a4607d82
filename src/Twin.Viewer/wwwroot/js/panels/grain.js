import { useEffect, useState } from '../ui.js';
import { api } from '../wire/api.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';

const EVERY_MS = 2_000;

/** The server may say `micro-grid`, `micro-grids` or `microGrid`: here it is `microGrid`. @param {string} kind */
export function kindName(kind) {
  const camel = kind.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const one = camel.replace(/ies$/, 'y').replace(/s$/, '');
  return one.charAt(0).toLowerCase() + one.slice(1);
}

/**
 * What a grain says of itself, asked again every 2 s while the run runs.
 * @param {{ kind: string, code: string } | null} selection
 */
export function useGrain(selection) {
  const [answer, setAnswer] = useState(/** @type {{ key: string, grain: any, problem: any }} */ ({ key: '', grain: null, problem: null }));
  const runId = useStore(session, s => s.run?.id);
  const key = selection ? `${runId}:${selection.kind}:${selection.code}` : '';
  useEffect(() => {
    if (!selection) return undefined;
    let gone = false;
    let busy = false;
    let asOf = -1;
    const ask = async () => {
      const { run } = session.get();
      if (!run || busy || document.hidden) return;
      busy = true;
      try {
        const grain = await api.grain(run.id, selection.kind, selection.code);
        asOf = Number(grain.asOf);
        if (!gone) setAnswer({ key, grain, problem: null });
      } catch (problem) {
        if (!gone) setAnswer(before => ({ key, grain: before.key === key ? before.grain : null, problem }));
      } finally {
        busy = false;
      }
    };
    void ask();
    const timer = setInterval(() => {
      const { run } = session.get();
      // A run that stands still is asked again only when a step has moved it.
      if (run?.state === 'running' || Number(run?.simTime) !== asOf) void ask();
    }, EVERY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [key]);
  return answer.key === key ? answer : { grain: null, problem: null };
}
