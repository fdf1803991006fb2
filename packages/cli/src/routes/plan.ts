import { isPlanned } from '../planning/plan-blocks.js';
import { PLAN_SCHEMA } from '../planning/schema.js';
import { HttpError, sendJson } from '../server/reply.js';
import { askedRules, orProblems } from './asked.js';
import type { Route } from './route.js';

/** `GET /api/plan?scenario=&set=`: everything the rulebook plans, as `benchbook plan --format json` writes it. Given up when the asker goes away. */
export const plan: Route = async (exchange) => {
  const { response, live, words } = exchange;
  await live.settled();
  const { rules } = live.state;
  if (rules === null) throw new HttpError(409, words.server.noReport);
  const { model } = await askedRules(exchange, rules);
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  try {
    const result = await orProblems(exchange, () => live.plan(model, gone.signal));
    if (!isPlanned(result)) throw new HttpError(404, words.planning.nothing);
    sendJson(response, 200, { schema: PLAN_SCHEMA, ...result });
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
};
