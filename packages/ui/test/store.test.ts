import { expect, test } from 'vitest';
import type { Explanation, WorkbenchState } from '@benchbook/engine/results';
import type { Client } from '../src/api/client.js';
import type { RankedTable } from '../src/ranking/table.js';
import { Store } from '../src/workbench/store.js';
import {
  accountFrom,
  languageFrom,
  rulebookFrom,
  withAccount,
  withLanguage,
  withRulebook,
} from '../src/workbench/url-state.js';
import { emptyShelf } from './support/shelf.js';
import { explanation } from './fixture/explanation.js';
import { accounts } from './fixture/population.js';
import { report } from './fixture/report.js';

const made = accounts(50);
const whole = report(made);

/** A server that answers what it is given, and counts what it is asked. */
function answering(state: () => WorkbenchState): { client: Client; asked: string[] } {
  const asked: string[] = [];
  const client: Client = {
    state: (language) => {
      asked.push(`state ${language}`);
      return Promise.resolve(state());
    },
    ranking: () => {
      asked.push('ranking');
      return Promise.resolve<RankedTable>({ rows: 0, columns: [] });
    },
    explain: (key, language) => {
      asked.push(`explain ${key} ${language}`);
      return Promise.resolve<Explanation>(explanation(made, key)!);
    },
    facts: () => Promise.reject(new Error('none')),
    save: () => Promise.resolve({ kind: 'saved', version: 'v2' }),
    follow: () => () => undefined,
  };
  return { client, asked };
}

function stateOf(part: Partial<WorkbenchState> = {}): WorkbenchState {
  return {
    revision: 1,
    report: whole,
    report_at: '2024-12-31T08:00:00.000Z',
    stale: false,
    left_out: [],
    diagnostics: [],
    problems: [],
    scenarios: [],
    rulebook: { file: 'a.bench', text: '', version: 'v1', editable: true },
    files: [],
    ...part,
  };
}

const start = { language: 'en', theme: 'system', selected: null, rulebookOpen: false } as const;

test('rows are fetched again only when the report is another one', async () => {
  const { client, asked } = answering(() => stateOf());
  const store = new Store(client, emptyShelf, start);
  await store.refresh();
  await store.refresh();
  expect(asked).toEqual(['state en', 'ranking', 'state en']);
});

test('a broken rulebook leaves filter, order and account', async () => {
  let stale = false;
  const { client } = answering(() => stateOf({ stale, revision: stale ? 2 : 1 }));
  const store = new Store(client, emptyShelf, { ...start, selected: 'A00003' });
  await store.refresh();
  store.setFilter({ text: 'shaw', labels: {} });
  stale = true;
  await store.refresh();
  expect(store.view).toMatchObject({ filter: { text: 'shaw' }, selected: 'A00003' });
  expect(store.view.explanation?.key).toBe('A00003');
});

test('an answer that is overtaken is dropped', async () => {
  const waiting: ((state: WorkbenchState) => void)[] = [];
  const { client } = answering(() => stateOf());
  const store = new Store(
    { ...client, state: () => new Promise((resolve) => waiting.push(resolve)) },
    emptyShelf,
    start,
  );
  const first = store.refresh();
  const second = store.refresh();
  waiting[1]!(stateOf({ revision: 8 }));
  waiting[0]!(stateOf({ revision: 7 }));
  await Promise.all([first, second]);
  expect(store.view.state?.revision).toBe(8);
});

test('a failure is kept in words until an answer comes', async () => {
  const { client } = answering(() => stateOf());
  let isDown = true;
  const store = new Store(
    { ...client, state: (language) => (isDown ? Promise.reject(new Error('down')) : client.state(language)) },
    emptyShelf,
    start,
  );
  await store.refresh();
  expect(store.view.failure).toBe('down');
  isDown = false;
  await store.refresh();
  expect(store.view.failure).toBeNull();
});

test('the language is asked of the address, then of the last visit, then of the browser', () => {
  const at = (query: string): URL => new URL(`http://here/${query}`);
  expect(languageFrom(at('?lang=zh'), 'en', ['en'])).toBe('zh');
  expect(languageFrom(at(''), 'en', ['zh-CN'])).toBe('en');
  expect(languageFrom(at(''), null, ['fr', 'zh-TW', 'en'])).toBe('zh');
  expect(languageFrom(at(''), null, ['fr'])).toBe('en');
});

test('an account with any key comes back out of the address', () => {
  const address = withLanguage(new URL(withAccount(new URL('http://here/?x=1'), 'A&1=中 #')), 'zh');
  expect(accountFrom(new URL(address))).toBe('A&1=中 #');
  expect(withAccount(new URL(address), null)).toBe('http://here/?x=1&lang=zh');
});

test('an open rulebook stands in the address beside the account', () => {
  const here = new URL('http://here/');
  const both = new URL(withRulebook(new URL(withAccount(here, 'A1')), true));
  expect([accountFrom(both), rulebookFrom(both)]).toEqual(['A1', true]);
  expect(rulebookFrom(new URL(withRulebook(here, true)))).toBe(true);
  expect(withRulebook(here, false)).toBe('http://here/');
});
