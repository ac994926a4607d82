// Wheel, drag, pinch, click and keys over the map.
const CLICK_PX = 5;
const KEY_PAN_PX = 60;

/** @param {HTMLElement} host @param {Acts} acts @returns {() => void} */
export function listen(host, acts) {
  /** @type {Map<number, { x: number, y: number }>} */
  const pointers = new Map();
  let travelled = 0;
  let settle = 0;
  const stop = new AbortController();
  const on = (/** @type {string} */ name, /** @type {(event: any) => void} */ act, options = {}) =>
    host.addEventListener(name, act, { signal: stop.signal, ...options });
  const place = (/** @type {MouseEvent} */ event) => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const later = () => {
    clearTimeout(settle);
    settle = setTimeout(acts.settled, 250);
  };

  on('wheel', event => {
    event.preventDefault();
    const { x, y } = place(event);
    const lines = event.deltaMode === 1 ? 16 : 1;
    acts.zoom(2 ** (-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), x, y);
    later();
  }, { passive: false });
  on('pointerdown', event => {
    if (event.button !== 0 || event.target.closest('button, input, a, select, [data-over]')) return;
    host.setPointerCapture(event.pointerId);
    if (pointers.size === 0) travelled = 0;
    pointers.set(event.pointerId, place(event));
  });
  on('pointermove', event => {
    const now = place(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (pointers.size === 0) acts.hover(now.x, now.y);
      return;
    }
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(now.x - other.x, now.y - other.y);
      if (was > 0) acts.zoom(is / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
      travelled = Infinity;
    } else {
      travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      acts.pan(now.x - before.x, now.y - before.y);
    }
    pointers.set(event.pointerId, now);
    later();
  });
  const up = (/** @type {PointerEvent} */ event) => {
    if (!pointers.delete(event.pointerId)) return;
    const { x, y } = place(event);
    if (event.type === 'pointerup' && pointers.size === 0 && travelled < CLICK_PX) acts.click(x, y);
  };
  on('pointerup', up);
  on('pointercancel', up);
  on('pointerleave', acts.leave);
  on('keydown', event => {
    if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 4 * KEY_PAN_PX : KEY_PAN_PX;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowLeft: () => acts.pan(step, 0), ArrowRight: () => acts.pan(-step, 0),
      ArrowUp: () => acts.pan(0, step), ArrowDown: () => acts.pan(0, -step),
      '+': () => acts.zoom(1.5), '=': () => acts.zoom(1.5), '-': () => acts.zoom(1 / 1.5),
      0: acts.fit, Home: acts.fit,
      Enter: () => acts.click(host.clientWidth / 2, host.clientHeight / 2),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
    later();
  });
  return () => stop.abort();
}
