import { html } from '../ui.js';
import { known, language, t } from '../state/texts.js';

/** Found values that are the same in every language: numbers, codes, what stands in quotes, a single word. */
const LITERAL = /^["']|^[-\d.,:]+$|^\S+$/;

/**
 * What a request was refused for. The server's words are English; by the keys that stand beside them (`type`, `errors[].key`)
 * the page says them in its own language. What it does not know it shows as it came.
 * @param {{ problem: Problem }} props
 */
export function ProblemWords({ problem }) {
  const { title, detail } = words(problem);
  return html`<strong>${title}</strong> ${detail} <${Errors} errors=${problem.errors} />`;
}

/** @param {Problem} problem */
function words(problem) {
  const kind = `problem.${String(problem.type ?? '').split('/').pop()}`;
  if (language() === 'en' || !known(kind)) return problem;
  // The errors below say what the detail says, in this language.
  return { title: t(kind), detail: problem.errors?.length ? '' : t(`${kind}.do`) };
}

/** @param {{ errors: Problem['errors'] }} props */
function Errors({ errors }) {
  if (!errors?.length) return null;
  return html`<ul>${errors.map(one => html`<li>
    ${one.path && html`<span class="mono">${one.path}</span>`}
    ${one.found !== undefined && one.found !== null ? ` ${found(text(one.found))}` : ''}
    ${one.allowed !== undefined && one.allowed !== null ? ` ${t('error.allowed', allowed(one))}` : ''}</li>`)}</ul>`;
}

/** @param {unknown} value */
const text = value => (Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** @param {string} value */
function found(value) {
  if (language() === 'en') return t('error.found', value);
  if (value === 'nothing') return t('error.found', t('error.nothing'));
  return LITERAL.test(value) ? t('error.found', value) : '';
}

/** @param {any} one */
const allowed = one => (language() !== 'en' && known(`problem.at.${one.key}`) ? t(`problem.at.${one.key}`) : text(one.allowed));
