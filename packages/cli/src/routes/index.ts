import { ask } from './ask.js';
import { events } from './events.js';
import { explain } from './explain.js';
import { exported } from './export.js';
import { facts } from './facts.js';
import { health } from './health.js';
import { metrics } from './metrics.js';
import { openapi } from './openapi.js';
import { plan } from './plan.js';
import { ranking } from './ranking.js';
import { save } from './save.js';
import type { Route } from './route.js';
import { state } from './state.js';
import { whatIf } from './what-if.js';

/** What an address does for each method; GET answers HEAD as well. */
export type Methods = Readonly<Partial<Record<'GET' | 'PUT', Route>>>;

/** Every address under /api/, and those for whoever keeps the server running. */
export const routes: ReadonlyMap<string, Methods> = new Map<string, Methods>([
  ['/api/state', { GET: state }],
  ['/api/ranking.arrow', { GET: ranking }],
  ['/api/explain', { GET: explain }],
  ['/api/what-if', { GET: whatIf }],
  ['/api/ask', { GET: ask }],
  ['/api/plan', { GET: plan }],
  ['/api/facts', { GET: facts }],
  ['/api/events', { GET: events }],
  ['/api/export', { GET: exported }],
  ['/api/openapi.json', { GET: openapi }],
  ['/api/rulebook', { PUT: save }],
  ['/healthz', { GET: health }],
  ['/metrics', { GET: metrics }],
]);
