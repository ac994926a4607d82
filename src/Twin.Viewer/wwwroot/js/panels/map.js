import { html, useEffect, useRef, useState } from '../ui.js';
import { api } from '../wire/api.js';
import { listen } from '../map/gestures.js';
import { MapRenderer } from '../map/renderer.js';
import { baseline } from '../state/baseline.js';
import { showBaseline } from '../state/hold.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { say, t } from '../state/texts.js';
import { useTick } from '../state/tick.js';
import { select, view } from '../state/view.js';
import { icon } from '../shell/icons.js';
import { whereHouseholds } from '../map/households.js';
import { Legend } from './legend.js';
import { mapMeasures, mapTable, shownMeasure } from './map-table.js';
import { ScaleBar } from './scale-bar.js';
import { Search } from './search.js';
import { Tip } from './tip.js';

/** Points of households by layout: they are 1.7 MB, so they are asked for when dots are first shown. @type {WeakMap<object, Promise<Int32Array>>} */
const households = new WeakMap();

function Body() {
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const layers = useRef(/** @type {HTMLDivElement | null} */ (null));
  const map = useRef(/** @type {MapRenderer | null} */ (null));
  const layout = useStore(session, s => s.layout);
  const v = useStore(view, all => all);
  const [scale, setScale] = useState(/** @type {any} */ (null));
  const [hover, setHover] = useState(/** @type {any} */ (null));
  const [k, setK] = useState(0.03);
  useTick(2_000);
  const measure = shownMeasure();

  useEffect(() => {
    if (!host.current || !layers.current) return undefined;
    const renderer = new MapRenderer(layers.current);
    map.current = renderer;
    renderer.onScale = setScale;
    const changed = () => {
      renderer.moved();
      setK(renderer.camera.k);
      if (renderer.showsDots) needHouseholds(renderer);
    };
    const settled = () => {
      view.set({ camera: renderer.where() });
    };
    const stop = listen(host.current, {
      pan: (dx, dy) => { renderer.pan(dx, dy); setHover(null); },
      zoom: (factor, x, y) => { renderer.camera.zoomAt(factor, x, y); changed(); },
      fit: () => { renderer.fit(); changed(); },
      hover: (x, y) => setHover((/** @type {any} */ one) => same(one, renderer.pick(x, y), x, y)),
      leave: () => setHover(null),
      click: (x, y) => {
        const hit = renderer.pick(x, y);
        if (hit) {
          own = hit.code;
          select(hit.kind, hit.code);
        } else view.set({ selection: null });
      },
      settled,
    });
    let own = view.get().selection?.code ?? '';
    const stopView = view.subscribe(() => {
      const { selection } = view.get();
      if (!selection || selection.code === own) return;
      own = selection.code;
      fly(renderer, selection, changed, settled);
    });
    const watcher = new ResizeObserver(() => {
      const first = !renderer.ratio;
      if (!renderer.resize()) return;
      const { camera } = view.get();
      if (first && camera) renderer.goTo(camera);
      else if (first || !camera) renderer.fit();
      changed();
    });
    watcher.observe(layers.current);
    const stopHouseholds = whereHouseholds(renderer);
    /** @type {any} */ (window).twinMap = renderer; // for tests and the console
    return () => {
      stop();
      stopView();
      stopHouseholds();
      watcher.disconnect();
      renderer.destroy();
    };
  }, []);

  useEffect(() => {
    const renderer = map.current;
    if (!renderer || !layout || !current.live) return;
    renderer.setData(layout, current.live);
    const { camera } = view.get();
    if (renderer.ratio) renderer.resize();
    if (renderer.ratio && camera) renderer.goTo(camera);
    if (!view.get().camera) renderer.fit();
    setK(renderer.camera.k);
    if (renderer.showsDots) needHouseholds(renderer);
  }, [layout, current.live]);
  useEffect(() => map.current?.setMeasure(measure), [measure, v.theme]);
  useEffect(() => {
    map.current?.set({ lang: v.lang, marks: v.marks, dots: v.dots, selection: v.selection, hover, north: v.north });
    if (map.current?.showsDots) needHouseholds(map.current);
  }, [v.lang, v.marks, v.dots, v.selection, hover, v.north]);
  useEffect(() => { if (map.current && !view.get().camera) map.current.fit(); }, [v.north]);

  const zoom = (/** @type {number} */ factor) => {
    const renderer = map.current;
    if (!renderer) return;
    if (factor === 0) renderer.fit();
    else renderer.camera.zoomAt(factor);
    renderer.moved();
    setK(renderer.camera.k);
    if (renderer.showsDots) needHouseholds(renderer);
    view.set({ camera: factor === 0 ? null : renderer.where() });
  };
  const name = `${t('map.name')}: ${measure ? say(measure) : ''}. ${t('map.name.keys')}`;
  return html`
    <div class="map" ref=${host} tabindex="0" role="application" aria-label=${name}>
      <div class="map-layers" ref=${layers} role="img" aria-label=${name}></div>
      <div class="map-box map-zoom" data-over>
        <button class="icon quiet" aria-label=${t('map.in')} title=${t('map.in')} onClick=${() => zoom(1.6)}>${icon('plus')}</button>
        <button class="icon quiet" aria-label=${t('map.out')} title=${t('map.out')} onClick=${() => zoom(1 / 1.6)}>${icon('minus')}</button>
        <button class="icon quiet" aria-label=${t('map.fit')} title=${t('map.fit')} onClick=${() => zoom(0)}>${icon('fit')}</button>
        <button class="icon quiet" aria-pressed=${String(v.marks)} aria-label=${t('map.sites')} title=${t('map.sites')} onClick=${() => view.set({ marks: !v.marks })}>${icon('site')}</button>
        <button class="icon quiet" aria-pressed=${String(v.north)} aria-label=${t('map.north')} title=${t('map.north')} onClick=${() => view.set({ north: !v.north })}>${icon('north')}</button>
        <button class="icon quiet" aria-pressed=${String(v.dots === 'on')} aria-label=${t('map.dots')} title=${t('map.dots')} onClick=${() => view.set({ dots: v.dots === 'on' ? 'auto' : 'on' })}>${icon('dots')}</button>
      </div>
      <${ScaleBar} k=${k} />
      ${hover && html`<${Tip} hover=${hover} measure=${measure} />`}
    </div>
    <${Legend} measure=${measure} scale=${scale} />`;
}

/** Beside the title: the measure, and the search. */
function Head() {
  useStore(view, v => v.measure);
  useStore(session, s => s.measures);
  const on = useStore(baseline, b => b.on);
  useTick(2_000);
  const measure = shownMeasure();
  return html`
    <select aria-label=${t('map.measure')} value=${measure ? `${measure.key}@${measure.level}` : ''} onChange=${(/** @type {any} */ e) => view.set({ measure: e.target.value })}>
      ${mapMeasures().map(one => html`<option value=${`${one.key}@${one.level}`} selected=${one === measure}>${say(one)}</option>`)}
    </select>
    <${Search} />
    <button class="tight" aria-pressed=${String(on)} title=${t('before.what')} onClick=${() => showBaseline(!on)}>${icon('before')}${t('before')}</button>`;
}

/** @param {any} before @param {any} hit @param {number} x @param {number} y */
function same(before, hit, x, y) {
  if (!hit) return null;
  return before && before.code === hit.code && Math.abs(before.x - x) + Math.abs(before.y - y) < 8 ? before : { ...hit, x, y };
}

/** @param {MapRenderer} renderer */
function needHouseholds(renderer) {
  const { layout, run } = session.get();
  if (!layout || !run || renderer.dots) return;
  let points = households.get(layout);
  if (!points) {
    points = api.households(run.id);
    points.catch(() => households.delete(layout));
    households.set(layout, points);
  }
  points.then(all => { if (renderer.source === layout && !renderer.dots) renderer.setHouseholds(all); }, () => {});
}

/**
 * Goes to what is selected elsewhere, near enough to see it.
 * @param {MapRenderer} renderer @param {{ kind: string, code: string }} selection @param {() => void} changed @param {() => void} settled
 */
function fly(renderer, { kind, code }, changed, settled) {
  const box = renderer.boxFor(kind, code);
  if (!box || !renderer.ratio) return;
  const { camera } = renderer;
  const target = camera.fitting(box, kind === 'street' || kind === 'community' ? 0.8 : 0.45);
  const from = { x: camera.x, y: camera.y, k: camera.k };
  const start = performance.now();
  const time = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 450;
  const move = () => {
    const part = Math.min(1, (performance.now() - start) / time);
    const eased = part * part * (3 - 2 * part);
    camera.take({
      x: from.x + (target.x - from.x) * eased,
      y: from.y + (target.y - from.y) * eased,
      k: from.k * (target.k / from.k) ** eased,
    });
    changed();
    if (part < 1) requestAnimationFrame(move);
    else settled();
  };
  move();
}

export const MapPanel = { title: 'panel.map', picture: true, Head, Body, table: mapTable };
