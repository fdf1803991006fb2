import type { Model } from '@benchbook/dsl';
import type { AskOptions, DriversResult, InverseResult, SeekResult, SweepResult, Workbook } from '@benchbook/engine';
import type { Questions } from './question.js';

export const ANSWERS_SCHEMA = 'benchbook.answers/1';

/** What questions come to, each kind in the order of the rulebook. */
export interface Answers {
  readonly sweeps: readonly SweepResult[];
  readonly seeks: readonly SeekResult[];
  readonly inverses: readonly InverseResult[];
  readonly drivers: readonly DriversResult[];
}

/** @param model the rules that are asked, with the questions in them */
export async function answer(
  workbook: Pick<Workbook, 'sweep' | 'seek' | 'inverse' | 'drivers'>,
  model: Model,
  questions: Questions,
  options: AskOptions,
): Promise<Answers> {
  return {
    sweeps: await inTurn(questions.sweeps, (each) => workbook.sweep(model, each, options)),
    seeks: await inTurn(questions.seeks, (each) => workbook.seek(model, each, options)),
    inverses: await inTurn(questions.inverses, (each) => workbook.inverse(model, each, options)),
    drivers: await inTurn(questions.drivers, (each) => workbook.drivers(model, each, options)),
  };
}

async function inTurn<Question, Result>(
  questions: readonly Question[],
  answered: (question: Question) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const each of questions) results.push(await answered(each));
  return results;
}
