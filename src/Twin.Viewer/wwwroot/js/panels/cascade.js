import { html, useRef, useState } from '../ui.js';
import { stateName } from '../state/format.js';
import { codeOf, lineage } from '../state/layout.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { useDrawing, useTick } from '../state/tick.js';
import { select, view } from '../state/view.js';
import { drawCascade, hitCascade, stateColour } from './cascade-draw.js';
import { walk } from './cascade-tree.js';

/** The measure by level, from the district down; empty when the run has no cascade. */
export function cascadeLevels() {
  const { measures, layout } = session.get();
  if (!layout) return [];
  return ['district', 'street', 'community', 'compound', 'baseGrid', 'partyGroup']
    .map(level => measures.find(one => one.key === 'order' && one.level === level && one.states))
    .filter(one => one !== undefined)
    .map(one => ({ measure: /** @type {Measure} */ (one), level: /** @type {any} */ (one).level }));
}

/** @param {{ x: number, y: number, width: number, height: number }} tip */
const beside = ({ x, y, width, height }) => ({ left: `${x}px`, top: `${y}px`, transform: `translate(${x > width / 2 ? 'calc(-100% - 10px)' : '14px'}, ${y > height / 2 ? 'calc(-100% - 6px)' : '14px'})` });

/** How many are at least in a state. @param {Int32Array} table @param {number} state */
const reached = (table, state) => table.reduce((sum, one) => sum + (one >= state ? 1 : 0), 0);

function Body() {
  useTick(500);
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const [tip, setTip] = useState(/** @type {any} */ (null));
  const [cursor, setCursor] = useState(/** @type {{ level: string, row: number } | null} */ (null));
  const selection = useStore(view, v => v.selection);
  const { layout } = session.get();
  const { live } = current;
  const levels = cascadeLevels();
  useDrawing(() => {
    if (canvas.current && layout && live && levels.length > 0) drawCascade(canvas.current, layout, live, levels, selection, cursor);
  });
  if (!layout || !live) return null;
  if (levels.length === 0) return html`<p class="empty">${t('cascade.none')}</p>`;
  const states = levels[0].measure.states ?? [];
  const last = states.length - 1;
  const hit = (/** @type {any} */ event) => canvas.current && hitCascade(canvas.current, event, layout, levels);
  const hover = (/** @type {any} */ event) => {
    const found = hit(event);
    const box = event.currentTarget.getBoundingClientRect();
    setTip(found && { ...found, x: event.clientX - box.left, y: event.clientY - box.top, width: box.width, height: box.height });
  };
  const click = (/** @type {any} */ event) => {
    const found = hit(event);
    if (found && found.level !== 'district') select(found.level, codeOf(layout, found.level, found.row));
  };
  const names = levels.map(one => one.level);
  const own = selection && lineage(layout, selection.kind, selection.code);
  const begin = () => {
    const level = names.find(one => one === selection?.kind) ?? names[0];
    return { level, row: own?.[level] ?? 0 };
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    const at = cursor ?? begin();
    if (event.key === 'Enter' && at.level !== 'district') select(at.level, codeOf(layout, at.level, at.row));
    else if (event.key.startsWith('Arrow')) setCursor(walk(layout, names, at, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = tip ?? (cursor && { ...cursor, measure: levels.find(one => one.level === cursor.level)?.measure });
  const place = tip ? beside(tip) : { right: '0.5rem', [names.indexOf(cursor?.level ?? '') < names.length / 2 ? 'bottom' : 'top']: '0.5rem' };
  const words = levels.map(({ measure, level }) => `${t(`levels.${level}`)}: ${reached(live.tables[measure.index], last)} / ${live.tables[measure.index].length}`).join(', ');
  return html`
    <div class="cascade">
      <div class="heat-keys">${states.map((_, i) => html`<span><i class="swatch" style=${{ background: stateColour(i, last) }}></i>${stateName(levels[0].measure, i)}</span>`)}
        ${names.includes('compound') && html`<span class="muted"><i class="swatch none"></i>${t('cascade.gap')}</span>`}</div>
      <div class="picture">
        <canvas ref=${canvas} tabindex="0" role="img" aria-label=${`${t('panel.cascade')}. ${stateName(levels[0].measure, last)}: ${words}. ${t('cascade.keys')}`}
          onMouseMove=${hover} onMouseLeave=${() => setTip(null)} onClick=${click} onKeyDown=${key} onFocus=${(/** @type {any} */ e) => e.target.matches(':focus-visible') && setCursor(begin())} onBlur=${() => setCursor(null)}></canvas>
        <div role="status">${said?.measure && html`<div class="tip" style=${place}>
          <strong>${t(`level.${said.level}`)} ${codeOf(layout, said.level, said.row)}</strong><br />${stateName(said.measure, live.tables[said.measure.index][said.row])}</div>`}</div>
      </div>
    </div>`;
}

/** @returns {Table} */
function table() {
  const { live } = current;
  const levels = cascadeLevels();
  const { layout } = session.get();
  if (!live || !layout || levels.length === 0) return { columns: [], rows: [] };
  const states = levels[0].measure.states ?? [];
  return {
    columns: [{ label: t('cascade.level') }, { label: t('total'), numeric: true }, ...states.map((_, i) => ({ label: stateName(levels[0].measure, i), numeric: true }))],
    rows: levels.map(({ measure, level }) => {
      const values = live.tables[measure.index];
      return [t(`levels.${level}`), values.length, ...states.map((_, i) => values.filter(one => one === i).length)];
    }),
  };
}

export const CascadePanel = { title: 'panel.cascade', picture: true, Body, table };
