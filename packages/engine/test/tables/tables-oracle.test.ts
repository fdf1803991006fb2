import fc from 'fast-check';
import { check, parse } from '@benchbook/dsl';
import { expect, test } from 'vitest';
import { modelOf, workbook } from '../support/project.js';
import { decide, type Answer, type Table } from './oracle/decide.js';
import { clashing, entry, table } from './oracle/generate.js';
import { cases, SOURCE, tableText } from './oracle/text.js';

/** Random decision tables over random data, decided by the engine and by a reading of docs/language/tables.md in plain lines. */

const nameOf = (at: number): string => `t${at}`;
/** A table that gives a label is a band as well as a table; one that gives a number is called, too, where the engine is tried. */
const textOf = (of: Table, at: number): string =>
  tableText(of.outputs[0] === 'text' && of.policy !== 'collect' && at % 2 === 0 ? 'band' : 'table', nameOf(at), of);

const unitOf = (of: Table): string | undefined =>
  of.gathering === 'count' ? 'count' : { score: 'number', share: 'percent', revenue: 'CNY' }[of.outputs[0] ?? ''];
const isCalled = (of: Table): boolean => of.gathering !== 'list' && unitOf(of) !== undefined;
const callText = (of: Table, at: number): string =>
  isCalled(of) ? `metric m${at} of cases in ${unitOf(of)}\n  = ${nameOf(at)}(${of.inputs.join(', ')})\n` : '';

const outputOf = (of: Table, at: number, output: number): string =>
  output === 0 ? nameOf(at) : `${nameOf(at)}.${of.outputs[output]}`;

/** As a test in the language expects it, every digit of it. */
function expected(answer: Answer, of: Table, output: number): string {
  if (answer === null) return 'unknown';
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (of.gathering === 'count') return String(answer);
  const kind = of.outputs[output]?.replace(/_1$/, '');
  if (kind === 'text' || of.gathering === 'list') return `"${answer}"`;
  if (kind === 'since') return String(answer);
  if (kind === 'share') return `${(Number(answer) * 100).toFixed(6)}%`;
  return `${Number(answer).toFixed(6)}${kind === 'revenue' ? ' CNY' : ''}`;
}

const world = fc.record({
  tables: fc.array(table, { minLength: 1, maxLength: 30, size: 'max' }),
  entries: fc.array(entry, { minLength: 1, maxLength: 25, size: 'max' }),
});

test('the checker refuses the tables in which two rows clash, and no others', () => {
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 20 }), (tables) => {
      const text = SOURCE + tables.map(textOf).join('');
      const { diagnostics } = check(parse('rules.bench', text));
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      const starts = tables.map((of, at) => text.indexOf(textOf(of, at)));
      const told = new Set(errors.map(({ span }) => starts.filter((start) => start <= span.start).length - 1));
      const wrong = tables.flatMap((of, at) => (clashing(of).length > 0 === told.has(at) ? [] : [textOf(of, at)]));
      expect([wrong, errors.filter(({ code }) => code !== 'B305' && code !== 'B320')]).toEqual([[], []]);
    }),
    { numRuns: 20 },
  );
});

test('tables give what a reader of the documentation would expect of them', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ tables, entries }) => {
      const whole = tables.filter((of) => clashing(of).length === 0);
      fc.pre(whole.length > 0);
      const columns = whole.flatMap((of, at) => [
        ...of.outputs.map((_, output) => outputOf(of, at, output)),
        ...(isCalled(of) ? [`m${at}`] : []),
      ]);
      const rows = entries.map(({ values }, index) => [
        `e${index}`,
        ...whole.flatMap((of) =>
          [...of.outputs.keys(), ...(isCalled(of) ? [0] : [])].map((output) =>
            expected(decide(of, values, output), of, output),
          ),
        ),
      ]);
      const expectation = [['id', ...columns], ...rows].map((cells) => `    | ${cells.join(' | ')} |`).join('\n');
      const book = await workbook({
        'rules.bench': `${SOURCE}${whole.map(textOf).join('')}${whole.map(callText).join('')}test "all" on data\n  expect everybody\n${expectation}\n`,
        'cases.csv': cases(entries),
      });
      const [result] = await book.test(await modelOf(book));
      await book.close();
      expect(result?.problems).toEqual([]);
      const differing = result?.failures.map(({ of, what, expected: wanted, actual }) => {
        const at = Number(/\d+/.exec(what)?.[0]);
        const shown = whole[at];
        return [entries[Number(of.slice(1))]?.values, shown && textOf(shown, at), what, wanted, actual];
      });
      expect(differing?.slice(0, 3)).toEqual([]);
    }),
    { numRuns: 6 },
  );
}, 60_000);
