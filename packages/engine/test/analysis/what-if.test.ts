import { readOverrides } from '@benchbook/dsl';
import { expect, test } from 'vitest';
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
