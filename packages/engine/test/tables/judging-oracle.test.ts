import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelOf, workbook } from '../support/project.js';
import type { Answer } from './oracle/decide.js';
import { entry } from './oracle/generate.js';
import { applied, level, type Applied } from './oracle/generate-judging.js';
import { countsOf, levelOf, METRICS, stateOf } from './oracle/judge.js';
import { cases, SOURCE, tableText } from './oracle/text.js';

/** Random benchmarks applied to random data, judged by the engine and by a reading of the reference in plain lines. */

const world = fc.record({
  applies: fc.array(applied, { minLength: 1, maxLength: 6, size: 'max' }),
  levels: fc.array(level, { minLength: 1, maxLength: 8, size: 'max' }),
  entries: fc.array(entry, { minLength: 1, maxLength: 25, size: 'max' }),
});

const metrics = Object.entries(METRICS)
  .map(([name, { column, unit }]) => `metric ${name} of cases in ${unit}\n  = ${column}\n`)
  .join('');

function applyText({ how, benchmarks }: Applied, at: number): string {
  const names = benchmarks.map((_, index) => `b${at}_${index}`);
  const asked = names.length === 1 ? names.join() : `${how}(${names.join(', ')})`;
  const tables = benchmarks.map((one, index) => tableText('benchmark', names[index] ?? '', one));
  return `${tables.join('')}population p${at} of cases\napply ${asked} to p${at}\n`;
}

const shown = (answer: Answer): string => {
  if (answer === null) return 'unknown';
  return typeof answer === 'number' ? answer.toFixed(6) : `"${answer}"`;
};

test('accounts are judged, and stand at the level, that a reader of the documentation would expect', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ applies, levels, entries }) => {
      const columns = levels.flatMap((_, at) => [`l${at}`, `l${at}.points`]);
      const expectations = applies.map(({ how, benchmarks }, at) => {
        const rows = entries.map(({ values }, index) => {
          const counts = countsOf(Object.keys(METRICS).map((metric) => stateOf(metric, benchmarks, how, values)));
          const told = levels.flatMap((one) => [0, 1].map((output) => shown(levelOf(one, counts, values, output))));
          return [`e${index}`, counts.failed, counts.passed, counts.judged, counts.unknown, ...told];
        });
        const lines = [['id', 'failed', 'passed', 'judged', 'unknown', ...columns], ...rows];
        return `  expect p${at}\n${lines.map((cells) => `    | ${cells.join(' | ')} |\n`).join('')}`;
      });
      const tables = [...applies.map(applyText), ...levels.map((one, at) => tableText('level', `l${at}`, one))].join(
        '',
      );
      const book = await workbook({
        'rules.bench': `${SOURCE}${metrics}${tables}test "all" on data\n${expectations.join('')}`,
        'cases.csv': cases(entries),
      });
      const results = await book.test(await modelOf(book));
      await book.close();
      expect(results.flatMap(({ problems }) => problems)).toEqual([]);
      const differing = results.flatMap(({ failures }) =>
        failures.map(({ of, what, expected, actual }) => [
          entries[Number(of.slice(1))]?.values,
          what,
          expected,
          actual,
        ]),
      );
      expect([...differing.slice(0, 2), differing.length > 0 ? tables : '']).toEqual(['']);
    }),
    { numRuns: 4 },
  );
}, 60_000);
