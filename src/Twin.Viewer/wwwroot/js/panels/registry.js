import { CascadePanel } from './cascade.js';
import { CoveragePanel } from './coverage.js';
import { HeatPanel } from './heat.js';
import { InputsPanel } from './inputs.js';
import { InsidePanel } from './inside.js';
import { LogPanel } from './log.js';
import { MapPanel } from './map.js';
import { SitesPanel } from './sites.js';

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
