import fc from 'fast-check';
import { check, link, parse, type Model } from '@benchbook/dsl';
import { expect, test } from 'vitest';
import type { RunDiff } from '../../src/index.js';
import { files } from '../support/answers.js';
import { workbook } from '../support/project.js';
import { parts, rules } from '../support/rules.js';

function modelOf(text: string): Model {
  const { model } = check(link(parse('rules.bench', text)));
  if (model === null) throw new Error('the rulebook has errors');
  return model;
}

const compare = async (
  before: Parameters<typeof rules>[0],
  after: Parameters<typeof rules>[0],
  more: Readonly<Record<string, string>> = {},
): Promise<RunDiff> => {
  const book = await workbook({ ...files, ...more, 'rules.bench': rules(before) });
  return book.compare(modelOf(rules(before)), modelOf(rules(after)));
};

const flows = (diff: RunDiff): readonly unknown[] =>
  diff.flows.map(({ from, to, cause, count }) => [from.label ?? from.kind, to.label ?? to.kind, cause, count]);

const asking = (density: string, share: string): Parameters<typeof rules>[0] => ({
  benchmark: `benchmark generic
  | contact_density | decision_share | department_coverage |
  | >= ${density}            | >= ${share}         | >= 60%              |
apply generic to key_accounts
`,
});

test('nobody moves between two runs of one rulebook', async () => {
  const diff = await compare({}, {});
  expect([flows(diff), diff.moved, diff.union, diff.movers, diff.ranks]).toEqual([
    [
      ['high', 'high', null, 3],
      ['low', 'low', null, 1],
    ],
    0,
    4,
    [],
    [],
  ]);
});

test('a threshold that moved somebody is named with its row, before and after', async () => {
  const diff = await compare({}, asking('5', '30%'));
  expect(flows(diff)).toEqual([
    ['high', 'high', null, 3],
    ['low', 'medium', 'rule', 1],
  ]);
  const [mover] = diff.movers;
  expect([mover?.key, mover?.metric?.name, mover?.metric?.from.threshold, mover?.metric?.to.threshold]).toEqual([
    'A2',
    'decision_share',
    '≥ 15%',
    '≥ 30%',
  ]);
  expect([mover?.metric?.to.display, mover?.metric?.to.rule?.text, mover?.level?.text]).toEqual([
    '25.00%',
    '| >= 5            | >= 30%         | >= 60%              |',
    '| 1      | medium | 2      | "{failed} of {judged} failed" |',
  ]);
});

test('who is in one population only is outside the other', async () => {
  const narrow = { population: 'population key_accounts of accounts\n  where annual_revenue > 15M CNY\n' };
  expect(flows(await compare(narrow, {}))).toEqual([
    ['high', 'high', null, 3],
    ['outside', 'low', 'membership', 1],
  ]);
  expect(flows(await compare({}, narrow))).toEqual([
    ['high', 'high', null, 3],
    ['low', 'outside', 'membership', 1],
  ]);
});

test('another file of contacts moves by data, another formula by rule', async () => {
  const later = { contacts: parts.contacts.replace('contacts.csv', 'later.csv') };
  const file = { 'later.csv': 'contact_id,account_id,department,level\nC1,A2,销售,VP\n' };
  expect(flows(await compare({}, later, file))).toContainEqual(['low', 'medium', 'data', 1]);
  const formula = { metrics: parts.metrics.replace('["C-level", "VP"]', '["C-level"]') };
  expect(flows(await compare({}, formula))).toContainEqual(['low', 'medium', 'rule', 1]);
});

test('a level that became unknown, and a level table that says something else', async () => {
  const unknown = { metrics: parts.metrics.replace('  if empty 0%\n', '') };
  const diff = await compare({}, unknown);
  expect(diff.flows.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  const lenient = { level: parts.level.replace('| >= 2   |', '| >= 3   |').replace('| 1      |', '| 1..2   |') };
  expect(flows(await compare(asking('5', '30%'), { ...asking('5', '30%'), ...lenient }))).toContainEqual([
    'high',
    'high',
    null,
    3,
  ]);
});

test('the flows add up to the union of both populations, whatever the rules', async () => {
  const book = await workbook({ ...files, 'rules.bench': rules() });
  const variant = fc.record({
    density: fc.integer({ min: 0, max: 60 }),
    share: fc.integer({ min: 0, max: 100 }),
    least: fc.integer({ min: 0, max: 60 }),
  });
  const model = ({ density, share, least }: { density: number; share: number; least: number }): Model =>
    modelOf(
      rules({
        ...asking(`${density}`, `${share}%`),
        population: `population key_accounts of accounts\n  where annual_revenue > ${least}M CNY\n`,
      }),
    );
  await fc.assert(
    fc.asyncProperty(variant, variant, async (one, other) => {
      const diff = await book.compare(model(one), model(other), { listed: 2 });
      const union = [90, 10, 40, 20].filter((revenue) => revenue > Math.min(one.least, other.least)).length;
      expect(diff.union).toBe(union);
      expect(diff.flows.reduce((sum, { count }) => sum + count, 0)).toBe(union);
      const back = await book.compare(model(other), model(one), { listed: 2 });
      expect(back.moved).toBe(diff.moved);
    }),
    { numRuns: 12 },
  );
});
