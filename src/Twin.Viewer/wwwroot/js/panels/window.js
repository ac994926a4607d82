import { useEffect, useRef, useState } from '../ui.js';

/** Rows drawn beyond what is seen, so that the keyboard always finds a next one. */
const BEYOND = 8;
const GUESS_PX = 28;

/**
 * Only the rows in view are rendered: all 204 sites with 15 columns, each second, would hold up the page.
 * @param {string} rowSelector
 */
export function useWindow(rowSelector) {
  const scroll = useRef(/** @type {HTMLElement | null} */ (null));
  const height = useRef(GUESS_PX);
  const [seen, setSeen] = useState({ top: 0, view: 600 });
  const look = () => {
    const box = scroll.current;
    if (!box) return;
    const row = box.querySelector(rowSelector);
    if (row) height.current = row.getBoundingClientRect().height || GUESS_PX;
    setSeen(now => (now.top === box.scrollTop && now.view === box.clientHeight ? now : { top: box.scrollTop, view: box.clientHeight }));
  };
  useEffect(look);
  /** @param {number} count */
  const visible = count => {
    const first = Math.max(0, Math.min(count, Math.floor(seen.top / height.current) - BEYOND));
    return { first, last: Math.min(count, first + Math.ceil(seen.view / height.current) + 2 * BEYOND), height: height.current };
  };
  return { scroll, look, visible };
}
