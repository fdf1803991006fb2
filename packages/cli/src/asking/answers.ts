import type { Model } from '@benchbook/dsl';
import type { AskOptions, DriversResult, SeekResult, SweepResult, Workbook } from '@benchbook/engine';
import type { Questions } from './question.js';

export const ANSWERS_SCHEMA = 'benchbook.answers/1';

/** What questions come to, each kind in the order of the rulebook. */
export interface Answers {
  readonly sweeps: readonly SweepResult[];
  readonly seeks: readonly SeekResult[];
  readonly drivers: readonly DriversResult[];
}

/** @param model the rules that are asked, with the questions in them */
export async function answer(
  workbook: Pick<Workbook, 'sweep' | 'seek' | 'drivers'>,
  model: Model,
  questions: Questions,
  options: AskOptions,
): Promise<Answers> {
  const [sweeps, seeks, drivers]: [SweepResult[], SeekResult[], DriversResult[]] = [[], [], []];
  for (const each of questions.sweeps) sweeps.push(await workbook.sweep(model, each, options));
  for (const each of questions.seeks) seeks.push(await workbook.seek(model, each, options));
  for (const each of questions.drivers) drivers.push(await workbook.drivers(model, each, options));
  return { sweeps, seeks, drivers };
}
