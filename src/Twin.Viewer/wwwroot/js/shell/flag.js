import { html } from '../ui.js';
import { baseline, theBaseline } from '../state/baseline.js';
import { clock } from '../state/format.js';
import { backToLive } from '../state/hold.js';
import { log } from '../state/log.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { entryText } from '../panels/log-text.js';
import { icon } from './icons.js';

/** Says over the picture that it is not the run as it is, but the state before an intervention. */
export function Flag() {
  const { on } = useStore(baseline, all => all);
  const run = useStore(session, s => s.run);
  if (!on || !run) return null;
  const shown = theBaseline();
  const cause = shown && log.get().entries.find(one => one.kind === 'input' && Number(one.simTime) === shown.at);
  return html`
    <div class="flag" role="status">
      ${icon('before')}
      ${shown ? html`<strong>${t('before.flag', clock(run, shown.live.simTime, true))}</strong>
        <span>${cause ? t('before.of', `${clock(run, shown.at, true)} ${entryText(cause)}`) : ''}</span>`
        : html`<strong>${t('before.none')}</strong> <span>${t(run.inputs > 0 ? 'before.none.late' : 'before.none.what')}</span>`}
      <button onClick=${backToLive}>${t('before.live')} <kbd>L</kbd></button>
    </div>`;
}
