import { known, t } from '../state/texts.js';

/** An entry in words. A text that this page does not know is shown as it came. @param {Entry} entry */
export function entryText(entry) {
  const values = (entry.values ?? []).map(value => (known(`value.${value}`) ? t(`value.${value}`) : value));
  if (known(entry.text)) return t(entry.text, ...values);
  return [entry.text, ...values].join(' ');
}
