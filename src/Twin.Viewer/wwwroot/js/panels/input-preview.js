import { html } from '../ui.js';
import { whole } from '../state/format.js';
import { known, t } from '../state/texts.js';
import { select } from '../state/view.js';

/** Who would be affected, before anything happens. @param {{ type: string, answer: any }} props */
export function Preview({ type, answer }) {
  const { affected = {}, text } = answer;
  const heavy = type === 'closeSite' || type === 'registrationOutage' || type === 'removeStaff';
  const n = (/** @type {any} */ value) => whole(Number(value ?? 0));
  return html`
    <div class="preview ${heavy ? 'warn' : ''}">
      <strong>${t('preview.title')}</strong> ${t('preview.words', n(Array.isArray(affected.sites) ? affected.sites.length : affected.sites), n(affected.waiting), n(affected.homeResidents))}
      ${text && html`<div>${known(text) ? t(text) : text}</div>`}
      ${affected.neighbours?.length > 0 && html`<table><thead><tr><th>${t('preview.neighbour')}</th><th class="n">${t('preview.distance')}</th><th class="n">${t('preview.queue')}</th></tr></thead>
        <tbody>${affected.neighbours.map((/** @type {any} */ one) => html`<tr><td><button type="button" class="link mono" onClick=${() => select('site', one.code)}>${one.code}</button></td><td class="n">${n(one.distance)} m</td><td class="n">${n(one.queue)}</td></tr>`)}</tbody></table>`}
    </div>`;
}
