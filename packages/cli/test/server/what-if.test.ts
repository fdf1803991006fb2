import { appendFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Explanation, Report, WhatIf, WorkbenchState } from '@benchbook/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArrow } from '../support/arrow.js';
import { serveCopy, type Served } from '../support/served.js';

let served: Served;

beforeAll(async () => {
  served = await serveCopy();
  await appendFile(
    served.rulebook,
    '\nscenario milder "宽松" en "Milder" from base\n  set generic.decision_share to >= 5%\n',
  );
  while ((await json<WorkbenchState>('api/state')).scenarios.length === 0) await delay(20);
});
afterAll(async () => {
  await served.stop();
});

const get = (path: string) => fetch(served.address + path);
const json = async <Body>(path: string): Promise<Body> => (await (await get(path)).json()) as Body;
const SET = `set=${encodeURIComponent('generic.department_coverage=100%')}`;

test('a page under a scenario has a report, a ranking and explanations of its own', async () => {
  const base = await json<WorkbenchState>('api/state?lang=en');
  expect(base.scenarios).toEqual([{ name: 'milder', label: 'Milder' }]);
  expect([base.report?.scenario, base.report?.levels.risk]).toEqual([null, { high: 3, medium: 1, low: 2, unknown: 0 }]);
  const under = await json<WorkbenchState>(`api/state?lang=en&scenario=milder&${SET}`);
  expect(under.report?.scenario?.moves.map(({ path, from, to }) => `${path} ${from} ${to}`)).toEqual([
    'generic.decision_share >= 15% >= 5%',
    'generic.department_coverage >= 60% >= 100%',
  ]);
  expect(under.report?.levels.risk).toEqual({ high: 3, medium: 3, low: 0, unknown: 0 });
  const ranking = await get(`api/ranking.arrow?${SET}`);
  const table = readArrow(new Uint8Array(await ranking.arrayBuffer()));
  expect([...(table.getChild('department_coverage.threshold') ?? [])]).toEqual([1, 1, 1, 1, 1, 1]);
  const explained = await json<Explanation>(`api/explain?key=A2&${SET}`);
  expect(explained.levels[0]?.value).toBe('medium');
  expect((await json<Report>(`api/export?format=json&${SET}`)).scenario?.given).toBe(true);
});

test('what the numbers come to is told without a report', async () => {
  const answer = await json<WhatIf & { findings: readonly { code: string }[] }>(
    `api/what-if?${SET}&top=1&movers=5&lang=en`,
  );
  expect([answer.by, answer.whole.count, answer.whole.levels.risk]).toEqual([
    'cells',
    6,
    { high: 3, medium: 3, low: 0, unknown: 0 },
  ]);
  expect(answer.top.map(({ key }) => key)).toEqual(['A1']);
  expect(answer.diff?.movers.map(({ key, to }) => [key, to.label])).toEqual([
    ['A2', 'medium'],
    ['A4', 'medium'],
  ]);
  expect(answer.findings).toEqual([]);
  const idle = await json<{ findings: readonly { code: string }[] }>(
    `api/what-if?set=${encodeURIComponent('generic.department_coverage=60%')}`,
  );
  expect(idle.findings.map(({ code }) => code)).toEqual(['B509']);
});

test.each([
  ['api/state?scenario=nothing&lang=en', 400, /^The rulebook has no scenario nothing; it has .*base.*milder/],
  ['api/what-if?set=generic.decision_shar%3D5%25&lang=en', 400, /names no number of this rulebook.*decision_share/],
  ['api/what-if?set=generic.decision_share%3Dhalf&lang=zh', 400, /[一-鿿]/],
  ['api/what-if?top=many&lang=en', 400, /^top is a whole number up to 1,000\.$/],
  [`api/state?set=${encodeURIComponent('entry=900000000 CNY')}&lang=en`, 400, /names no number/],
])('%s is answered with %i and a sentence', async (path, status, sentence) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { error: string }).error).toMatch(sentence);
});

test('of one series only the newest is answered', async () => {
  const ask = (percent: number) =>
    get(`api/what-if?series=slider&movers=1&set=${encodeURIComponent(`generic.decision_share=${percent}%`)}`);
  const answers = await Promise.all([10, 20, 30, 40, 50, 60].map(ask));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.at(-1)).toBe(200);
  expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
});

test('however many scenarios are looked at, the rulebook as it stands can still be asked', async () => {
  for (const percent of [11, 12, 13, 14, 15.5, 16])
    await json(`api/state?set=${encodeURIComponent(`generic.decision_share=${percent}%`)}`);
  const table = readArrow(new Uint8Array(await (await get('api/ranking.arrow')).arrayBuffer()));
  expect(table.numRows).toBe(6);
  expect((await json<Explanation>('api/explain?key=A2')).key).toBe('A2');
});
