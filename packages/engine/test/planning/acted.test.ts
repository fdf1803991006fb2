import { expect, test } from 'vitest';
import type { PlanResult } from '../../src/index.js';
import { modelOf, workbook } from '../support/project.js';

/** Four accounts; A and B have nobody, C has one contact, D has two. */
const FILES = {
  'accounts.csv': 'id,revenue\nA,100\nB,200\nC,300\nD,400\n',
  'contacts.csv': 'contact,account,title\n1,C,VP\n2,D,VP\n3,D,VP\n',
};

const RULES = `rulebook plan
source accounts from "accounts.csv" key id
  | column  | type      |
  | id      | text      |
  | revenue | money CNY |
source contacts from "contacts.csv" key contact
  | column  | type             |
  | contact | text             |
  | account | text -> accounts |
  | title   | text             |
population all of accounts
metric known = count(contacts)
benchmark enough
  | known |
  | >= 1  |
apply enough to all
level risk
  | failed | risk |
  | 1      | high |
  | 0      | low  |
`;

async function plan(text: string): Promise<PlanResult> {
  const book = await workbook({ ...FILES, 'rules.bench': RULES + text });
  return book.plan(await modelOf(book));
}

const MEET = `
action meet
  on all where risk = high
  adds contacts
    | title |
    | VP    |
  cost 30 CNY per account
`;

const moneyOf = (text: string): string => `
model plan over 4 months
  | flow    | name  | amount                                          | timing      |
  | benefit | saves | saved(count(risk = high of all)) * 120 CNY per year | ${text} |
  report saves, roi
`;

test('who is met is no longer at risk, and what that saves counts from the first month', async () => {
  const { actions, models } = await plan(MEET + moneyOf('every month'));
  expect(actions.map(({ name, taken, cost }) => [name, taken.value, cost?.value])).toEqual([['meet', 2, 60]]);
  // Two accounts at 10 CNY a month.
  expect(models[0]?.flows.map(({ name, amounts }) => [name, amounts])).toEqual([
    ['saves', [20, 20, 20, 20]],
    ['meet', [60, 0, 0, 0]],
  ]);
  expect(models[0]?.figures.map(({ figure }) => figure.value)).toEqual([80, 0.333333333333333]);
});

test('a chance of success weighs what is saved, and not what is spent', async () => {
  const { actions, models } = await plan(`${MEET}  chance 75%\n${moneyOf('every month')}`);
  expect(actions[0]?.cost?.value).toBe(60);
  expect(models[0]?.flows[0]?.amounts).toEqual([15, 15, 15, 15]);
});

test('what begins month by month saves month by month, and grows to its size over its ramp', async () => {
  const slowly = await plan(`${MEET}  at most 1 per month\n  starts month 2\n${moneyOf('every month')}`);
  expect(slowly.models[0]?.flows.map(({ amounts }) => amounts)).toEqual([
    [0, 10, 20, 20],
    [0, 30, 30, 0],
  ]);
  const growing = await plan(`${MEET}  ramp 2 months\n${moneyOf('every month')}`);
  expect(growing.models[0]?.flows[0]?.amounts).toEqual([5, 15, 20, 20]);
});

test('an action is taken on no more than it can begin on before the plan ends', async () => {
  const { actions, models } = await plan(`${MEET}  at most 1 per month\n  starts month 4\n${moneyOf('every month')}`);
  expect(actions[0]?.taken.value).toBe(1);
  expect(models[0]?.flows.map(({ amounts }) => amounts)).toEqual([
    [0, 0, 0, 10],
    [0, 0, 0, 30],
  ]);
});

test('what must hold is asked of the data as they are once the actions are taken', async () => {
  const { requirements } = await plan(`${MEET}
require count(risk = high of all) <= 0
require saved(count(risk = high of all)) >= 3
`);
  expect(requirements.map(({ left, right, holds }) => [left.value, right.value, holds])).toEqual([
    [0, 0, true],
    [2, 3, false],
  ]);
});
