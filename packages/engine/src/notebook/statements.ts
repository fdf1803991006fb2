import type { Check, Model, Population, Target, Test } from '@benchbook/dsl';
import type { Statement } from '../notebook-types.js';
import type { Runs } from './runs.js';
import { wordsOf } from './words.js';

const grouped = (count: number): string => count.toLocaleString('en-US');

/** How many are in a population that a cell declares. */
export async function populationStatements(
  { name }: Population,
  runs: Runs,
  under: string | null,
): Promise<readonly Statement[]> {
  const { report } = await runs.judged(under, name);
  const { label, size, of, source } = report.population;
  const named = report.sources.find((one) => one.name === source)?.label ?? source;
  const text = wordsOf(runs.language).population(label ?? name, grouped(size), grouped(of), named);
  return [{ about: 'population', text, met: null }];
}

/** A target that a cell declares, line by line. */
export async function targetStatements(
  { name, population }: Target,
  runs: Runs,
  under: string | null,
): Promise<readonly Statement[]> {
  const words = wordsOf(runs.language);
  const { report } = await runs.judged(under, population);
  const rows = report.targets.find((one) => one.name === name)?.rows ?? [];
  return rows.map(({ text, attain_display, display, met, because }) => ({
    about: 'target',
    text: words.target(text, attain_display, because ?? display),
    met,
  }));
}

/** Whether a check that a cell declares holds. */
export async function checkStatements(
  { condition, line }: Check,
  runs: Runs,
  under: string | null,
): Promise<readonly Statement[]> {
  const words = wordsOf(runs.language);
  const { report } = await runs.judged(under, null);
  return report.checks
    .filter((one) => one.line === line && one.text === condition.text)
    .map(({ text, found, holds, severity }) => ({
      about: severity === 'error' ? 'check' : 'warning',
      text: words.check(text, found),
      met: holds,
    }));
}

/** A test that a cell declares, with what came out where it is something else. */
export async function testStatements(test: Test, runs: Runs, under: string | null): Promise<readonly Statement[]> {
  const words = wordsOf(runs.language);
  const model: Model = { ...runs.model(under), tests: [test] };
  const results = await runs.workbook.test(model, { language: runs.language });
  return results.flatMap(({ name, outcome, failures, problems }): readonly Statement[] => [
    { about: 'test', text: words.test(name), met: outcome === 'passed' },
    ...failures.map(({ of, what, expected, actual }) => ({
      about: 'test' as const,
      text: of.includes(expected) ? words.check(of, actual) : words.wanted(`${of}, ${what}`, expected, actual),
      met: false,
    })),
    ...problems.map(({ text }) => ({ about: 'test' as const, text, met: false })),
  ]);
}
