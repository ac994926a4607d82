import { html, useEffect, useState } from '../ui.js';
import { api } from '../wire/api.js';
import { baseline, theBaseline } from '../state/baseline.js';
import { clock, parseClock } from '../state/format.js';
import { showBaseline } from '../state/hold.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { view } from '../state/view.js';
import { ProblemWords } from '../shell/problem.js';
import { KINDS, buildInput } from './input-kinds.js';
import { Preview } from './input-preview.js';

/** What was given in this run, newest last. @type {any[]} */
let given = [];

const PREVIEW_AFTER_MS = 350;

function Body() {
  const run = useStore(session, s => s.run);
  const selection = useStore(view, v => v.selection);
  const [type, setType] = useState('closeSite');
  const [fields, setFields] = useState(/** @type {Record<string, string>} */ ({ site: selection?.kind === 'site' ? selection.code : '', from: '', samplers: '2', desks: '0', minutes: '45', to: '' }));
  const [preview, setPreview] = useState(/** @type {any} */ (null));
  const [problem, setProblem] = useState(/** @type {any} */ (null));
  const [inputs, setInputs] = useState(given);
  const { kept, on } = useStore(baseline, all => all);
  const set = (/** @type {string} */ key) => (/** @type {any} */ e) => setFields({ ...fields, [key]: e.target.value });
  const asks = KINDS[type];
  const to = run && fields.to ? parseClock(run, fields.to) : NaN;
  const input = buildInput(type, fields, to);
  const asked = input ? JSON.stringify(input) : '';

  useEffect(() => { if (selection?.kind === 'site') setFields(before => ({ ...before, site: selection.code })); }, [selection]);
  useEffect(() => {
    setPreview(null);
    setProblem(null);
    if (!run || !input) return undefined;
    let gone = false;
    const timer = setTimeout(() => api.preview(run.id, input).then(answer => !gone && setPreview(answer), error => !gone && setProblem(error)), PREVIEW_AFTER_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, run?.id]);
  const refresh = () => run && api.inputs(run.id).then(answer => setInputs(given = answer), () => {});
  useEffect(() => void refresh(), [run?.id]);

  if (!run) return null;
  const alive = run.state === 'running' || run.state === 'paused';
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!input) return;
    try {
      await api.input(run.id, input);
      setProblem(null);
      refresh();
    } catch (error) {
      setProblem(error);
    }
  };
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${t('panel.inputs')}>
      <form class="form pad" onSubmit=${send}>
        <label for="i-type">${t('input.type')}</label>
        <select id="i-type" value=${type} onChange=${(/** @type {any} */ e) => setType(e.target.value)}>${Object.keys(KINDS).map(one => html`<option value=${one} selected=${one === type}>${t(`input.${one}`)}</option>`)}</select>
        ${asks.includes('site') && html`<label for="i-site">${t('input.site')}</label><input id="i-site" class="mono" list="site-codes" placeholder="S-017" autocomplete="off" value=${fields.site} onInput=${set('site')} />`}
        ${asks.includes('from') && html`<label for="i-from">${t('input.from')}</label><input id="i-from" class="mono" list="site-codes" placeholder="S-018" autocomplete="off" value=${fields.from} onInput=${set('from')} />`}
        ${asks.includes('staff') && html`<label for="i-samplers">${t('input.samplers')}</label><span class="row"><input id="i-samplers" type="number" min="0" max="50" value=${fields.samplers} onInput=${set('samplers')} />
          <label for="i-desks">${t('input.desks')}</label><input id="i-desks" type="number" min="0" max="50" value=${fields.desks} onInput=${set('desks')} /></span>`}
        ${asks.includes('minutes') && html`<label for="i-minutes">${t('input.minutes')}</label><input id="i-minutes" type="number" min="1" max="600" value=${fields.minutes} onInput=${set('minutes')} />`}
        ${asks.includes('to') && html`<label for="i-to">${t('input.to')}</label><input id="i-to" type="text" placeholder=${clock(run, run.close + 3600e3)} value=${fields.to} onInput=${set('to')} />`}
        <datalist id="site-codes">${(session.get().layout?.levels.site.code ?? []).map((/** @type {string} */ one) => html`<option value=${one} />`)}</datalist>
        ${preview && html`<div class="all"><${Preview} type=${type} answer=${preview} /></div>`}
        ${problem && html`<div class="all preview warn" role="alert"><${ProblemWords} problem=${problem} /></div>`}
        <p class="all row act-row"><span class="muted">${t('input.words', clock(run, run.simTime))}</span><span class="push"></span><button class="primary" disabled=${!alive || !preview}>${t('input.do')}</button></p>
      </form>
      ${inputs.length > 0 && html`<div class="pad"><h3 class="muted">${t('input.given')}</h3>
        <ol>${[...inputs].reverse().map((/** @type {any} */ one) => html`<li><span class="mono muted">${clock(run, Number(one.at), true)}</span> ${t(`input.${one.type}`)} <span class="mono">${(one.sites ?? []).join(', ')}</span>
          ${kept.some(before => before.at === Number(one.at)) && html`<button class="link" aria-pressed=${String(on && theBaseline()?.at === Number(one.at))} title=${t('before.what')} onClick=${() => showBaseline(!on || theBaseline()?.at !== Number(one.at), Number(one.at))}>${t('before')}</button>`}</li>`)}</ol></div>`}
    </div>`;
}

/** @returns {Table} */
function table() {
  const { run } = session.get();
  return {
    columns: [{ label: '#', numeric: true }, { label: t('clock.sim') }, { label: t('input.type') }, { label: t('level.site') }],
    rows: given.map((one, i) => [one.seq ?? i + 1, clock(run, Number(one.at), true), one.type, (one.sites ?? []).join(' ')]),
  };
}

export const InputsPanel = { title: 'panel.inputs', picture: false, Body, table };
