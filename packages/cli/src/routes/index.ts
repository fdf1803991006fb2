import { events } from './events.js';
import { explain } from './explain.js';
import { exported } from './export.js';
import { facts } from './facts.js';
import { ranking } from './ranking.js';
import type { Route } from './route.js';
import { state } from './state.js';

/** Every address under /api/. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ['/api/state', state],
  ['/api/ranking.arrow', ranking],
  ['/api/explain', explain],
  ['/api/facts', facts],
  ['/api/events', events],
  ['/api/export', exported],
]);
