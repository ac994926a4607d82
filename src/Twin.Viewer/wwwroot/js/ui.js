// One place from which the page takes its view library: preact with htm, as vendored.
export {
  html, render, useState, useEffect, useLayoutEffect, useRef, useMemo, useCallback,
} from '../lib/htm-preact.js';
