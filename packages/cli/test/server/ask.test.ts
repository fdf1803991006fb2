import { afterAll, beforeAll, expect, test } from 'vitest';
import { description } from '../../src/routes/openapi.js';
import { routes } from '../../src/routes/index.js';
import { serveCopy, type Served } from '../support/served.js';

let served: Served;
beforeAll(async () => {
  served = await serveCopy();
});
afterAll(async () => {
  await served.stop();
});

const ask = (question: string, more = '') =>
  fetch(`${served.address}api/ask?lang=en&question=${encodeURIComponent(question)}${more}`);

test('a question is answered, under other numbers, too', async () => {
  const question = 'sweep generic.decision_share over [15%, 60%] report count(risk = high of key_accounts)';
  const values = async (more: string) => {
    const { schema, sweeps } = (await (await ask(question, more)).json()) as {
      schema: string;
      sweeps: { rows: { figures: { value: number }[] }[] }[];
    };
    expect(schema).toBe('benchbook.answers/1');
    return sweeps.flatMap(({ rows }) => rows.map(({ figures }) => figures[0]?.value));
  };
  expect(await values('')).toEqual([3, 4]);
  expect(await values(`&set=${encodeURIComponent('generic.contact_density=1000')}`)).toEqual([4, 4]);
});

test('every threshold is asked at once', async () => {
  const answer = await ask('seek any threshold so that count(risk = high of key_accounts) >= 4');
  const { inverses } = (await answer.json()) as { inverses: { ways: { path: string; found: unknown }[] }[] };
  expect(inverses[0]?.ways[0]).toMatchObject({ path: 'generic', found: { display: '110%' } });
});

test('what is wrong with a question is told in sentences', async () => {
  const answer = await ask('seek generic.decison_share so that share(risk = high of key_accounts) <= 80%');
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: '`generic.decison_share` names no number of this rulebook. Did you mean `generic.decision_share`?' },
  ]);
});

test('without a question those of the rulebook are answered: here there are none', async () => {
  expect(await (await fetch(`${served.address}api/ask`)).json()).toMatchObject({
    sweeps: [],
    seeks: [],
    inverses: [],
    drivers: [],
  });
});

test('a rulebook that plans nothing says so; what is asked of it and clashes is told', async () => {
  const nothing = await fetch(`${served.address}api/plan?lang=en`);
  expect([nothing.status, Object.keys((await nothing.json()) as object)]).toEqual([404, ['error']]);
});

test('the OpenAPI document names every address and method, and nothing else', async () => {
  const served_ = (await (await fetch(`${served.address}api/openapi.json`)).json()) as ReturnType<typeof description>;
  expect(served_).toEqual(JSON.parse(JSON.stringify(description())));
  const told = Object.entries(served_.paths as Record<string, Record<string, unknown>>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const there = [...routes].flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  expect(told.toSorted()).toEqual(there.toSorted());
});
