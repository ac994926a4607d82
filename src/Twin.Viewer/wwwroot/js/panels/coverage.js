import { html, useEffect, useRef } from '../ui.js';
import { colour, font, baseSize } from '../state/theme.js';
import { clock, percent, startLocal } from '../state/format.js';
import { markedMoment } from '../state/hold.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { useTick } from '../state/tick.js';
import { view } from '../state/view.js';
import { chartEnd, outlook, series } from './coverage-series.js';

function Body() {
  useTick(1000);
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const plot = useRef(/** @type {any} */ (null));
  const theme = useStore(view, v => v.theme);
  const lang = useStore(view, v => v.lang);
  const run = session.get().run;
  const key = `${theme} ${lang} ${run?.id}`;

  useEffect(() => {
    const box = host.current;
    if (!box || !run) return undefined;
    const size = () => ({ width: Math.max(50, box.clientWidth), height: Math.max(50, box.clientHeight) });
    const chart = new /** @type {any} */ (window).uPlot({ ...options(run), ...size() }, series(), box);
    plot.current = chart;
    const watcher = new ResizeObserver(() => chart.setSize(size()));
    watcher.observe(box);
    return () => {
      watcher.disconnect();
      chart.destroy();
    };
  }, [key]);
  useEffect(() => { if (!document.hidden) plot.current?.setData(series()); });

  if (!run) return null;
  const said = outlook(run);
  return html`
    <div class="chart-words">
      <span class="key"><i></i>${t('coverage.tested')}</span>
      <span class="key thin"><i></i>${t('coverage.notified')}</span>
      <span class="key dash"><i></i>${t('coverage.pace')}</span>
    </div>
    <div class="chart-words"><span class=${said.behind ? 'attention' : ''}>${said.words}</span></div>
    <div class="chart" ref=${host} role="img" aria-label=${`${t('panel.coverage')}. ${said.words}`}></div>`;
}

/** @param {Run} run */
function options(run) {
  const size = baseSize();
  const at = (/** @type {number} */ ms) => (startLocal(run) + ms) / 1000;
  const axis = { stroke: colour('muted'), font: font(size * 0.9), grid: { stroke: colour('grid'), width: 1 }, ticks: { stroke: colour('grid'), width: 1, size: 4 } };
  return {
    tzDate: (/** @type {number} */ ts) => new Date(ts * 1000 + new Date(ts * 1000).getTimezoneOffset() * 60e3),
    padding: [size * 0.8, size * 1.4, 0, 0],
    cursor: { drag: { x: false, y: false }, points: { size: 6 } },
    scales: { x: { time: true, range: () => [at(0), at(chartEnd(run))] }, y: { range: [0, 1] } },
    axes: [
      { ...axis, size: size * 2.1, values: (/** @type {any} */ _, /** @type {number[]} */ all) => all.map(one => new Date(one * 1000).toISOString().slice(11, 16)), space: size * 5 },
      { ...axis, size: size * 3.7, values: (/** @type {any} */ _, /** @type {number[]} */ all) => all.map(one => percent(one, 0)), space: size * 2.2 },
    ],
    series: [
      {},
      { label: 'tested', stroke: colour('primary'), width: 2.5, points: { show: false } },
      { label: 'notified', stroke: colour('muted'), width: 1.5, points: { show: false } },
      { label: 'pace', stroke: colour('muted'), width: 1.25, dash: [5, 4], points: { show: false } },
    ],
    hooks: { draw: [(/** @type {any} */ u) => marks(u, run, at)] },
  };
}

/** Opening, and the target time. @param {any} u @param {Run} run @param {(ms: number) => number} at */
function marks(u, run, at) {
  const { ctx } = u;
  const ratio = devicePixelRatio || 1;
  const line = (/** @type {number} */ ms, /** @type {string} */ text, /** @type {string} */ ink, height = 0.55) => {
    const strong = height < 0.3;
    const x = Math.round(u.valToPos(at(ms), 'x', true));
    ctx.save();
    ctx.strokeStyle = colour(ink);
    ctx.lineWidth = (strong ? 2 : 1) * ratio;
    if (!strong) ctx.setLineDash([2 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, u.bbox.top);
    ctx.lineTo(x, u.bbox.top + u.bbox.height);
    ctx.stroke();
    ctx.font = font(baseSize() * 0.9 * ratio, strong ? '600' : '');
    ctx.fillStyle = colour(ink);
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    ctx.setLineDash([]);
    ctx.lineWidth = 4 * ratio;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = colour('surface');
    const y = u.bbox.top + u.bbox.height * height;
    ctx.strokeText(text, x - 5 * ratio, y);
    ctx.fillText(text, x - 5 * ratio, y);
    ctx.restore();
  };
  const moment = markedMoment();
  if (moment !== null) line(moment, clock(run, moment), 'primary', 0.38);
  line(run.open, t('coverage.open', clock(run, run.open)), 'muted');
  line(run.targetLine, t('coverage.line', clock(run, run.targetLine)), 'text', 0.2);
}

/** @returns {Table} */
function table() {
  const { run } = session.get();
  const { history } = current;
  if (!run || !history) return { columns: [], rows: [] };
  const keys = Object.keys(history.district);
  const rows = [];
  for (let minute = 0; minute < history.minutes; minute++) {
    if (minute % 5 === 0 || minute === history.minutes - 1) rows.push([clock(run, minute * 60e3), ...keys.map(key => history.district[key][minute] ?? 0)]);
  }
  return { columns: [{ label: t('clock.sim') }, ...keys.map(key => ({ label: t(`coverage.${key}.count`), numeric: true }))], rows: rows.reverse() };
}

export const CoveragePanel = { title: 'panel.coverage', picture: true, Body, table };
