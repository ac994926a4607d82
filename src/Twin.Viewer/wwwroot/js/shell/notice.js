import { html } from '../ui.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { icon } from './icons.js';
import { ProblemWords } from './problem.js';

/** What went wrong, in words, with what to do. */
export function Notice() {
  const problem = useStore(session, s => s.problem);
  const run = useStore(session, s => s.run);
  const failed = run?.state === 'failed' ? { title: t('run.failed'), detail: run.error ?? '', errors: [] } : null;
  const shown = problem ?? failed;
  if (!shown) return null;
  return html`
    <div class="notice" role="alert">
      <div class="words"><${ProblemWords} problem=${shown} /></div>
      ${problem && html`<button class="icon quiet" aria-label=${t('close')} onClick=${() => session.set({ problem: null })}>${icon('close')}</button>`}
    </div>`;
}
