import { readFile, stat, writeFile } from 'node:fs/promises';
import type { WorkbenchState } from '@benchbook/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveCopy, type Served } from '../support/served.js';

let served: Served;

beforeAll(async () => {
  served = await serveCopy();
});
afterAll(async () => {
  await served.stop();
});

const put = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${served.address}api/rulebook`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function rulebook(): Promise<WorkbenchState['rulebook']> {
  const answer = await fetch(`${served.address}api/state?lang=en`);
  return ((await answer.json()) as WorkbenchState).rulebook;
}

test('an edit is written to the file, which keeps its mode', async () => {
  const { text, version, editable } = await rulebook();
  const { mode } = await stat(served.rulebook);
  const edited = text.replace('>= 60%', '>= 40%');
  const answer = await put({ text: edited, base: version });
  expect([answer.status, editable]).toEqual([200, true]);
  expect(await readFile(served.rulebook, 'utf8')).toBe(edited);
  expect((await stat(served.rulebook)).mode).toBe(mode);
});

test('an edit of a text that somebody has changed since is refused, with what stands there now', async () => {
  const { version } = await rulebook();
  const theirs = '# theirs\n';
  await writeFile(served.rulebook, theirs);
  const answer = await put({ text: '# mine\n', base: version });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    error: 'The rulebook has been changed by somebody else since.',
    text: theirs,
  });
  expect(await readFile(served.rulebook, 'utf8')).toBe(theirs);
});

test('of two edits of the same text at once, one is written and the other told', async () => {
  await writeFile(served.rulebook, '# start\n');
  const base = ((await (await put({ text: '# x\n', base: 'none' })).json()) as { version: string }).version;
  const answers = await Promise.all(['# one\n', '# two\n'].map((text) => put({ text, base })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test.each([
  ['another site', 403, { text: '', base: '' }, { Origin: 'http://example.org' }],
  ['a form', 415, 'text=x', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['no JSON', 400, '{', {}],
  ['no base', 400, { text: '' }, {}],
  ['more than a rulebook can be', 413, { text: 'x'.repeat(9_000_000), base: '' }, {}],
])('%s is refused', async (_, status, body, headers) => {
  const before = await readFile(served.rulebook, 'utf8');
  const answer = await put(body, headers);
  expect([answer.status, await readFile(served.rulebook, 'utf8')]).toEqual([status, before]);
});

test('an address says what may be done there', async () => {
  const [read, written] = await Promise.all([
    fetch(`${served.address}api/rulebook`),
    fetch(`${served.address}api/state`, { method: 'PUT' }),
  ]);
  expect([read.status, read.headers.get('allow')]).toEqual([405, 'PUT']);
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
