// Runs before the first paint, so that the page never flashes in the wrong theme or language.
(() => {
  const saved = (/** @type {string} */ name) => { try { return localStorage.getItem(`twin.${name}`); } catch { return null; } };
  const asked = new URLSearchParams(location.hash.slice(1));
  const dark = !matchMedia('(prefers-color-scheme: light)').matches;
  const root = document.documentElement;
  root.dataset.theme = asked.get('theme') ?? saved('theme') ?? (dark ? 'dark' : 'light');
  const language = asked.get('lang') ?? saved('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
})();
