import { known, t } from '../state/texts.js';

/** An entry in words. A text that this page does not know is shown as it came. @param {import('../state/log.js').Entry} entry */
export function entryText(entry) {
  const values = (entry.values ?? []).map(value => (known(`value.${value}`) ? t(`value.${value}`) : value));
  for (const key of [`log.${entry.text}`, entry.text]) if (known(key)) return t(key, ...values);
  return [entry.text, ...values].join(' ');
}
