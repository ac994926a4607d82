// The types of the page, for tsc alone: no browser ever loads them, so they cost nothing there.

type Live = import('./wwwroot/js/state/live.js').Live;
type Camera = import('./wwwroot/js/map/camera.js').Camera;
type Cells = import('./wwwroot/js/map/cells.js').Cells;
type Dots = import('./wwwroot/js/map/dots.js').Dots;
type MapRenderer = import('./wwwroot/js/map/renderer.js').MapRenderer;
type RunHistory = import('./wwwroot/js/state/history.js').History;
type Canvas2D = CanvasRenderingContext2D;

/** A value that tells its listeners when it changes. Values are replaced, never altered in place. */
interface Store<T> {
  get: () => T;
  set: (patch: Partial<T>) => void;
  subscribe: (listener: () => void) => () => void;
}

/** A run as the server describes it; times in ms since its start. */
interface Run {
  id: string;
  scenario: string;
  title: string;
  titleZh: string;
  seed: number;
  scale: number;
  state: 'preparing' | 'running' | 'paused' | 'ended' | 'failed' | 'stopped';
  error?: string;
  mode: string;
  /** Local time of simTime 0. */
  start: string;
  simTime: number;
  horizon: number;
  open: number;
  close: number;
  /** The target time, ms; the share of those expected to be tested by then; the longest wait, s, for a share of each site's people. */
  targetLine: number;
  targetShare: number;
  targetWaitSeconds: number;
  targetWaitQuantile: number;
  /** Simulated seconds a second; null is as fast as it goes. */
  speed: number | null;
  speedActual: number;
  behindSeconds: number;
  residents: number;
  households: number;
  expected: number;
  tested: number;
  events: number;
  windows: number;
  /** 0..1 */
  prepared: number;
  digest?: string;
  /** Interventions so far. */
  inputs: number;
  epoch: string;
}

interface Measure {
  /** Its number in frames. */
  index: number;
  key: string;
  level: string;
  topic: string;
  en: string;
  zh: string;
  unit: string;
  of?: string;
  states?: { en: string, zh: string }[];
  amber?: number;
  red?: number;
  attention?: boolean;
}

/** An error in words. */
interface Problem {
  /** Stable address of the kind of problem; missing when no server answered. */
  type?: string;
  title: string;
  detail: string;
  errors: { path?: string, found?: unknown, allowed?: unknown, key?: string }[];
}

interface Session {
  /** The first answer of the server is there. */
  loaded: boolean;
  runs: Run[];
  scenarios: { name: string, title: string, titleZh: string, seed: number, scale: number }[];
  /** The run that is shown. */
  run: Run | null;
  measures: Measure[];
  layout: Layout | null;
  connection: 'connecting' | 'open' | 'lost';
  /** How often it has been tried since it was lost. */
  attempt: number;
  /** Ms since 1970. */
  retryAt: number;
  /** When the last frame came, ms since 1970; 0 for none yet. */
  heardAt: number;
  /** Frames. */
  dropped: number;
  resyncs: number;
  problem: Problem | null;
}

type Columns = { [column: string]: any };

/** What does not change during a run: who belongs to whom, and where it is. Rows are numbered as the server numbers them. */
interface Layout {
  district: { code: string, name: string, nameZh: string, outline: number[] };
  /** Columns by level: street, community, compound, baseGrid, microGrid, partyGroup, site. */
  levels: Record<string, Columns>;
  /** Row by code, by level. */
  rows: Record<string, Map<string, number>>;
  /** Community of each micro-grid. */
  microCommunity: Int32Array;
  microStreet: Int32Array;
}

type Chosen = { kind: string, code: string };

/** What a person has chosen to see. All of it is in the permalink. */
interface View {
  lang: 'en' | 'zh';
  theme: 'dark' | 'light';
  runId: string | null;
  /** The run's time in ms that a link was made at, while it is marked; null follows the run. */
  moment: number | null;
  /** The run's speed when the link was made; null is as fast as it goes, undefined says none. */
  askedSpeed: number | null | undefined;
  /** Key@level of what the map shows; '' is the first one there is. */
  measure: string;
  selection: Chosen | null;
  /** Household dots. */
  dots: 'auto' | 'on' | 'off';
  /** North is up, even where the map would be larger turned. */
  north: boolean;
  /** Sites on the map. */
  marks: boolean;
  /** Panel shown by slot. */
  tabs: Record<string, string>;
  /** Panels shown as a table. */
  tables: string[];
  /** The panel that fills the page. */
  alone: string | null;
  dialog: string | null;
  /** Kind of log entry, '' for all. */
  logFilter: string;
  /** Only what is not acknowledged. */
  logOpen: boolean;
  /** Column, with '-' before it when descending. */
  siteSort: string;
  heatSort: string;
  /** Shortcuts are on. */
  keys: boolean;
  /** Centre in metres, pixels a metre. */
  camera: { x: number, y: number, k: number } | null;
}

/** A frame, version 1, as docs/streaming.md describes it. */
interface Frame {
  epoch: string;
  topic: string;
  seq: number;
  simTime: number;
  wallTime: number;
  kind: 'keyframe' | 'delta';
  dropped: number;
  blob: Uint8Array | string;
}

interface Scale {
  /** By step. */
  colours: string[];
  step: (value: number, row: number) => number;
  /** Value (or share, for a share) at the end of the scale. */
  top: number;
  share: boolean;
  states: boolean;
}

type Column = { label: string, numeric?: boolean };
type Table = { columns: Column[], rows: (string | number)[][], total?: (string | number)[], filters?: string };

interface Panel {
  /** Key of its text. */
  title: string;
  /** It is a picture, and so has a table twin. */
  picture: boolean;
  /** Beside its title. */
  Head?: any;
  Body: any;
  /** What it shows as a table: for the twin, CSV and readers. */
  table: () => Table;
}

/** An entry of the log. */
interface Entry {
  seq: number;
  simTime: number;
  wallTime: number;
  kind: string;
  severity: string;
  code: string;
  text: string;
  values: string[];
  /** Of a grain's own event: when the last of `count` alike ones was, in simulated ms. */
  at?: number;
  count?: number;
}

/** What gestures over the map do. */
interface Acts {
  pan: (dx: number, dy: number) => void;
  zoom: (factor: number, x?: number, y?: number) => void;
  fit: () => void;
  hover: (x: number, y: number) => void;
  leave: () => void;
  click: (x: number, y: number) => void;
  /** The view has stopped changing. */
  settled: () => void;
}

interface Watching {
  run: string;
  topics: string[];
  onFrame: (frame: Frame) => void;
  onResync: () => void;
}

interface Status {
  connection: 'connecting' | 'open' | 'lost';
  attempt: number;
  retryAt: number;
}

/** The jam tier of a site, with its shape: a tier is never told by colour alone. */
type Tier = { key: string, rank: number, shape: string, attention: boolean };

/** The numbers before an intervention that took effect at a simulated time. */
type Kept = { at: number, live: Live };
