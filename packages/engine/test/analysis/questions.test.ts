import { check, parse, type Model } from '@benchbook/dsl';
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkbook, type Workbook } from '../../src/index.js';

/** Sweeps, goals and drivers of the published report's rules, against its accounts counted one by one. */

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const file = 'scenarios/coverage/coverage.bench';
const RULEBOOK = readFileSync(`${root}/${file}`, 'utf8');
const METRICS = ['contact_density', 'decision_share', 'department_coverage'] as const;
type Metric = (typeof METRICS)[number];
const ASKED: Readonly<Record<Metric, number>> = { contact_density: 5, decision_share: 0.15, department_coverage: 0.6 };

const asking = (question: string): Model => {
  const { model, diagnostics } = check(parse(file, `${RULEBOOK}\n${question}\n`));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (model === null) throw new Error('nothing usable');
  return model;
};

let book: Workbook;
/** Of each metric what each account has, in one order. */
let values: Readonly<Record<Metric, readonly number[]>>;

beforeAll(async () => {
  book = await openWorkbook({ root, file });
  const run = await book.run(asking(''));
  const pieces: Uint8Array[] = [];
  for await (const piece of run.ranking()) pieces.push(piece);
  const table = tableFromIPC(Buffer.concat(pieces));
  values = Object.fromEntries(METRICS.map((name) => [name, [...(table.getChild(name) ?? [])].map(Number)])) as Record<
    Metric,
    number[]
  >;
});
afterAll(() => book.close());

/** Accounts that fail two of three metrics or more, when one threshold is another. */
function high(moved: Metric, at: number): number {
  const asked = { ...ASKED, [moved]: at };
  return values[moved].filter((_, row) => METRICS.filter((name) => (values[name][row] ?? 0) < asked[name]).length >= 2)
    .length;
}

/** As percents are written; densities as they are. */
const written = (metric: Metric, value: number): string =>
  metric === 'contact_density' ? String(value) : `${Number((value * 100).toPrecision(12))}%`;

const metric = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Metric>('decision_share', 'department_coverage') },
  { weight: 1, arbitrary: fc.constant<Metric>('contact_density') },
);

describe('against counting one by one, in 200 random cases each', () => {
  test('a sweep', async () => {
    const points = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(metric, points, async (name, thousandths) => {
        const at = thousandths.map((one) => (name === 'contact_density' ? one : one / 400)).toSorted((a, b) => a - b);
        const model = asking(
          `sweep generic.${name} over [${at.map((one) => written(name, one)).join(', ')}]\n  report count(risk = high of key_accounts)`,
        );
        const [sweep] = model.sweeps;
        const { rows } = await book.sweep(model, sweep ?? expect.fail('no sweep'));
        expect(rows.map(({ figures }) => figures[0]?.value)).toEqual(at.map((one) => high(name, one)));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('a goal: met where counting meets it, and nowhere nearer', async () => {
    const goal = fc.record({ operator: fc.constantFrom('<=', '>='), count: fc.integer({ min: 600, max: 1407 }) });
    await fc.assert(
      fc.asyncProperty(metric, goal, async (name, { operator, count }) => {
        const meets = (at: number): boolean => (operator === '<=' ? high(name, at) <= count : high(name, at) >= count);
        const model = asking(`seek generic.${name} so that count(risk = high of key_accounts) ${operator} ${count}`);
        const [seek] = model.seeks;
        const answer = await book.seek(model, seek ?? expect.fail('no goal'));
        const edges = [...new Set([0, ...values[name]])].toSorted((a, b) => a - b);
        const steps = [...edges, (edges.at(-1) ?? 0) + 1].filter((at) => name === 'contact_density' || at <= 1);
        expect(answer.by).toBe('every step');
        expect(answer.met).toBe(meets(ASKED[name]));
        expect(answer.found !== null).toBe(meets(ASKED[name]) || steps.some(meets));
        const shown = answer.found ?? answer.nearest;
        expect(shown?.figure.value).toBe(high(name, shown?.value ?? 0));
        if (answer.found === null) return;
        const [from, to] = [answer.found.value, ASKED[name]].toSorted((a, b) => a - b) as [number, number];
        // A step lies between whole if another value of the metric does.
        const between = edges.filter((at, index) => (edges[index - 1] ?? at) > from && at < to);
        expect(between.filter(meets)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

test('two numbers at once, each pair of values', async () => {
  const model = asking(
    'sweep generic.department_coverage over [40%, 60%], generic.decision_share over [1%, 15%]\n  report count(risk = high of key_accounts), passed(decision_share of key_accounts)',
  );
  const answer = await book.sweep(model, model.sweeps[0] ?? expect.fail('no sweep'));
  expect(answer.axes.map(({ text, current }) => [text, current])).toEqual([
    ['generic.department_coverage', 1],
    ['generic.decision_share', 1],
  ]);
  expect(answer.rows.map(({ at, figures }) => [at, ...figures.map(({ display }) => display)])).toEqual([
    [[0, 0], '1,118', '4.69%'],
    [[0, 1], '1,121', '2.56%'],
    [[1, 0], '1,317', '4.69%'],
    [[1, 1], '1,339', '2.56%'],
  ]);
});

test('a goal that the database has to be asked for is found on a grid, as a round number', async () => {
  const model = asking('seek priority.risk.weight within 20%..30% so that mean(priority of key_accounts) <= 12');
  const { found, current, course, by, stretches } = await book.seek(model, model.seeks[0] ?? expect.fail('no goal'));
  expect([found?.display, found?.figure.display, current?.display, course, by]).toEqual([
    '25.651%',
    '12.00',
    '30%',
    'rises',
    'grid',
  ]);
  expect(stretches.map(({ from, to }) => [from.display, to.display])).toEqual([['20%', '25.651%']]);
});

test('a goal that nothing meets says how near one gets', async () => {
  const model = asking('seek generic.contact_density so that count(risk = high of key_accounts) <= 1300');
  const { found, nearest, met } = await book.seek(model, model.seeks[0] ?? expect.fail('no goal'));
  expect([found, met, nearest?.figure.value]).toEqual([null, false, high('contact_density', 0)]);
});

test('what moves a figure: the largest swing first, and what does not', async () => {
  const model = asking('rank drivers of share(risk = high of key_accounts)');
  const { current, bars, still } = await book.drivers(model, model.drivers[0] ?? expect.fail('no drivers'));
  expect(current.display).toBe('95.17%');
  expect(
    bars.map(({ path, low, high: up }) => [path, low.display, low.figure.display, up.display, up.figure.display]),
  ).toEqual([
    ['generic.department_coverage', '54%', '95.17%', '66%', '96.73%'],
    ['generic.decision_share', '13.5%', '94.74%', '16.5%', '95.17%'],
    ['key_accounts.top', '18%', '95.19%', '22%', '95.35%'],
  ]);
  expect(still).toContain('priority.risk.weight');
});

test('what a plan comes to cannot be asked of the data', async () => {
  const model = asking('resource managers "Managers" = 20\nrank drivers of managers');
  await expect(book.drivers(model, model.drivers[0] ?? expect.fail('no drivers'))).rejects.toThrow();
});
