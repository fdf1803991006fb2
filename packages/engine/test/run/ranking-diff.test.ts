import { readOverrides, type Model } from '@benchbook/dsl';
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  applyOverrides,
  diffRankings,
  openWorkbook,
  type KeptRun,
  type RunDiff,
  type Workbook,
} from '../../src/index.js';
import { modelOf } from '../support/project.js';

/** What was kept of two runs tells the same as the runs themselves, but for the rows of rules. */

let book: Workbook;
let base: Model;
beforeAll(async () => {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  book = await openWorkbook({ root, file: 'scenarios/coverage/coverage.bench' });
  base = await modelOf(book);
});
afterAll(() => book.close());

const under = (...set: readonly string[]): Model => {
  const read = readOverrides(base, set);
  expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return applyOverrides(base, read);
};

async function keptOf(model: Model): Promise<KeptRun> {
  const run = await book.run(model);
  const pieces: Uint8Array[] = [];
  for await (const piece of run.ranking()) pieces.push(piece);
  return { ranking: Buffer.concat(pieces), report: await run.report('en', { ranking: 0 }) };
}

/** Without what is not kept, in an order that says nothing. */
const told = ({ flows, movers, ...diff }: RunDiff) => ({
  ...diff,
  flows: flows.map((flow) => JSON.stringify(flow)).toSorted(),
  movers: movers.map(({ key, name, from, to, cause }) => ({ key, name, from, to, cause })),
});

const same = async (one: Model, other: Model): Promise<void> => {
  const kept = diffRankings(await keptOf(one), await keptOf(other), 50);
  expect(told(kept)).toEqual(told(await book.compare(one, other, { listed: 50 })));
};

test('a threshold, a weight and a smaller population', async () => {
  await same(base, under('generic.department_coverage=40%'));
  await same(under('key_accounts.top=10%'), base);
  await same(base, under('key_accounts.top=30%', 'generic.decision_share=1%', 'risk[low].points=0'));
});

test('any two runs under random thresholds', async () => {
  const set = fc.record({
    share: fc.integer({ min: 0, max: 30 }),
    coverage: fc.integer({ min: 0, max: 100 }),
    top: fc.integer({ min: 5, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(set, set, async (one, other) => {
      const [from, to] = [one, other].map(({ share, coverage, top }) =>
        under(
          `generic.decision_share=${share}%`,
          `generic.department_coverage=${coverage}%`,
          `key_accounts.top=${top}%`,
        ),
      );
      await same(from ?? base, to ?? base);
    }),
    { numRuns: 8 },
  );
});

test('why somebody moved: the first metric that is judged otherwise, as reports write it', async () => {
  const diff = diffRankings(await keptOf(base), await keptOf(under('generic.department_coverage=40%')), 1);
  expect(diff.movers.map(({ metric }) => metric)).toEqual([
    {
      name: 'department_coverage',
      label: 'Department coverage',
      from: { display: '40.00%', state: 'failed', threshold: '60.00%', rule: null },
      to: { display: '40.00%', state: 'passed', threshold: '40.00%', rule: null },
    },
  ]);
});
