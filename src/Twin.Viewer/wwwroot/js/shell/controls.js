import { html, useEffect, useState } from '../ui.js';
import { clock, parseClock } from '../state/format.js';
import { control } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { icon } from './icons.js';
import { Kpis } from './kpis.js';
import { FASTEST, faster, fromSlider, slower, speedText, toSlider } from './speed.js';

export function Controls() {
  const run = useStore(session, s => s.run);
  if (!run) return null;
  const alive = run.state === 'running' || run.state === 'paused';
  return html`
    <section class="bar controls" aria-label=${t('controls')}>
      <div class="transport">
        <${Play} run=${run} alive=${alive} />
        <button disabled=${run.state !== 'paused'} title=${t('control.step.what')} onClick=${() => control({ action: 'step' })}>${icon('step')}${t('control.step')}</button>
        <button disabled=${!alive} title=${t('control.stop.what')} onClick=${() => confirm(t('control.stop.sure')) && control({ action: 'stop' })}>${icon('stop')}${t('control.stop')}</button>
      </div>
      <${Speed} run=${run} alive=${alive} />
      <${RunTo} key=${run.id} run=${run} alive=${alive} />
      <${Kpis} />
    </section>`;
}

/** @param {{ run: Run, alive: boolean }} props */
function Play({ run, alive }) {
  const runs = run.state === 'running';
  if (!alive) return html`<button class="play" disabled>${t(`run.state.${run.state}`)}</button>`;
  return html`<button class="play primary" onClick=${() => control({ action: runs ? 'pause' : 'resume' })}>${icon(runs ? 'pause' : 'play')}${t(runs ? 'control.pause' : 'control.play')}</button>`;
}

/** @param {{ run: Run, alive: boolean }} props */
function Speed({ run, alive }) {
  // While the slider is dragged it previews; the server hears of it when it is let go.
  const [drag, setDrag] = useState(/** @type {number | null} */ (null));
  const shown = drag === null ? run.speed : fromSlider(drag);
  const set = (/** @type {number | null} */ speed) => control({ action: 'speed', speed });
  useEffect(() => setDrag(null), [run.speed]);
  return html`
    <div class="speed" role="group" aria-label=${t('control.speed')}>
      <span class="muted">${t('control.speed')}</span>
      <button class="icon" disabled=${!alive} aria-label=${t('control.slower')} title=${`${t('control.slower')} ,`} onClick=${() => set(slower(run.speed))}>${icon('minus')}</button>
      <input type="range" min="0" max="100" step="1" disabled=${!alive} aria-label=${t('control.speed.log')} aria-valuetext=${speedText(shown)}
        value=${drag ?? toSlider(run.speed)} onInput=${(/** @type {any} */ e) => setDrag(Number(e.target.value))} onChange=${(/** @type {any} */ e) => set(fromSlider(Number(e.target.value)))} />
      <button class="icon" disabled=${!alive} aria-label=${t('control.faster')} title=${`${t('control.faster')} .`} onClick=${() => set(faster(run.speed))}>${icon('plus')}</button>
      <output>${speedText(shown)}</output>
      <button disabled=${!alive} aria-pressed=${run.speed === FASTEST ? 'true' : 'false'} title=${t('control.max.what')} onClick=${() => set(run.speed === FASTEST ? 600 : FASTEST)}>${t('control.max')}</button>
      ${run.behindSeconds > 1 && html`<span class="attention">${t('control.behind', Math.round(run.behindSeconds))}</span>`}
    </div>`;
}

/** @param {{ run: Run, alive: boolean }} props */
function RunTo({ run, alive }) {
  const next = run.simTime < run.open ? run.open : (Math.floor(run.simTime / 3600e3) + 1) * 3600e3;
  const [text, setText] = useState(clock(run, next));
  const at = parseClock(run, text);
  const fits = at > run.simTime && at <= run.horizon;
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (fits) void control({ action: 'runTo', to: at });
  };
  return html`
    <form class="run-to" onSubmit=${go}>
      <label><span class="muted">${t('control.runTo')}</span> <input type="text" inputmode="numeric" value=${text} disabled=${!alive}
        aria-invalid=${fits ? 'false' : 'true'} title=${t('control.runTo.what', clock(run, run.simTime), clock(run, run.horizon))} onInput=${(/** @type {any} */ e) => setText(e.target.value)} /></label>
      <button class="icon" disabled=${!alive || !fits} aria-label=${t('control.go')} title=${t('control.runTo.what', clock(run, run.simTime), clock(run, run.horizon))}>${icon('go')}</button>
    </form>`;
}
