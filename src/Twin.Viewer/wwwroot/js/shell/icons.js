import { html } from '../ui.js';

/** @type {Record<string, string>} */
const PATHS = {
  play: 'M7 5l12 7-12 7z', pause: 'M8 5v14M16 5v14', step: 'M6 5l9 7-9 7zM19 5v14', stop: 'M6 6h12v12H6z',
  plus: 'M12 5v14M5 12h14', minus: 'M5 12h14', fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14', save: 'M12 4v11M7 10.500l5 5 5-5M5 20h14',
  alone: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7', back: 'M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500L19 19M19 5l-1.500 1.500M6.500 17.500L5 19',
  moon: 'M20 14.500A8.500 8.500 0 119.500 4a7 7 0 0010.500 10.500z', help: 'M9 9a3 3 0 115 2.200c-1.300 1-2 1.500-2 3M12 18v.5', close: 'M6 6l12 12M18 6L6 18',
  screen: 'M3 5h18v12H3zM8 21h8', north: 'M12 3l5 17-5-4-5 4z', before: 'M4.500 12a7.500 7.500 0 107.500-7.500H6M9 1.500l-3 3 3 3M12 8v4.500l3 2', print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z', dots: 'M6 7v.1M12 7v.1M18 7v.1M6 12v.1M12 12v.1M18 12v.1M6 17v.1M12 17v.1M18 17v.1',
  site: 'M12 4l7 8-7 8-7-8z', link: 'M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1', check: 'M5 12.500l4.500 4.500L19 7', go: 'M5 12h14M13 6l6 6-6 6',
};

/** @param {string} name */
export const icon = name => html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;

/** @type {Record<string, any>} */
const SHAPES = {
  diamond: html`<path d="M8 1l7 7-7 7-7-7z" fill="var(--accent)" />`,
  triangle: html`<path d="M8 2l6.500 11.500h-13z" fill="none" stroke="var(--accent)" stroke-width="2" />`,
  square: html`<path d="M2 2h12v12H2z" fill="var(--accent)" />`,
  cross: html`<path d="M3 3l10 10M13 3L3 13" stroke="var(--mark)" stroke-width="2" />`,
  ring: html`<circle cx="8" cy="8" r="5" fill="none" stroke="var(--mark)" stroke-width="2" />`,
  dashed: html`<circle cx="8" cy="8" r="5" fill="none" stroke="var(--mark)" stroke-width="2" stroke-dasharray="2.500 2" />`,
};

/** The shape of a tier, as on the map. @param {string} name */
export const shape = name => html`<svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[name]}</svg>`;
