import { clock, date } from '../state/format.js';
import { current } from '../state/open.js';
import { session } from '../state/session.js';
import { t } from '../state/texts.js';
import { view } from '../state/view.js';

/** What every export says about itself: run, seed, time. @param {string} title */
export function about(title) {
  const { run } = session.get();
  const at = current.live?.simTime ?? run?.simTime ?? 0;
  const name = (view.get().lang === 'zh' && run?.titleZh) || run?.title || '';
  return {
    title,
    time: `${date(run, at)} ${clock(run, at, true)}`,
    line: `${run?.mode ?? ''} · ${name} · ${run?.id ?? ''} · ${t('run.seed', run?.seed ?? '')}`,
    file: `twin-${run?.id ?? 'run'}-${clock(run, at).replace(':', '')}`,
  };
}

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
