import { html } from '../ui.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { icon } from './icons.js';

/** What went wrong, in words, with what to do. */
export function Notice() {
  const problem = useStore(session, s => s.problem);
  const run = useStore(session, s => s.run);
  const failed = run?.state === 'failed' ? { title: t('run.failed'), detail: run.error ?? '', errors: [] } : null;
  const shown = problem ?? failed;
  if (!shown) return null;
  return html`
    <div class="notice" role="alert">
      <div class="words"><strong>${shown.title}</strong> ${shown.detail} <${Errors} errors=${shown.errors} /></div>
      ${problem && html`<button class="icon quiet" aria-label=${t('close')} onClick=${() => session.set({ problem: null })}>${icon('close')}</button>`}
    </div>`;
}

/** @param {{ errors: Problem['errors'] }} props */
export function Errors({ errors }) {
  if (!errors?.length) return null;
  const text = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value));
  return html`<ul>${errors.map(one => html`<li>
    ${one.path && html`<span class="mono">${one.path}</span>`}
    ${one.found !== undefined && one.found !== null ? ` ${t('error.found', text(one.found))}` : ''}
    ${one.allowed !== undefined && one.allowed !== null ? ` ${t('error.allowed', text(one.allowed))}` : ''}</li>`)}</ul>`;
}
