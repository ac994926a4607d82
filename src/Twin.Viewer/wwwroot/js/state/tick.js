import { useEffect, useState } from '../ui.js';

/** Renders a panel again every so often, however many frames come. @param {number} ms */
export function useTick(ms) {
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => { if (!document.hidden) again(n => n + 1); }, ms);
    return () => clearInterval(timer);
  }, [ms]);
}
