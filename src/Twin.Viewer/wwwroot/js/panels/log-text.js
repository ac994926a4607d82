import { known, t } from '../state/texts.js';

/** An entry in words. A text that this page does not know is shown as it came. @param {Entry} entry */
export function entryText(entry) {
  const values = (entry.values ?? []).map(value => (known(`value.${value}`) ? t(`value.${value}`) : value));
  // From jammed to slow is no alert: it gets better.
  const text = entry.severity !== 'attention' && entry.text.endsWith('jam.amber') ? 'log.jam.less' : entry.text;
  if (known(text)) return t(text, ...values);
  return [entry.text, ...values].join(' ');
}
