import { html, useEffect, useState } from '../ui.js';
import { log } from '../state/log.js';
import { session } from '../state/session.js';
import { t } from '../state/texts.js';
import { entryText } from '../panels/log-text.js';

const QUIET_MS = 5_000;

/** The one live region: what changed that a listener must know, at most once in 5 s. */
export function Speaker() {
  const [words, setWords] = useState('');
  useEffect(() => {
    let said = '';
    let state = session.get().run?.state;
    let connection = session.get().connection;
    let seen = log.get().entries.length;
    const timer = setInterval(() => {
      const { run, connection: link } = session.get();
      const news = [];
      if (link !== connection) news.push(t(`speak.${link}`));
      if (run && run.state !== state) news.push(t(`run.state.${run.state}`));
      const { entries } = log.get();
      const urgent = entries.slice(seen).filter(one => one.severity === 'attention');
      if (urgent.length === 1) news.push(entryText(urgent[0]));
      if (urgent.length > 1) news.push(t('speak.entries', urgent.length, entryText(urgent[urgent.length - 1])));
      [state, connection, seen] = [run?.state, link, entries.length];
      const next = news.join('. ');
      if (next && next !== said) setWords(next);
      said = next;
    }, QUIET_MS);
    return () => clearInterval(timer);
  }, []);
  return html`<div class="hidden-text" role="status" aria-live="polite">${words}</div>`;
}
