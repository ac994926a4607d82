/** What each intervention asks for. @type {Record<string, string[]>} */
export const KINDS = {
  closeSite: ['site'],
  openSite: ['site'],
  addStaff: ['site', 'staff'],
  removeStaff: ['site', 'staff'],
  moveStaff: ['from', 'site', 'staff'],
  registrationOutage: ['site', 'minutes'],
  extendWindow: ['to'],
};

/** Codes apart by comma or space. @param {string} text */
const codes = text => text.toUpperCase().split(/[\s,，、]+/).filter(Boolean);

/**
 * The body to send, or null while something is missing.
 * @param {string} type @param {Record<string, string>} fields @param {number} to ms
 */
export function buildInput(type, fields, to) {
  const asks = KINDS[type];
  /** @type {Record<string, any>} */
  const input = { type };
  if (asks.includes('site')) {
    input.sites = codes(fields.site);
    // An outage of no site in particular is one of the whole system.
    if (input.sites.length === 0 && type !== 'registrationOutage') return null;
  }
  if (asks.includes('from')) {
    [input.from] = codes(fields.from);
    if (!input.from) return null;
  }
  if (asks.includes('staff')) {
    input.samplers = Number(fields.samplers || 0);
    input.desks = Number(fields.desks || 0);
    if (input.samplers + input.desks <= 0) return null;
  }
  if (asks.includes('minutes')) {
    input.lengthMinutes = Number(fields.minutes);
    if (!(input.lengthMinutes > 0)) return null;
  }
  if (asks.includes('to')) {
    if (!Number.isFinite(to)) return null;
    input.to = to;
  }
  return input;
}
