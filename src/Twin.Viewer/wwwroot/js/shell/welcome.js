import { html } from '../ui.js';
import { api } from '../wire/api.js';
import { openRun } from '../state/open.js';
import { percent } from '../state/format.js';
import { complain, session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { view } from '../state/view.js';

/** What is seen while there is no picture yet: loading, preparing, or a server on which nothing runs. */
export function Welcome() {
  const { loaded, run, scenarios, runs } = useStore(session, s => s);
  if (run?.state === 'failed') return html`<div class="welcome"><h2>${t('run.failed')}</h2><p>${run.error}</p><${Start} /></div>`;
  if (run) return html`<${Preparing} run=${run} />`;
  if (!loaded) return html`<div class="welcome"><p class="muted">${t('loading')}</p></div>`;
  if (scenarios.length === 0 || runs.length > 0) return html`<div class="welcome"><p class="muted">${t(runs.length ? 'loading' : 'welcome.none')}</p></div>`;
  const first = scenarios[0];
  const zh = view.get().lang === 'zh';
  const go = async () => {
    try {
      await openRun((await api.create({ scenario: first.name, speed: 600 })).id);
    } catch (error) {
      complain(error);
    }
  };
  return html`
    <div class="welcome">
      <h2>${t('welcome.title')}</h2>
      <p class="muted">${t('welcome.words')}</p>
      <button class="primary" onClick=${go}>${t('welcome.start', (zh && first.titleZh) || first.title)}</button>
      <${Start} />
    </div>`;
}

const Start = () => html`<button onClick=${() => view.set({ dialog: 'start' })}>${t('welcome.other')}</button>`;

/** @param {{ run: Run }} props */
function Preparing({ run }) {
  const part = run.state === 'preparing' ? run.prepared : 1;
  return html`
    <div class="welcome">
      <h2>${(view.get().lang === 'zh' && run.titleZh) || run.title}</h2>
      <p class="muted" role="status">${run.state === 'preparing' ? t('run.preparing', percent(part, 0)) : t('loading')}</p>
      <div class="progress"><i style=${{ width: `${100 * part}%` }}></i></div>
    </div>`;
}
