import { html, render } from './ui.js';
import { begin, openRun } from './state/open.js';
import { baseline, theBaseline } from './state/baseline.js';
import { keepLink } from './state/link.js';
import { mark } from './state/marks.js';
import { session } from './state/session.js';
import { useStore } from './state/store.js';
import { loadTexts, t, useLanguage } from './state/texts.js';
import { view } from './state/view.js';
import { listenKeys } from './shell/keys.js';
import { Controls } from './shell/controls.js';
import { Dialogs } from './shell/dialogs.js';
import { Board } from './shell/board.js';
import { listenPrint } from './shell/print.js';
import { Flag } from './shell/flag.js';
import { Moment } from './shell/moment.js';
import { Notice } from './shell/notice.js';
import { Speaker } from './shell/speaker.js';
import { TopBar } from './shell/top.js';
import { Welcome } from './shell/welcome.js';
import { useAge } from './shell/age.js';

function App() {
  useLanguage();
  const layout = useStore(session, s => s.layout);
  const { on } = useStore(baseline, all => all); // all is drawn anew with it
  const hatched = useAge().level === 'hatched';
  return html`
    <div class=${`frame ${hatched ? 'stale-data' : ''} ${on && theBaseline() ? 'before' : ''}`} id="frame">
      <${TopBar} />
      ${layout && html`<${Controls} />`}
      <${Notice} />
      <${Moment} />
      <${Flag} />
      ${layout ? html`<${Board} />` : html`<main><${Welcome} /></main>`}
      <${Dialogs} />
      <${Speaker} />
    </div>`;
}

/** What the document itself shows of the view. */
function dress() {
  const { theme, lang } = view.get();
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = t('app.title');
  try {
    localStorage.setItem('twin.theme', theme);
    localStorage.setItem('twin.lang', lang);
  } catch { /* a browser that keeps nothing: the link has both */ }
}

mark('begin');
keepLink();
await loadTexts();
dress();
view.subscribe(dress);
view.subscribe(() => {
  const { runId } = view.get();
  if (runId && session.get().loaded && runId !== session.get().run?.id) {
    session.set({ problem: null });
    void openRun(runId);
  }
});
listenKeys();
listenPrint();
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById('app')));
mark('shell');
void begin();
