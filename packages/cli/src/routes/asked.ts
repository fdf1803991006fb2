import { message, type Diagnostic, type Model } from '@benchbook/dsl';
import { DataError, toNotice, type Language } from '@benchbook/engine';
import { nearest } from '../arguments/nearest.js';
import { underScenario, type Asked, type UnderScenario } from '../rulebook/under-scenario.js';
import type { Shown } from '../server/asked-runs.js';
import { HttpError } from '../server/reply.js';
import type { Exchange } from './route.js';

type Read = Extract<UnderScenario, { kind: 'read' }>;

/** What an address asks for: `scenario=stricter&set=generic.decision_share=20%`. */
export const askedIn = (query: URLSearchParams): Asked => ({
  scenario: said(query, 'scenario'),
  set: query.getAll('set').filter((line) => line.trim() !== ''),
});

/** What an address says of something; null where it says nothing. */
export function said(query: URLSearchParams, name: string): string | null {
  const text = query.get(name)?.trim() ?? '';
  return text === '' ? null : text;
}

/**
 * The run that an address asks for: the rulebook's own, or the one of a scenario and of the numbers put on top of it.
 *
 * @throws HttpError 409 while there has been no good run; 400 for a scenario or a number that there is not
 */
export async function askedRun(exchange: Exchange): Promise<Shown> {
  const asked = askedIn(exchange.query);
  const { live, words } = exchange;
  await live.settled();
  const { run, reports } = live.state;
  if (run === null) throw new HttpError(409, words.server.noReport);
  if (asked.scenario === null && asked.set.length === 0) {
    const report: Shown['report'] = async (language) => reports.get(language) ?? run.report(language);
    return { run, report };
  }
  const { model } = await askedRules(exchange);
  return orProblems(exchange, () => live.asked(JSON.stringify(asked), model));
}

/** The rules of the last good run, or some that hold a question beside, as an address asks for them. */
export async function askedRules(
  { query, live, words, language }: Exchange,
  within: Model | null = null,
): Promise<Read> {
  await live.settled();
  const rules = within ?? live.state.rules;
  if (rules === null) throw new HttpError(409, words.server.noReport);
  const found = underScenario(rules, askedIn(query));
  if (found.kind === 'unknown')
    throw new HttpError(400, words.usage.noScenario(found.scenario, found.known, nearest(found.scenario, found.known)));
  const errors = found.findings.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return found;
  throw new HttpError(400, sentencesOf(errors, language));
}

/** What is wrong, and what to do about it. */
export function sentencesOf(errors: readonly Diagnostic[], language: Language): string {
  const sentences = errors.map((error) => {
    const { text, hint } = message(error, language);
    return hint === null ? text : `${text} ${hint}`;
  });
  return sentences.join(language === 'zh' ? '' : ' ');
}

/** Data that stops a run is told in its sentences. */
export async function orProblems<Result>({ language }: Exchange, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new HttpError(409, error.notices.map((found) => toNotice(found, language).text).join(' '));
  }
}
