// What does not change during a run, indexed for the page.
const LEVELS = {
  street: 'streets', community: 'communities', compound: 'compounds', baseGrid: 'baseGrids',
  microGrid: 'microGrids', partyGroup: 'microGrids', site: 'sites',
};

/** @param {any} raw as /layout answers @returns {Layout} */
export function prepareLayout(raw) {
  /** @type {Record<string, Columns>} */
  const levels = {};
  /** @type {Record<string, Map<string, number>>} */
  const rows = {};
  for (const [level, column] of Object.entries(LEVELS)) {
    levels[level] = raw[column];
    rows[level] = new Map(raw[column].code.map((/** @type {string} */ code, /** @type {number} */ row) => [code, row]));
  }
  const { code, name, nameZh, outline: _, ...columns } = raw.district;
  levels.district = { ...columns, code: [code], name: [name], nameZh: [nameZh] };
  rows.district = new Map([[raw.district.code, 0]]);
  const micro = levels.microGrid;
  const count = micro.code.length;
  const microCommunity = Int32Array.from({ length: count }, (_, i) => levels.baseGrid.community[micro.baseGrid[i]]);
  const microStreet = Int32Array.from(microCommunity, community => levels.community.street[community]);
  return { district: raw.district, levels, rows, microCommunity, microStreet };
}

/** @param {Layout} layout @param {string} level */
export const countOf = (layout, level) => layout.levels[level]?.code.length ?? 0;

/** @param {Layout} layout @param {string} level @param {number} row */
export const codeOf = (layout, level, row) => layout.levels[level].code[row];

/** @param {Layout} layout @param {string} level @param {number} row @param {'en' | 'zh'} lang */
export function nameOf(layout, level, row, lang) {
  const columns = layout.levels[level];
  return (lang === 'zh' && columns.nameZh?.[row]) || columns.name?.[row] || columns.code[row];
}

/**
 * Of what a measure's value is a share, by row; null when it is no share.
 * @param {Layout} layout
 * @param {Measure} measure
 * @returns {ArrayLike<number> | null}
 */
export function capacities(layout, measure) {
  if (!measure.of) return null;
  const own = layout.levels[measure.level]?.[measure.of];
  if (own) return own;
  // The district (and a street) has no column of its own: it is the sum over what it holds.
  const parts = layout.levels.microGrid[measure.of];
  if (!parts) return null;
  if (measure.level === 'district') return [parts.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0)];
  if (measure.level !== 'street') return null;
  const sums = new Array(countOf(layout, 'street')).fill(0);
  for (let i = 0; i < parts.length; i++) sums[layout.microStreet[i]] += parts[i];
  return sums;
}

/**
 * The rows above a row, nearest last: {street, community, baseGrid, microGrid} as far as they exist.
 * @param {Layout} layout @param {string} kind @param {string} code
 * @returns {Record<string, number>}
 */
export function lineage(layout, kind, code) {
  const { levels, rows } = layout;
  /** @type {Record<string, number>} */
  const line = {};
  let row = kind === 'household' ? undefined : rows[kind]?.get(code);
  if (kind === 'household') {
    row = rows.microGrid.get(code.replace(/-H\d+$/, ''));
    kind = 'microGrid';
  }
  if (row === undefined) return line;
  line[kind] = row;
  if (kind === 'microGrid' || kind === 'partyGroup') {
    line.microGrid = row;
    line.baseGrid = levels.microGrid.baseGrid[row];
  }
  if (line.baseGrid !== undefined) {
    const compound = levels.baseGrid.compound[line.baseGrid];
    if (compound >= 0) line.compound = compound;
    line.community = levels.baseGrid.community[line.baseGrid];
  }
  if (kind === 'compound' || kind === 'site') line.community = levels[kind].community[row];
  if (line.community !== undefined) line.street = levels.community.street[line.community];
  return line;
}
