import { sendJson } from '../server/reply.js';
import { workbenchState } from '../server/workbench-state.js';
import type { Route } from './route.js';

/** `GET /api/state?lang=`: everything the page draws first. Waits for the first run. */
export const state: Route = async ({ response, live, file, rulebook, language }) => {
  await live.settled();
  sendJson(response, 200, workbenchState(live.state, { file, rulebook }, language));
};
