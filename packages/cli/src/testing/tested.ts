import type { Coverage, TestResult, Workbook } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import type { Located } from '../rulebook/locate.js';
import { usableModel } from '../rulebook/usable-model.js';

/** What the tests of one rulebook found. */
export interface Tested {
  readonly file: string;
  readonly results: readonly TestResult[];
  /** null unless asked for. */
  readonly coverage: Coverage | null;
  /** The names of all its tests, those left out by `--filter` too. */
  readonly names: readonly string[];
}

/**
 * Runs the tests of a rulebook as the command line asks for it.
 *
 * @throws Failure (rulebook) when it has errors
 */
export async function runTests(workbook: Workbook, located: Located, call: Call): Promise<Tested> {
  const model = await usableModel(await workbook.read(), located, call);
  const options = { filter: call.args.text('filter'), language: call.language };
  const results = await workbook.test(model, options);
  const coverage = wantsCoverage(call) ? await workbook.coverage(model, options) : null;
  return { file: located.shown, results, coverage, names: model.tests.map(({ name }) => name) };
}

export const wantsCoverage = ({ args }: Call): boolean => args.has('coverage') || args.has('coverage-min');
