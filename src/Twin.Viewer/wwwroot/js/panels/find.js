import { nameOf } from '../state/layout.js';

const MOST = 12;
const LEVELS = ['street', 'community', 'site', 'compound', 'baseGrid', 'microGrid'];

/**
 * What a code or a name (either language) could mean: exact first, then beginnings, then anything that holds it.
 * @param {Layout} layout
 * @param {string} text
 * @param {'en' | 'zh'} lang
 * @returns {{ kind: string, code: string, name: string }[]}
 */
export function find(layout, text, lang) {
  const asked = text.trim().toLowerCase();
  if (asked === '') return [];
  /** @type {{ kind: string, code: string, name: string, rank: number }[]} */
  const hits = [];
  const household = /^(.+)-h(\d{1,3})$/.exec(asked);
  if (household) {
    const row = layout.rows.microGrid.get(household[1].toUpperCase());
    const number = Number(household[2]);
    if (row !== undefined && number >= 1 && number <= layout.levels.microGrid.households[row]) {
      hits.push({ kind: 'household', code: `${household[1].toUpperCase()}-H${household[2].padStart(3, '0')}`, name: '', rank: 0 });
    }
  }
  for (const kind of LEVELS) {
    const { code, name, nameZh } = layout.levels[kind];
    for (let row = 0; row < code.length; row++) {
      const rank = Math.min(...[code[row], name?.[row], nameZh?.[row]].map(one => match(one, asked)));
      if (rank < 3) hits.push({ kind, code: code[row], name: nameOf(layout, kind, row, lang), rank });
    }
  }
  return hits.sort((a, b) => a.rank - b.rank || LEVELS.indexOf(a.kind) - LEVELS.indexOf(b.kind)).slice(0, MOST);
}

/** @param {string | undefined} text @param {string} asked */
function match(text, asked) {
  if (!text) return 3;
  const place = text.toLowerCase().indexOf(asked);
  if (place < 0) return 3;
  return text.length === asked.length ? 0 : place === 0 ? 1 : 2;
}
