/**
 * One threshold changed, and the census anew: by Benchbook's kernel and by its database over a million accounts, and by two rule engines that are asked account by account
 * over a sample of them; the same three bars and three levels on the same measures.
 */
import { ZenEngine } from '@gorules/zen-engine';
import { check, parse, readOverrides } from '@benchbook/dsl';
import { applyOverrides, openWorkbook } from '@benchbook/engine';
import { tableFromIPC } from 'apache-arrow';
import { Engine } from 'json-rules-engine';
import path from 'node:path';
import { largeData, root } from './large-data.mjs';
import { median, ms, print, time } from './measure.mjs';
import { rulebookAt } from './rulebook-at.mjs';

process.chdir(root);
const ROUNDS = 15;
const SAMPLE = 2_000;
const folder = largeData('1m');
const text = rulebookAt(folder, { everyone: true }).replace(/^test [\s\S]*$/m, '');
const { model } = check(parse('coverage.bench', text));
const book = await openWorkbook({ root, file: path.join(root, 'scenarios/coverage/coverage.bench') });
const run = await book.run(model);
const all = (await run.report('en', { ranking: 0 })).population.size;
const accounts = await sampled(run);

const under = (percent) => readOverrides(model, [`generic.decision_share=${percent}%`]);
const zen = new ZenEngine();
const ways = {
  'Benchbook, from cells': {
    of: all,
    census: async (percent) => (await book.whatIf(model, under(percent), { flows: false })).whole.levels.risk,
  },
  'Benchbook, everybody judged anew': {
    of: all,
    census: async (percent) => {
      await book.run(applyOverrides(model, under(percent)));
    },
  },
  '@gorules/zen-engine': {
    of: accounts.length,
    census: async (percent) => {
      const decision = zen.createDecision(decisionOf(percent / 100));
      return count(await Promise.all(accounts.map(async (one) => (await decision.evaluate(one)).result.risk)));
    },
  },
  'json-rules-engine': {
    of: accounts.length,
    census: async (percent) => {
      const engine = rulesOf(percent / 100);
      const found = [];
      for (const account of accounts) found.push(levelOf((await engine.run(account)).events.length));
      return count(found);
    },
  },
};

const taken = new Map(Object.keys(ways).map((name) => [name, []]));
for (let round = -1; round < ROUNDS; round += 1) {
  const percent = 11 + round;
  const answers = new Map();
  for (const [name, { census }] of Object.entries(ways)) {
    const took = await time(async () => {
      answers.set(name, await census(percent));
    });
    // The first round warms up.
    if (round >= 0) taken.get(name).push(took);
  }
  const [zens, rules] = ['@gorules/zen-engine', 'json-rules-engine'].map((name) => JSON.stringify(answers.get(name)));
  const byHand = JSON.stringify(count(accounts.map((one) => levelOf(failedOf(one, percent / 100)))));
  if (zens !== byHand || rules !== byHand) throw new Error(`not the same census: ${[zens, rules, byHand].join(' ')}`);
}
const perAccount = (name) => (median(taken.get(name)) * 1_000_000) / ways[name].of;
print(
  [
    `one threshold changed, ${ROUNDS} rounds`,
    'accounts',
    'median',
    'an account',
    'from cells, faster by',
    'judged anew, faster by',
  ],
  Object.entries(ways).map(([name, { of }]) => [
    name,
    of.toLocaleString('en-US'),
    ms(median(taken.get(name))),
    `${perAccount(name).toFixed(1)} ns`,
    `${Math.round(perAccount(name) / perAccount('Benchbook, from cells')).toLocaleString('en-US')}×`,
    `${Math.round(perAccount(name) / perAccount('Benchbook, everybody judged anew')).toLocaleString('en-US')}×`,
  ]),
);
zen.dispose();
await book.close();

/** The measures of the first accounts of the ranking. */
async function sampled(finished) {
  const pieces = [];
  for await (const piece of finished.ranking()) pieces.push(piece);
  const table = tableFromIPC(Buffer.concat(pieces)).slice(0, SAMPLE);
  const [density, share, coverage] = ['contact_density', 'decision_share', 'department_coverage'].map((name) => [
    ...table.getChild(name),
  ]);
  return density.map((_, row) => ({ density: density[row], share: share[row], coverage: coverage[row] }));
}

function levelOf(failed) {
  if (failed >= 2) return 'high';
  return failed === 1 ? 'medium' : 'low';
}

function failedOf({ density, share, coverage }, asked) {
  return Number(density < 5) + Number(share < asked) + Number(coverage < 0.6);
}

function count(labels) {
  const found = { high: 0, medium: 0, low: 0 };
  for (const label of labels) found[label] += 1;
  return found;
}

/** Three bars counted in an expression, and a decision table of levels, as its editor would write them. */
function decisionOf(share) {
  const failed = `(density < 5 ? 1 : 0) + (share < ${share} ? 1 : 0) + (coverage < 0.6 ? 1 : 0)`;
  const row = (_id, condition, label) => ({ _id, failed: condition, risk: `"${label}"` });
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'accounts' },
      {
        id: 'bars',
        type: 'expressionNode',
        name: 'bars',
        content: { expressions: [{ id: 'failed', key: 'failed', value: failed }] },
      },
      {
        id: 'levels',
        type: 'decisionTableNode',
        name: 'levels',
        content: {
          hitPolicy: 'first',
          inputs: [{ id: 'failed', name: 'failed', field: 'failed' }],
          outputs: [{ id: 'risk', name: 'risk', field: 'risk' }],
          rules: [row('1', '>= 2', 'high'), row('2', '1', 'medium'), row('3', '0', 'low')],
        },
      },
      { id: 'out', type: 'outputNode', name: 'level' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'bars', type: 'edge' },
      { id: 'b', sourceId: 'bars', targetId: 'levels', type: 'edge' },
      { id: 'c', sourceId: 'levels', targetId: 'out', type: 'edge' },
    ],
  };
}

/** One rule a bar; each that is missed is an event. */
function rulesOf(share) {
  const rule = (fact, value) => ({
    conditions: { all: [{ fact, operator: 'lessThan', value }] },
    event: { type: fact },
  });
  return new Engine([rule('density', 5), rule('share', share), rule('coverage', 0.6)]);
}
