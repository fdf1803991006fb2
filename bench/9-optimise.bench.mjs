/**
 * Which of four actions on which of 1,407 accounts, within a budget and so many people: the solver against a rule of thumb on the same program (what brings most for its
 * use first), in time and in value, and the gap that is proved. Then the same question of the coverage plan, from its text to the answer, its frontier and its prices.
 */
import { openWorkbook } from '@benchbook/engine';
import path from 'node:path';
import { greedy } from '../packages/engine/dist/analysis/planning/optimise/greedy.js';
import { solve } from '../packages/engine/dist/solver/solve.js';
import { root } from './large-data.mjs';
import { median, ms, print, time, times } from './measure.mjs';

const ACCOUNTS = 1_407;
const ACTIONS = [
  { cost: 2, days: 3, helps: 0.4 },
  { cost: 1, days: 5, helps: 0.5 },
  { cost: 3, days: 8, helps: 0.8 },
  { cost: 5, days: 4, helps: 0.9 },
];
const ROUNDS = 5;

/** Deterministic revenue with a long tail, and how well each action does at each account. */
function program() {
  let state = 42;
  const uniform = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const columns = [];
  const rows = [];
  const [budget, people] = [[], []];
  for (let account = 0; account < ACCOUNTS; account += 1) {
    const revenue = 30 / (0.02 + uniform());
    const places = ACTIONS.map((_, action) => account * ACTIONS.length + action);
    for (const { cost, days, helps } of ACTIONS) {
      columns.push({ cost: revenue * helps * (0.5 + uniform()), low: 0, high: 1, whole: true });
      budget.push(cost * (0.8 + 0.4 * uniform()));
      people.push(days * (0.8 + 0.4 * uniform()));
    }
    rows.push({ low: -Infinity, high: 1, places, values: places.map(() => 1) });
  }
  const all = [...columns.keys()];
  rows.push({ low: -Infinity, high: 800, places: all, values: budget });
  rows.push({ low: -Infinity, high: 1_500, places: all, values: people });
  return { direction: 'maximise', columns, rows };
}

const one = program();
const value = (values) => values.reduce((sum, amount, place) => sum + amount * one.columns[place].cost, 0);
const limits = { gap: 1e-3, seconds: 60 };
const found = await solve(one, limits);
const byHand = greedy(one, one.columns.length);
if (found.status !== 'best' || found.gap > 0.01) throw new Error(`not proved: ${found.status}`);
const taken = { solver: [], greedy: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  taken.solver.push(await time(() => solve(one, limits)));
  taken.greedy.push(await time(() => greedy(one, one.columns.length)));
}

const file = path.join(root, 'scenarios/coverage/action-plan.md');
const book = await openWorkbook({ root, file });
const { model } = await book.read();
const asked = [];
let plan = await book.plan(model);
for (let round = 0; round < 3; round += 1) asked.push(await time(async () => (plan = await book.plan(model))));
const [best] = plan.optimisations;
await book.close();

print(
  ['1,407 accounts × 4 actions', 'value', 'of the solver’s', 'proved within', 'time'],
  [
    ['solver', found.objective.toFixed(0), times(1), `${(found.gap * 100).toFixed(3)}%`, ms(median(taken.solver))],
    [
      'what brings most first',
      value(byHand).toFixed(0),
      times(value(byHand) / found.objective),
      '',
      ms(median(taken.greedy)),
    ],
    [
      'the coverage plan, all of it',
      best.value.display,
      times((best.greedy?.value ?? 0) / best.value.value),
      `${(best.gap * 100).toFixed(3)}%`,
      ms(median(asked)),
    ],
  ],
);
