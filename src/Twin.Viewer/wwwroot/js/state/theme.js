/** Colours for canvases, read from css/theme.css so that there is one place for them. */

/** @type {Map<string, string>} */
let cache = new Map();
let cachedTheme = '';

/** @param {string} name without the two dashes */
export function colour(name) {
  const theme = document.documentElement.dataset.theme ?? '';
  if (theme !== cachedTheme) {
    cache = new Map();
    cachedTheme = theme;
  }
  let value = cache.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    cache.set(name, value);
  }
  return value;
}

/** @param {string} hex #rrggbb @returns {[number, number, number]} */
export function rgb(hex) {
  const n = parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** @param {string} a @param {string} b @param {number} part 0..1 of b */
export function mix(a, b, part) {
  const [x, y] = [rgb(a), rgb(b)];
  return `#${x.map((v, i) => Math.round(v + (y[i] - v) * part).toString(16).padStart(2, '0')).join('')}`;
}

/** Font of canvases at a size in CSS pixels. @param {number} size */
export const font = (size, weight = '') => `${weight} ${size}px ${colour('font')}`.trim();

/** The page's base size: larger on a wall. */
export const baseSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
