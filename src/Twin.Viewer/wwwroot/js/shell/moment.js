import { html, useEffect } from '../ui.js';
import { clock, percent, whole } from '../state/format.js';
import { backToLive } from '../state/hold.js';
import { control, current } from '../state/open.js';
import { session } from '../state/session.js';
import { useStore } from '../state/store.js';
import { t } from '../state/texts.js';
import { jamMeasure } from '../state/tiers.js';
import { useTick } from '../state/tick.js';
import { view } from '../state/view.js';
import { speedText } from './speed.js';

/** Nearer than this, a link shows the run as it is: its pictures over time have a step of one minute. */
const SAME_MS = 60_000;

/**
 * The moment and the speed that a link was made at, when the run is elsewhere. A run is shared: opening a link changes nothing
 * of it; what would is offered by name.
 */
export function Moment() {
  useTick(1000);
  const moment = useStore(view, v => v.moment);
  const asked = useStore(view, v => v.askedSpeed);
  const run = useStore(session, s => s.run);
  const now = current.stream?.simTime || run?.simTime || 0;
  const known = run !== null && (current.stream?.times.size ?? 0) > 0;
  const same = moment !== null && Math.abs(now - moment) <= SAME_MS;
  const alive = run?.state === 'running' || run?.state === 'paused';
  const differs = asked !== undefined && alive && run?.speed !== asked;
  const nothing = known && (moment === null || same) && !differs;
  useEffect(() => { if (nothing && (moment !== null || asked !== undefined)) view.set({ moment: null, askedSpeed: undefined }); }, [nothing, moment, asked]);
  useEffect(() => { if (known && same) view.set({ moment: null }); }, [known, same]);
  if (!run || !known || nothing || (moment === null && asked === undefined)) return null;
  const past = moment !== null && moment < now;
  return html`
    <div class="notice calm" role="status">
      <div class="words">${moment !== null && html`<strong>${t('moment.made', clock(run, moment, true))}</strong> ${t(past ? 'moment.past' : 'moment.ahead', clock(run, now, true))}
        ${past ? html` ${then(run, moment)}` : ''}`} ${differs ? t('moment.speed', speedText(asked ?? null), speedText(run.speed)) : ''}</div>
      ${!past && moment !== null && alive && moment <= run.horizon && html`<button onClick=${() => control({ action: 'runTo', to: moment })}>${t('moment.runTo', clock(run, moment))}</button>`}
      ${differs && html`<button onClick=${() => { void control({ action: 'speed', speed: asked }); view.set({ askedSpeed: undefined }); }}>${t('moment.setSpeed', speedText(asked ?? null))}</button>`}
      <button onClick=${backToLive}>${t('moment.live')} <kbd>L</kbd></button>
    </div>`;
}

/** What is known of a past moment: the district and the waits, by minute. @param {Run} run @param {number} moment */
function then(run, moment) {
  const { history, stream } = current;
  if (!history || !stream) return '';
  const minute = Math.floor(moment / 60e3);
  const tested = history.district.tested[minute];
  if (tested === undefined) return '';
  const red = jamMeasure(stream)?.red ?? Infinity;
  return t('moment.then', whole(tested), percent(tested / Math.max(1, run.residents)), whole(history.district.waiting[minute] ?? 0), whole(history.wait.filter(list => list[minute] >= red).length));
}
