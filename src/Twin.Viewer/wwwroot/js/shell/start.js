import { html, useState } from '../ui.js';
import { api } from '../wire/api.js';
import { openRun } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { view } from '../state/view.js';
import { ProblemWords } from './problem.js';

const SPEEDS = [1, 10, 60, 300, 600, 1200, 3000, 10000];

export function StartDialog() {
  const scenarios = useStore(session, s => s.scenarios);
  const [name, setName] = useState(scenarios[0]?.name ?? '');
  const chosen = scenarios.find(one => one.name === name);
  const [problem, setProblem] = useState(/** @type {any} */ (null));
  const [busy, setBusy] = useState(false);
  const submit = async (/** @type {any} */ event) => {
    event.preventDefault();
    const f = new FormData(event.target);
    const number = (/** @type {string} */ key) => (f.get(key) === '' ? undefined : Number(f.get(key)));
    const set = String(f.get('set')).split('\n').map(line => line.trim()).filter(Boolean);
    const speed = f.get('speed') === 'max' ? null : Number(f.get('speed'));
    setBusy(true);
    try {
      const run = await api.create({ scenario: name, seed: number('seed'), scale: number('scale'), set, speed, paused: f.get('paused') === 'on' });
      view.set({ dialog: null });
      await openRun(run.id);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const zh = view.get().lang === 'zh';
  return html`
    <h2 id="dialog-title">${t('start.title')}</h2>
    <form class="form" onSubmit=${submit}>
      <label for="f-scenario">${t('start.scenario')}</label>
      <select id="f-scenario" value=${name} onChange=${(/** @type {any} */ e) => setName(e.target.value)}>
        ${scenarios.map(one => html`<option value=${one.name} selected=${one.name === name}>${(zh && one.titleZh) || one.title}</option>`)}
      </select>
      <span></span><span class="muted mono">${name}</span>
      <label for="f-seed">${t('start.seed')}</label>
      <input id="f-seed" name="seed" type="number" step="1" placeholder=${chosen?.seed} />
      <label for="f-scale">${t('start.scale')}</label>
      <input id="f-scale" name="scale" type="number" min="0.001" max="1" step="any" placeholder=${chosen?.scale} />
      <label for="f-speed">${t('control.speed')}</label>
      <select id="f-speed" name="speed">${SPEEDS.map(one => html`<option value=${one} selected=${one === 600}>${one} ×</option>`)}<option value="max">${t('control.max.long')}</option></select>
      <label for="f-set">${t('start.set')}</label>
      <textarea id="f-set" name="set" class="mono" rows="3" placeholder="testing.staff.samplers=3000" aria-describedby="f-set-what"></textarea>
      <span></span><span id="f-set-what" class="muted">${t('start.set.what')}</span>
      <span></span><label class="row"><input type="checkbox" name="paused" /> ${t('start.paused')}</label>
      ${problem && html`<div class="all preview warn" role="alert"><${ProblemWords} problem=${problem} /></div>`}
      <p class="all row"><span class="push"></span>
        <button type="button" onClick=${() => view.set({ dialog: null })}>${t('cancel')}</button>
        <button class="primary" disabled=${busy || !name}>${t('start.go')}</button></p>
    </form>`;
}
