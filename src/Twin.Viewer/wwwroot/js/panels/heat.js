import { html, useRef, useState } from '../ui.js';
import { amount, clock } from '../state/format.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { jamMeasure } from '../state/tiers.js';
import { useDrawing, useTick } from '../state/tick.js';
import { select, view } from '../state/view.js';
import { cellAt, drawHeat, heatColour, heatOrder } from './heat-draw.js';
import { Worst } from './worst.js';

function Body() {
  useTick(1000);
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const [tip, setTip] = useState(/** @type {any} */ (null));
  const { run, layout } = session.get();
  const { heatSort, selection } = useStore(view, v => v);
  const { history, live } = current;
  const jam = live && jamMeasure(live);
  useDrawing(() => {
    if (canvas.current && run && history && jam && layout) drawHeat(canvas.current, run, history, jam, layout);
  });
  if (!run || !history || !layout || !live) return null;
  if (!jam) return html`<p class="empty">${t('heat.none')}</p>`;
  const at = (/** @type {any} */ event) => canvas.current && cellAt(canvas.current, event, run, history);
  const hover = (/** @type {any} */ event) => {
    const hit = at(event);
    const box = event.currentTarget.getBoundingClientRect();
    setTip(hit && { ...hit, x: event.clientX - box.left, y: event.clientY - box.top, width: box.width, height: box.height });
  };
  const click = (/** @type {any} */ event) => {
    const hit = at(event);
    if (hit) select('site', layout.levels.site.code[hit.site]);
  };
  const order = heatOrder(history);
  const key = (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const row = selection?.kind === 'site' ? order.indexOf(layout.rows.site.get(selection.code) ?? 0) : -1;
    select('site', layout.levels.site.code[order[Math.min(order.length - 1, Math.max(0, row + by))]]);
  };
  const steps = [0, jam.amber ?? 0, jam.red ?? 0];
  return html`
    <div class="heat">
      <div class="heat-keys">
        ${steps.map((value, i) => html`<span><i class="swatch" style=${{ background: heatColour(jam, i === 0 ? (jam.amber ?? 1) / 2 : value + 1) }}></i>${i === 0 ? t('heat.below', amount(jam, steps[1])) : t('heat.from', amount(jam, value))}</span>`)}
        <select aria-label=${t('heat.sort')} value=${heatSort} onChange=${(/** @type {any} */ e) => view.set({ heatSort: e.target.value })}>
          ${['worst', 'now', 'first', 'code'].map(one => html`<option value=${one} selected=${one === heatSort}>${t(`heat.sort.${one}`)}</option>`)}</select>
      </div>
      <div class="picture">
        <canvas ref=${canvas} class="wide" tabindex="0" role="img" aria-label=${t('heat.name')} onMouseMove=${hover} onMouseLeave=${() => setTip(null)} onClick=${click} onKeyDown=${key}></canvas>
        ${tip && html`<div class="tip" style=${{ left: `${tip.x}px`, top: `${tip.y}px`, transform: `translate(${tip.x > tip.width / 2 ? 'calc(-100% - 10px)' : '14px'}, ${tip.y > tip.height / 2 ? '-100%' : '10px'})` }}>
          <strong>${layout.levels.site.code[tip.site]}</strong> ${clock(run, tip.minute * 60e3)}<br />${amount(jam, tip.value)}</div>`}
      </div>
      <${Worst} />
    </div>`;
}

/** @returns {Table} */
function table() {
  const { run, layout } = session.get();
  const { history } = current;
  if (!run || !layout || !history) return { columns: [], rows: [] };
  /** @type {number[]} */
  const hours = [];
  for (let minute = Math.floor(run.open / 60e3) - 30; minute <= history.minutes; minute += 30) hours.push(Math.max(0, minute));
  const most = (/** @type {number[]} */ list, /** @type {number} */ from) => Math.max(0, ...list.slice(from, from + 30)) / 60;
  return {
    columns: [{ label: t('level.site') }, { label: t('heat.most'), numeric: true }, ...hours.map(one => ({ label: clock(run, one * 60e3), numeric: true }))],
    rows: heatOrder(history).map(site => {
      const list = history.wait[site];
      return [layout.levels.site.code[site], Math.round(Math.max(0, ...list) / 60), ...hours.map(from => Math.round(most(list, from)))];
    }),
    filters: t('heat.table'),
  };
}

export const HeatPanel = { title: 'panel.heat', picture: true, Body, table };
