import { sendJson } from '../server/reply.js';
import { askedRun } from './asked.js';
import { workbenchState } from '../server/workbench-state.js';
import type { Route } from './route.js';

/** `GET /api/state?lang=&scenario=&set=`: everything the page draws first. Waits for the first run. */
export const state: Route = async (exchange) => {
  const { response, live, file, rulebook, language } = exchange;
  await live.settled();
  const now = live.state;
  const report = now.run === null ? null : await (await askedRun(exchange)).report(language);
  sendJson(response, 200, workbenchState({ ...now, report }, { file, rulebook }, language));
};
