import { diagnosticsOf } from '../rulebook/diagnostics.js';
import { HttpError, sendJson } from '../server/reply.js';
import { askedRules, orProblems, said } from './asked.js';
import type { Exchange, Route } from './route.js';

/** Names and explanations are for people. */
const MOST_LISTED = 1000;

/**
 * `GET /api/what-if?scenario=&set=&top=&movers=&series=`: what the numbers come to on top of a scenario, without a report. Of one series, as the positions of a
 * slider are, only the newest request is answered.
 */
export const whatIf: Route = async (exchange) => {
  const { query, response, live, words, language } = exchange;
  const { scenario, changes, findings } = await askedRules(exchange);
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  try {
    const answer = await orProblems(exchange, () =>
      live.whatIf(scenario, changes, {
        language,
        signal: gone.signal,
        series: said(query, 'series'),
        top: listed(exchange, 'top'),
        movers: listed(exchange, 'movers'),
      }),
    );
    sendJson(response, 200, { ...answer, findings: diagnosticsOf(findings.diagnostics, findings.files, language) });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
    if (!gone.signal.aborted) throw new HttpError(409, words.server.superseded);
  }
};

function listed({ query, words }: Exchange, name: 'top' | 'movers'): number {
  const text = query.get(name) ?? '0';
  if (!/^\d{1,4}$/.test(text) || Number(text) > MOST_LISTED)
    throw new HttpError(400, words.server.badCount(name, MOST_LISTED));
  return Number(text);
}
