import { notFound } from '../report/explanation/not-found.js';
import { HttpError, sendJson } from '../server/reply.js';
import { askedRun } from './asked.js';
import type { Route } from './route.js';

/** `GET /api/explain?key=&lang=`: why one account stands where it stands. */
export const explain: Route = async (exchange) => {
  const { query, words, response, language } = exchange;
  const key = query.get('key') ?? '';
  if (key === '') throw new HttpError(400, words.server.noKey);
  const shown = await askedRun(exchange);
  const { run } = shown;
  const explanation = await run.explain(key, language);
  if (explanation !== null) {
    sendJson(response, 200, explanation);
    return;
  }
  const { population } = await shown.report(language);
  const { sentence, similar } = await notFound(run, key, { population, language, words });
  sendJson(response, 404, { error: sentence, similar });
};
