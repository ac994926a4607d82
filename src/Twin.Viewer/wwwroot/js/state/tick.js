import { useEffect, useState } from '../ui.js';

/** Renders a panel again every so often, however many frames come. @param {number} ms */
export function useTick(ms) {
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => { if (!document.hidden) again(n => n + 1); }, ms);
    return () => clearInterval(timer);
  }, [ms]);
}

/** Draws a canvas after each rendering, in a task of its own: several in one would hold up the page. @param {() => void} draw */
export function useDrawing(draw) {
  useEffect(() => {
    const timer = setTimeout(() => { if (!document.hidden) draw(); });
    return () => clearTimeout(timer);
  });
}
