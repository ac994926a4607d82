import { CascadePanel } from './cascade.js';
import { CoveragePanel } from './coverage.js';
import { HeatPanel } from './heat.js';
import { InputsPanel } from './inputs.js';
import { InsidePanel } from './inside.js';
import { LogPanel } from './log.js';
import { MapPanel } from './map.js';
import { SitesPanel } from './sites.js';

/**
 * @typedef {{ label: string, numeric?: boolean }} Column
 * @typedef {{ columns: Column[], rows: (string | number)[][], total?: (string | number)[], filters?: string }} Table
 * @typedef {object} Panel
 * @property {string} title key of its text
 * @property {boolean} picture it is a picture, and so has a table twin
 * @property {any} [Head] beside its title
 * @property {any} Body
 * @property {() => Table} table what it shows as a table: for the twin, CSV and readers
 */

/** @type {Record<string, Panel>} */
export const PANELS = {
  map: MapPanel,
  coverage: CoveragePanel,
  cascade: CascadePanel,
  heat: HeatPanel,
  sites: SitesPanel,
  inside: InsidePanel,
  inputs: InputsPanel,
  log: LogPanel,
};
