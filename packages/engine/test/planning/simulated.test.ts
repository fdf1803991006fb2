import { readOverrides } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { applyOverrides, type PlanResult, type SimulationResult } from '../../src/index.js';
import { modelOf, workbook } from '../support/project.js';

async function plan(text: string, files: Record<string, string> = {}): Promise<PlanResult> {
  const book = await workbook({ ...files, 'rules.bench': `rulebook plan\n${text}` });
  return book.plan(await modelOf(book));
}

async function simulation(text: string): Promise<SimulationResult> {
  const { simulations } = await plan(text);
  const [first] = simulations;
  if (first === undefined) throw new Error('nothing was simulated');
  return first;
}

const MODEL = `model plan over 12 months
  | flow    | name  | amount     | timing  |
  | cost    | spent | 100 CNY    | month 1 |
  | benefit | won   | one + other | end     |
  report npv
`;
const PARAMS = `param one = 60 CNY ~ normal(mean: 60 CNY, sd: 10 CNY)
param other = 50 CNY ~ normal(mean: 50 CNY, sd: 20 CNY)
`;

const figuresOf = ({ figures }: SimulationResult) => figures.map(({ text, figure }) => [text, figure.value] as const);

describe('means, percentiles and chances are what they must be, within four standard errors', () => {
  const deviation = Math.sqrt(500);
  test.each([['random'], ['latin_hypercube'], ['sobol']])('drawn as %s', async (sampling) => {
    const { figures } = await simulation(`${PARAMS}${MODEL}simulate plan
  20_000 times
  seed 5
  sampling ${sampling}
  report mean(npv), sd(npv), p5(npv), p95(npv), chance(npv > 0)
`);
    const wanted = [10, deviation, 10 - 1.6448536 * deviation, 10 + 1.6448536 * deviation, 0.67264];
    figures.forEach(({ figure, error }, place) => {
      expect(Math.abs((figure.value ?? NaN) - (wanted[place] ?? NaN))).toBeLessThan(4 * (error?.value ?? NaN));
    });
  });

  test('of two that correlate, the sum varies more', async () => {
    const { figures, repaired } = await simulation(`${PARAMS}correlate one with other 0.5
${MODEL}simulate plan
  20_000 times
  report sd(npv)
`);
    // The normals' own correlation is 2 sin(π ÷ 6 × 0.5); variances 100 and 400, covariance 200 of it.
    const wanted = Math.sqrt(500 + 2 * 200 * 2 * Math.sin(Math.PI / 12));
    expect(Math.abs((figures[0]?.figure.value ?? NaN) - wanted)).toBeLessThan(0.4);
    expect(repaired).toBeNull();
  });
});

test('same seed, same figures to the last bit; another seed, others', async () => {
  const text = (seed: number) => `${PARAMS}${MODEL}simulate plan
  3_000 times
  seed ${String(seed)}
  report mean(npv), npv
`;
  const [one, again, other] = [await simulation(text(1)), await simulation(text(1)), await simulation(text(2))];
  expect(JSON.stringify(again)).toBe(JSON.stringify(one));
  expect(figuresOf(other)).not.toEqual(figuresOf(one));
});

test('another number that nothing asks for moves no figure', async () => {
  const asked = 'simulate plan\n  1_000 times\n  report mean(npv), p5(npv)\n';
  const more = 'param idle = 3 ~ 1..5\n';
  const [without, beside] = [await simulation(PARAMS + MODEL + asked), await simulation(more + PARAMS + MODEL + asked)];
  expect(figuresOf(beside)).toEqual(figuresOf(without));
  expect(beside.drivers.map(({ path }) => path)).toEqual(['other', 'one']);
});

test('drivers: the number that varies twice as much explains four times as much', async () => {
  const { driven, drivers } = await simulation(`${PARAMS}${MODEL}simulate plan
  50_000 times
  report mean(npv)
`);
  expect(driven).toBe('npv');
  expect(drivers.map(({ path, explained }) => [path, Number(explained.toFixed(1))])).toEqual([
    ['other', 0.8],
    ['one', 0.2],
  ]);
});

test('a fan has a band for each percentile, over all points in time', async () => {
  const { figures } = await simulation(`${PARAMS}${MODEL}simulate plan
  2_000 times
  report npv, won
`);
  const [npv, won] = figures;
  expect(npv?.fan?.columns).toEqual(['start', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  expect(npv?.fan?.bands.map(({ percent }) => percent)).toEqual([5, 25, 50, 75, 95]);
  // Certain until the end.
  expect(npv?.fan?.bands.map(({ values }) => values[11])).toEqual([-100, -100, -100, -100, -100]);
  expect(npv?.fan?.bands[2]?.values[12]).toBe(npv?.figure.value);
  expect(won?.fan?.bands[2]?.values.slice(0, 12)).toEqual(new Array(12).fill(0));
});

test('trials without a figure are counted, and left out of the others', async () => {
  const { figures } = await simulation(`${PARAMS}${MODEL}  payback stepped
simulate plan
  4_000 times
  report p50(payback), chance(npv > 0)
`);
  const [payback, chance] = figures;
  expect(payback?.without).toBe(4_000 - Math.round((chance?.figure.value ?? 0) * 4_000));
  expect(payback?.figure.value).toBe(12);
});

describe('a chance that is asked for', () => {
  const asked = (chance: string) => `${PARAMS}${MODEL}require plan.npv > 0 CNY with chance >= ${chance}\n`;
  test('is found in ten thousand trials where nothing is simulated', async () => {
    for (const [chance, holds] of [
      ['60%', true],
      ['70%', false],
    ] as const) {
      const { requirements } = await plan(asked(chance));
      expect(requirements[0]?.holds).toBe(holds);
      expect(requirements[0]?.chance?.trials).toBe(10_000);
      expect(requirements[0]?.chance?.found.value).toBeCloseTo(0.67264, 1);
    }
  });
});

describe('data', () => {
  const SOURCE = `source accounts from "accounts.csv" key id
  | column  | type        | from |
  | id      | text        |      |
  | revenue | money CNY   |      |
`;
  const files = { 'accounts.csv': 'id,revenue\nA,100\nB,200\nC,600\nD,\n' };

  test('an empirical number is one of the known values, each as likely', async () => {
    const { simulations } = await plan(
      `${SOURCE}population all of accounts
param worth = 300 CNY ~ empirical(accounts.revenue)
model plan over 1 month
  | flow    | name | amount | timing |
  | benefit | won  | worth  | end    |
simulate plan
  9_000 times
  report mean(won), p5(won), p95(won)
`,
      files,
    );
    const [mean, low, high] = simulations[0]?.figures ?? [];
    expect(Math.abs((mean?.figure.value ?? 0) - 300)).toBeLessThan(4 * (mean?.error?.value ?? 0));
    expect([low?.figure.value, high?.figure.value]).toEqual([100, 600]);
  });

  test('a number that rules about the data read stands at its value, and it is said', async () => {
    const { simulations } = await plan(
      `${SOURCE}param bar = 150 CNY ~ 100 CNY..300 CNY
param worth = 5 CNY ~ 4 CNY..6 CNY
population all of accounts where revenue >= bar
model plan over 1 month
  | flow    | name | amount             | timing |
  | benefit | won  | count(all) * worth | end    |
simulate plan
  1_000 times
  report mean(won)
`,
      files,
    );
    expect(simulations[0]?.fixed).toEqual(['bar']);
    expect(simulations[0]?.figures[0]?.figure.value).toBeCloseTo(10, 1);
  });
});

test('what is moved out of what can be drawn is refused by its name, and nothing is made up', async () => {
  const triangular = PARAMS.replace('normal(mean: 60 CNY, sd: 10 CNY)', 'triangular(50 CNY, 60 CNY, 70 CNY)');
  const book = await workbook({
    'rules.bench': `rulebook plan\n${triangular}${MODEL}simulate plan\n  100 times\n  report mean(npv)\n`,
  });
  const model = await modelOf(book);
  const moved = applyOverrides(model, readOverrides(model, ['one.low=65 CNY']));
  const { simulations } = await book.plan(moved);
  expect(simulations[0]).toMatchObject({ figures: [], refused: [{ path: 'one', why: 'order' }] });
});
