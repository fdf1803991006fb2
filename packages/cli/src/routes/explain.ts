import { notFound } from '../report/explanation/not-found.js';
import { HttpError, sendJson } from '../server/reply.js';
import { lastRun } from './last-run.js';
import type { Route } from './route.js';

/** `GET /api/explain?key=&lang=`: why one account stands where it stands. */
export const explain: Route = async (exchange) => {
  const { query, words, response, language, live } = exchange;
  const key = query.get('key') ?? '';
  if (key === '') throw new HttpError(400, words.server.noKey);
  const run = await lastRun(exchange);
  const explanation = await run.explain(key, language);
  if (explanation !== null) {
    sendJson(response, 200, explanation);
    return;
  }
  const report = live.state.reports.get(language) ?? (await run.report(language, { ranking: 0 }));
  const { sentence, similar } = await notFound(run, key, { population: report.population, language, words });
  sendJson(response, 404, { error: sentence, similar });
};
