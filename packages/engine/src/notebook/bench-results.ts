import type { Span } from '@benchbook/dsl';
import type { CellResult, Statement } from '../notebook-types.js';
import { censusFigure, metricsFigure } from './census.js';
import { DataError, toNotice } from '../notices/notice.js';
import { controlResult } from './control.js';
import { diffResults } from './diff-results.js';
import type { OpenCell } from './run-notebook.js';
import { planResults } from './plan-results.js';
import { driversResults, inverseResults, seekResults, sweepResults } from './question-results.js';
import type { Runs } from './runs.js';
import { scenarioResults } from './scenario-results.js';
import { checkStatements, populationStatements, targetStatements, testStatements } from './statements.js';
import { showFigure } from './show-figure.js';

interface Declared {
  readonly span: Span;
  readonly line: number;
}

/** What stands under a cell of rules: what its declarations come to, in their order. */
export async function benchResults(cell: OpenCell, runs: Runs): Promise<readonly CellResult[]> {
  const { under } = cell.info;
  const model = runs.model(under);
  const found: { readonly at: number; readonly results: readonly CellResult[] }[] = [];
  const each = async <One extends Declared>(
    all: readonly One[],
    resultsOf: (one: One) => Promise<readonly CellResult[]>,
  ): Promise<void> => {
    for (const one of all)
      if (cell.span.start <= one.span.start && one.span.end <= cell.span.end)
        found.push({ at: one.span.start, results: await resultsOf(one) });
  };
  await each(model.populations, async (one) => stated(await populationStatements(one, runs, under)));
  await each(model.metrics, (one) => metricsFigure(one, runs, under));
  await each(model.levels, (one) => censusFigure(one, runs, under));
  await each(model.scenarios, (one) => scenarioResults(one, runs));
  await each(model.inputs, async (one) => [await controlResult(one, runs, under)]);
  await each(model.shows, (one) => showFigure(one, runs, under));
  await each(model.diffs, (one) => diffResults(one, runs));
  await each(model.targets, async (one) => stated(await targetStatements(one, runs, under)));
  await each(model.checks, async (one) => stated(await checkStatements(one, runs, under)));
  await each(model.tests, async (one) => stated(await testStatements(one, runs, under)));
  await each(model.sweeps, (one) => sweepResults(one, runs, under));
  await each(model.seeks, (one) => seekResults(one, runs, under));
  await each(model.inverses, (one) => inverseResults(one, runs, under));
  await each(model.drivers, (one) => driversResults(one, runs, under));
  const plans = await planResults(cell, runs, under).catch((error: unknown) => {
    if (!(error instanceof DataError)) throw error;
    const told = error.notices.map((one) => ({ kind: 'notice' as const, notice: toNotice(one, runs.language) }));
    return [{ at: cell.span.end, results: told }];
  });
  found.push(...plans);
  return joined(found.toSorted((one, other) => one.at - other.at).flatMap(({ results }) => results));
}

const stated = (statements: readonly Statement[]): readonly CellResult[] =>
  statements.length === 0 ? [] : [{ kind: 'statements', statements }];

/** Sentences that follow each other are one list. */
function joined(results: readonly CellResult[]): readonly CellResult[] {
  return results.reduce<readonly CellResult[]>((before, result) => {
    const last = before.at(-1);
    if (last?.kind !== 'statements' || result.kind !== 'statements') return [...before, result];
    return [...before.slice(0, -1), { kind: 'statements', statements: [...last.statements, ...result.statements] }];
  }, []);
}
