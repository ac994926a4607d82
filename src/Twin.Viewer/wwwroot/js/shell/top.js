import { html } from '../ui.js';
import { clock, date } from '../state/format.js';
import { current, transport } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { useTick } from '../state/tick.js';
import { view } from '../state/view.js';
import { useAge } from './age.js';
import { icon } from './icons.js';
import { linkNow } from '../state/link.js';
import { printPage } from './print.js';

export function TopBar() {
  const run = useStore(session, s => s.run);
  return html`
    <header class="bar">
      <div class="brand"><img src="icon.svg" alt="" /><h1>${t('app.name')}</h1></div>
      ${run && html`<${Runs} run=${run} />`}
      <span class="push"></span>
      ${run && html`<${Clocks} run=${run} />`}
      <span class="push"></span>
      <${LinkState} run=${run} />
      <${Tools} />
    </header>`;
}

/** @param {{ run: Run }} props */
function Runs({ run }) {
  const runs = useStore(session, s => s.runs);
  const zh = view.get().lang === 'zh';
  const all = runs.some(one => one.id === run.id) ? runs : [...runs, run];
  return html`
    <div class="runs">
      <span class="mode" title=${t('mode.sim.what')}>${run.mode}</span>
      <select aria-label=${t('run.choose')} value=${run.id} onChange=${(/** @type {any} */ e) => view.set({ runId: e.target.value })}>
        ${all.map(one => html`<option value=${one.id} selected=${one.id === run.id}>
          ${one.id} · ${(zh && one.titleZh) || one.title} · ${t(`run.state.${one.state}`)}</option>`)}
      </select>
      <span class="seed">${t('run.seed', run.seed)}${run.scale !== 1 ? ` · ${t('run.scale', run.scale)}` : ''}</span>
      <button onClick=${() => view.set({ dialog: 'start' })}>${icon('plus')}${t('run.new')}</button>
    </div>`;
}

/** @param {{ run: Run }} props */
function Clocks({ run }) {
  useTick(250);
  const at = current.live?.simTime || run.simTime;
  const wall = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return html`
    <div class="clocks">
      <span><span class="what">${t('clock.sim')}</span><time class="sim-clock" title=${date(run, at)}>${clock(run, at, true)}</time></span>
      <span class="muted day">${date(run, at)}</span>
      <span><span class="what">${t('clock.wall')}</span><time>${two(wall.getHours())}:${two(wall.getMinutes())}:${two(wall.getSeconds())}</time></span>
    </div>`;
}

/** Connection and age of the data, in shape, words and colour. @param {{ run: Run | null }} props */
function LinkState({ run }) {
  const { ms, level } = useAge();
  const { connection, retryAt, dropped, resyncs } = useStore(session, s => s);
  const seconds = Math.round(ms / 1000);
  const left = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
  let look = '';
  let words = t('link.live');
  if (connection === 'lost') {
    look = 'lost';
    words = left > 0 ? t('link.retry', left) : t('link.trying');
  } else if (connection === 'connecting') words = t('link.connecting');
  else if (level === 'said' || level === 'hatched') {
    look = 'old';
    words = t('link.old', seconds);
  } else if (run && run.state !== 'running') {
    look = 'paused';
    words = t(`run.state.${run.state}`);
  }
  const aged = connection === 'lost' && level !== 'none' ? ` · ${t('link.age', seconds)}` : '';
  const lost = dropped + resyncs > 0 ? ` · ${t('link.dropped', dropped)}` : '';
  return html`
    <span class="link-state ${look}" title=${t('link.what', dropped, resyncs)}><i class="shape"></i><span>${words}${aged}<span class="muted">${lost}</span></span>
      ${connection === 'lost' && html`<button class="link" onClick=${() => transport.retryNow()}>${t('link.now')}</button>`}
    </span>`;
}

function Tools() {
  const theme = useStore(view, v => v.theme);
  const lang = useStore(view, v => v.lang);
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  const dark = theme === 'dark';
  return html`
    <nav class="tools" aria-label=${t('tools')}>
      <button class="quiet" lang=${lang === 'zh' ? 'en' : 'zh-CN'} onClick=${() => view.set({ lang: lang === 'zh' ? 'en' : 'zh' })}>${lang === 'zh' ? 'English' : '中文'}</button>
      <${Tool} name=${dark ? 'sun' : 'moon'} text=${t(dark ? 'theme.light' : 'theme.dark')} act=${() => view.set({ theme: dark ? 'light' : 'dark' })} />
      <${Tool} name="link" text=${t('link.copy')} act=${() => navigator.clipboard?.writeText(linkNow())} />
      <${Tool} name="screen" text=${t('fullscreen')} act=${full} />
      <${Tool} name="print" text=${t('print')} act=${printPage} />
      <${Tool} name="help" text=${t('help')} act=${() => view.set({ dialog: 'help' })} />
    </nav>`;
}

/** @param {{ name: string, text: string, act: () => void }} props */
function Tool({ name, text, act }) {
  return html`<button class="icon quiet" title=${text} aria-label=${text} onClick=${act}>${icon(name)}</button>`;
}
