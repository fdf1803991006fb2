import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelOf, workbook } from '../support/project.js';
import { COLUMNS } from './oracle/columns.js';
import type { Truth } from './oracle/condition.js';
import { formula, truthOf } from './oracle/formula.js';
import { entry } from './oracle/generate.js';
import { cases, SOURCE } from './oracle/text.js';

/** Random conditions over random data in metrics, aggregates and populations, held against three-valued logic in plain lines. */

const ITEMS = `source items from "items.csv" key item
  | column | type |
  | item | text |
  | case_id | text -> cases |
${Object.entries(COLUMNS)
  .map(([name, { type }]) => `  | ${name} | ${type} |\n`)
  .join('')}`;

const world = fc.record({
  formulas: fc.array(formula, { minLength: 1, maxLength: 25, size: 'max' }),
  entries: fc.array(entry, { minLength: 1, maxLength: 15, size: 'max' }),
  items: fc.array(entry, { minLength: 1, maxLength: 40, size: 'max' }),
});

const shown = (truth: Truth): string => {
  if (truth === null) return 'unknown';
  return truth ? '1' : '0';
};

test('a condition holds, does not hold, or is unknown where a reader of the documentation would say so', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ formulas, entries, items }) => {
      const of = (index: number): number => index % entries.length;
      const rules = formulas.map(
        ({ written }, at) => `metric m${at} of cases in number
  = if(${written}, 1, 0)
metric n${at} of cases in count
  = count(items where ${written})
population p${at} of cases
  where ${written}
`,
      );
      const counts = formulas.map((one) =>
        entries.map(
          (_, at) => items.filter(({ values }, index) => of(index) === at && truthOf(one, values) === true).length,
        ),
      );
      const rows = entries.map(({ values }, index) => [
        `e${index}`,
        ...formulas.flatMap((one, at) => [shown(truthOf(one, values)), counts[at]?.[index] ?? 0]),
      ]);
      const header = ['id', ...formulas.flatMap((_, at) => [`m${at}`, `n${at}`])];
      // Each population is a run of its own: a few will do.
      const sizes = formulas.slice(0, 3).map((one, at) => {
        const members = entries.filter(({ values }) => truthOf(one, values) === true).length;
        return members === 0 ? '' : `  expect count(staff is missing or staff >= 0 of p${at}) = ${members}\n`;
      });
      const table = [header, ...rows].map((cells) => `    | ${cells.join(' | ')} |\n`).join('');
      const book = await workbook({
        'rules.bench': `${SOURCE}${ITEMS}${rules.join('')}test "all" on data\n  expect everybody\n${table}${sizes.join('')}`,
        'cases.csv': cases(entries),
        'items.csv': [
          ['item', 'case_id', ...Object.keys(COLUMNS)],
          ...items.map(({ cells }, index) => [`i${index}`, `e${of(index)}`, ...cells]),
        ]
          .map((cells) => cells.join(','))
          .join('\n'),
      });
      const [result] = await book.test(await modelOf(book));
      await book.close();
      expect(result?.problems).toEqual([]);
      const differing = result?.failures.map(({ of: key, what, expected, actual }) => [
        entries[Number(key.slice(1))]?.values,
        what,
        formulas[Number(/\d+/.exec(what)?.[0])]?.written,
        expected,
        actual,
      ]);
      expect(differing?.slice(0, 3)).toEqual([]);
    }),
    { numRuns: 6 },
  );
}, 60_000);
