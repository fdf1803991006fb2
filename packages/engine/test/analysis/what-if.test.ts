import { readOverrides } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import type { WhatIf, WhatIfOptions } from '../../src/index.js';
import { files } from '../support/answers.js';
import { modelOf, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

const asker = async (): Promise<(lines: readonly string[], options?: WhatIfOptions) => Promise<WhatIf>> => {
  const book = await workbook({ ...files, 'rules.bench': rules() });
  const model = await modelOf(book);
  return (lines, options) => book.whatIf(model, readOverrides(model, lines), options);
};

test('a stricter threshold: the census, the pass rates and who went where', async () => {
  const ask = await asker();
  const { whole, flows } = await ask(['generic.decision_share=30%']);
  expect(whole).toEqual({
    count: 4,
    levels: { risk: { high: 3, medium: 1, low: 0, unknown: 0 } },
    metrics: {
      contact_density: { failed: 3, passed: 1, unknown: 0, not_judged: 0 },
      decision_share: { failed: 4, passed: 0, unknown: 0, not_judged: 0 },
      department_coverage: { failed: 3, passed: 1, unknown: 0, not_judged: 0 },
    },
  });
  expect(flows?.map(({ from, to, cause, count }) => [from.label, to.label, cause, count])).toEqual([
    ['high', 'high', null, 3],
    ['low', 'medium', 'rule', 1],
  ]);
});

test('the new ranking and the movers come when they are asked for', async () => {
  const ask = await asker();
  const plain = await ask(['generic.decision_share=30%']);
  expect([plain.top, plain.diff]).toEqual([[], null]);
  const { top, diff } = await ask(['generic.decision_share=30%'], { top: 2, movers: 5 });
  expect(top.map(({ rank, key, level }) => [rank, key, level])).toEqual([
    [1, 'A1', 'high'],
    [2, 'A3', 'high'],
  ]);
  expect(diff?.movers.map(({ key, metric }) => [key, metric?.name, metric?.to.threshold])).toEqual([
    ['A2', 'decision_share', '≥ 30%'],
  ]);
});

test('a newer request of a series supersedes an older one; another series is left alone', async () => {
  const ask = await asker();
  const [older, newer, other] = await Promise.allSettled([
    ask(['generic.contact_density=6'], { series: 'slider' }),
    ask(['generic.contact_density=7'], { series: 'slider' }),
    ask(['generic.contact_density=8'], { series: 'another' }),
  ]);
  expect([older.status, newer.status, other.status]).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(older.status === 'rejected' && (older.reason as Error).name).toBe('AbortError');
});

test('a request that was given up before it began rejects with the reason', async () => {
  const ask = await asker();
  await expect(ask([], { signal: AbortSignal.abort(new Error('given up')) })).rejects.toThrow('given up');
});

const STAFF = `benchmark by_staff
  | employees | contact_density | decision_share |
  | < 300     | >= 3            | >= 15%         |
  | >= 300    | >= 1            | >= 15%         |
apply by_staff to key_accounts
`;

/** Where the answer came from, why, and how many pass, fail and cannot be told by density. */
const found = ({ by, why, whole }: WhatIf): readonly unknown[] => {
  const { passed, failed, unknown } = whole.metrics.contact_density ?? { passed: -1, failed: -1, unknown: -1 };
  return [by, why?.text ?? null, passed, failed, unknown];
};
const anew = (reason: string): string =>
  `Everybody was judged anew: ${reason}. The answer is the same, and takes longer.`;

describe('cells answer where that is exact, and the database elsewhere', () => {
  const opened = async (
    replaced: Parameters<typeof rules>[0],
  ): Promise<(lines: readonly string[], options?: WhatIfOptions) => Promise<readonly unknown[]>> => {
    const book = await workbook({ ...files, 'rules.bench': rules(replaced) });
    const model = await modelOf(book);
    return async (lines, options) => found(await book.whatIf(model, readOverrides(model, lines), options));
  };

  test('a threshold that moves is looked up', async () => {
    const ask = await opened({ benchmark: STAFF });
    // Densities: A1 0, A2 40, A3 2.5, and A4 0, whose staff nobody knows.
    expect(await ask(['by_staff[>= 300].contact_density=2.5'])).toEqual(['cells', null, 2, 1, 1]);
    expect(await ask(['by_staff[>= 300].contact_density=2.6'])).toEqual(['cells', null, 1, 2, 1]);
  });

  test('an edge that moves puts accounts under other rows', async () => {
    const ask = await opened({ benchmark: STAFF });
    const edges = ['by_staff[< 300].employees=2000', 'by_staff[>= 300].employees=2000'];
    expect(await ask(edges)).toEqual([
      'database',
      anew('the change moves who falls under which row of by_staff'),
      1,
      2,
      1,
    ]);
  });

  test('two thresholds that move at once are judged; the second slider that follows is looked up', async () => {
    const ask = await opened({});
    const [density, share] = ['generic.contact_density=2', 'generic.decision_share=30%'];
    expect(await ask([density, share])).toEqual([
      'database',
      anew('the thresholds of contact_density, decision_share moved together'),
      2,
      2,
      0,
    ]);
    const again = await opened({});
    expect(await again([density])).toEqual(['cells', null, 2, 2, 0]);
    expect(await again([density, share])).toEqual(['cells', null, 2, 2, 0]);
    expect(await again(['generic.contact_density=2', 'generic.decision_share=31%'])).toEqual(['cells', null, 2, 2, 0]);
  });

  test('a change that reaches what is measured is measured, and says so in the language of its reader', async () => {
    const ask = await opened({});
    expect(await ask(['decision_share.if_empty=20%'], { language: 'zh' })).toEqual([
      'database',
      '已对全体重新评判: 改动影响到度量本身。结果相同, 只是更慢。',
      1,
      3,
      0,
    ]);
  });

  test('a level that reads more than counts is judged', async () => {
    const level = `level risk
  | failed | industry | risk | points | because  |
  | >= 1   | 医疗     | high | 3      | "health" |
  | >= 1   | else     | some | 2      | "other"  |
  | 0      | -        | none | 1      | "none"   |
`;
    const ask = await opened({ level });
    expect(await ask(['generic.contact_density=50'])).toEqual([
      'database',
      anew('risk reads more than how many metrics pass and fail'),
      0,
      4,
      0,
    ]);
  });
});

test('nobody left in the population stops a what-if, as it stops a run', async () => {
  const population = 'param entry = 1 CNY\npopulation key_accounts of accounts\n  where annual_revenue > entry\n';
  const book = await workbook({ ...files, 'rules.bench': rules({ population }) });
  const model = await modelOf(book);
  await expect(book.whatIf(model, readOverrides(model, ['entry=900000000 CNY']))).rejects.toThrow('key_accounts');
});
