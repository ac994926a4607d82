/** @type {Set<string>} */
const marked = new Set();

/**
 * Marks the first time that something of the page's start is done, for who measures it: twin-begin (the modules run), twin-shell (the
 * frame of the page is there), twin-runs, twin-layout (the answers are read), twin-first-frame (numbers have come), twin-first-picture
 * (the map's cells are drawn with them).
 * @param {string} name
 */
export function mark(name) {
  if (marked.has(name)) return;
  marked.add(name);
  performance.mark(`twin-${name}`);
}
