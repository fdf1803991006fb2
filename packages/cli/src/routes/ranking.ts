import { sendStream } from '../server/reply.js';
import { askedRun } from './asked.js';
import type { Route } from './route.js';

/** `GET /api/ranking.arrow`: the ranked table of the last good report as an Arrow stream. */
export const ranking: Route = async (exchange) => {
  const { run } = await askedRun(exchange);
  await sendStream(exchange.response, { 'Content-Type': 'application/vnd.apache.arrow.stream' }, run.ranking());
};
