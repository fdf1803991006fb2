import { HttpError, sendJson } from '../server/reply.js';
import { lastRun } from './last-run.js';
import type { Route } from './route.js';

/** `GET /api/explain?key=&lang=`: why one account stands where it stands. */
export const explain: Route = async (exchange) => {
  const { query, words, response, language } = exchange;
  const key = query.get('key') ?? '';
  if (key === '') throw new HttpError(400, words.server.noKey);
  const run = await lastRun(exchange);
  const explanation = await run.explain(key, language);
  if (explanation === null) {
    sendJson(response, 404, { error: words.server.notFound(key), similar: await run.similar(key) });
  } else {
    sendJson(response, 200, explanation);
  }
};
