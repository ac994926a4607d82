// Runs before the first paint, so that the page never flashes in the wrong theme or language.
(() => {
  const saved = (/** @type {string} */ name) => { try { return localStorage.getItem(`twin.${name}`); } catch { return null; } };
  const asked = new URLSearchParams(location.hash.slice(1));
  const dark = !matchMedia('(prefers-color-scheme: light)').matches;
  const root = document.documentElement;
  root.dataset.theme = asked.get('theme') ?? saved('theme') ?? (dark ? 'dark' : 'light');
  const language = asked.get('lang') ?? saved('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  root.lang = language === 'zh' ? 'zh-CN' : 'en';

  // What the modules will ask for first is on its way while they are still being loaded; wire/api.js takes it from here.
  /** @type {Record<string, Promise<Response | null>>} */
  const early = {};
  const ask = (/** @type {string} */ path) => (early[path] = fetch(`api/v1/${path}`).catch(() => null));
  /** @type {any} */ (window).twinEarly = early;
  void ask('scenarios');
  ask('runs').then(async answer => {
    const { runs } = answer?.ok ? await answer.clone().json() : { runs: [] };
    const run = asked.get('run') ? runs.find((/** @type {any} */ one) => String(one.id) === asked.get('run')) : runs.length === 1 ? runs[0] : undefined;
    if (run && run.state !== 'preparing') ['', '/layout'].forEach(part => void ask(`runs/${run.id}${part}`));
  }, () => {});
})();
