import { sendJson } from '../server/reply.js';
import type { Route } from './route.js';

/** `GET /healthz`: 200 while there is a report to show, 503 while there is none. Never waits for a run. */
export const health: Route = ({ response, live }) => {
  const { revision, run, stale, madeAt } = live.state;
  const at = madeAt?.toISOString() ?? null;
  sendJson(response, run === null ? 503 : 200, {
    status: run === null ? 'starting' : 'ok',
    revision,
    stale,
    report_at: at,
  });
  return Promise.resolve();
};
