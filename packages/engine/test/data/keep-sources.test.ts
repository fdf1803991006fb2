import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Column, Expression } from '@benchbook/dsl';
import { expect, test } from 'vitest';
import type { LoadedSource } from '../../src/data/loaded-source.js';
import { call, column, literal, operator } from '../../src/sql/expression.js';
import { project, source } from './support.js';

const csv = 'id,name,size\n1,Acme,5\n2,Bolt,x\n';
const accounts = (clauses = {}) =>
  source('accounts', 'a.csv', { id: 'text', name: 'text', size: 'count' }, { key: 'id', ...clauses });

test('a source whose declaration and file are the same is not read again; its notices follow its lines', async () => {
  const { database, loadWith } = await project({ 'a.csv': csv });
  const kept = new Map<string, LoadedSource>();
  const first = await loadWith({ kept }, accounts());
  const run = database.run.bind(database);
  let statements = 0;
  database.run = (...args) => {
    statements++;
    return run(...args);
  };
  const moved = accounts();
  const columns = moved.columns.map((each) => ({ ...each, line: each.line + 10 }));
  const second = await loadWith({ kept }, { ...moved, columns, line: 11 });
  expect(statements).toBe(0);
  expect(second.sources.get('accounts')?.version).toBe(first.sources.get('accounts')?.version);
  expect([first, second].map(({ notices }) => notices.map(({ code, line }) => [code, line]))).toEqual([
    [['D232', 5]],
    [['D232', 15]],
  ]);
});

test('another file, another clause or another column read is another version', async () => {
  const { root, loadWith, rows } = await project({ 'a.csv': csv });
  const kept = new Map<string, LoadedSource>();
  const versions = new Set<string>();
  const note = async (...args: Parameters<typeof loadWith>) => {
    const { sources } = await loadWith({ ...args[0], kept }, args[1]!);
    versions.add(sources.get('accounts')!.version);
    return rows(sources.get('accounts'));
  };
  await note({}, accounts());
  expect(await note({ used: new Map([['accounts', new Set<string>()]]) }, accounts())).toEqual([
    { id: '1', name: 'Acme' },
    { id: '2', name: 'Bolt' },
  ]);
  await note({}, accounts({ missing: ['x'] }));
  writeFileSync(join(root, 'a.csv'), 'id,name,size\n1,Acme,6\n');
  utimesSync(join(root, 'a.csv'), 1, 1);
  expect(await note({}, accounts())).toEqual([{ id: '1', name: 'Acme', size: 6 }]);
  expect(versions.size).toBe(4);
});

test('what failed to load is not taken for kept', async () => {
  const { loadWith, rows } = await project({ 'a.csv': csv });
  const kept = new Map<string, LoadedSource>();
  await loadWith({ kept }, accounts());
  await expect(loadWith({ kept }, accounts({ missing: ['5'] }))).rejects.toThrow('No cell of column size');
  const { sources } = await loadWith({ kept }, accounts());
  expect(await rows(sources.get('accounts'))).toEqual([
    { id: '1', name: 'Acme', size: 5 },
    { id: '2', name: 'Bolt', size: null },
  ]);
});

test('derived columns are made after typing and aliases, in the order they need each other', async () => {
  const { loadWith, rows } = await project({ 'a.csv': csv });
  const derived = (name: string, made: string): Column => ({
    ...accounts().columns[0]!,
    name,
    type: { kind: 'number' },
    from: { kind: 'derived', expression: { name: made } as unknown as Expression },
  });
  const base = accounts();
  const clauses = {
    columns: [
      ...base.columns.slice(0, 2),
      derived('quadruple', 'quadruple'),
      derived('double', 'double'),
      base.columns[2]!,
    ],
  };
  const { sources } = await loadWith(
    {
      used: new Map([['accounts', new Set(['quadruple'])]]),
      compile: (expression) =>
        (expression as unknown as { name: string }).name === 'double'
          ? operator(column('size'), '*', literal(2))
          : call('abs', operator(column('double'), '*', literal(2))),
    },
    { ...base, ...clauses },
  );
  expect(await rows(sources.get('accounts'))).toEqual([
    { id: '1', name: 'Acme', quadruple: 20, double: 10, size: 5 },
    { id: '2', name: 'Bolt', quadruple: null, double: null, size: null },
  ]);
});
