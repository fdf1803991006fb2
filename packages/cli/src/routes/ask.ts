import { ANSWERS_SCHEMA } from '../asking/answers.js';
import { readQuestion, type Questions } from '../asking/question.js';
import { HttpError, sendJson } from '../server/reply.js';
import { askedRules, orProblems, said, sentencesOf } from './asked.js';
import type { Exchange, Route } from './route.js';

/**
 * `GET /api/ask?question=&scenario=&set=`: a sweep, a goal or what drives a figure, as a rulebook would write it; without a question those of the rulebook. Given up
 * when the asker goes away.
 */
export const ask: Route = async (exchange) => {
  const { response, live } = exchange;
  const { questions, within } = await asked(exchange);
  const { model } = await askedRules(exchange, within);
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  try {
    const answers = await orProblems(exchange, () => live.answers(model, questions, gone.signal));
    sendJson(response, 200, { schema: ANSWERS_SCHEMA, ...answers });
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
};

/** What is asked, and the rules of the last good run with it among them. */
async function asked({ query, live, words, language }: Exchange): Promise<{
  readonly questions: Questions;
  readonly within: NonNullable<(typeof live)['state']['rules']>;
}> {
  await live.settled();
  const { rules, reading } = live.state;
  if (rules === null || reading === null) throw new HttpError(409, words.server.noReport);
  const question = said(query, 'question');
  if (question === null) return { questions: rules, within: rules };
  if (reading.model !== rules) throw new HttpError(409, words.server.noReport);
  const read = readQuestion(reading, question, rules.asOf);
  const errors = read.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || read.model === null) throw new HttpError(400, sentencesOf(errors, language));
  return { questions: read.questions, within: read.model };
}
