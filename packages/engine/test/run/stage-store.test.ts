import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, parse, type Model } from '@benchbook/dsl';
import { expect, onTestFinished, test } from 'vitest';
import { DataError, DatabaseError, openWorkbook } from '../../src/index.js';
import type { Database } from '../../src/database/database.js';
import { openDuckDB } from '../../src/database/duckdb-node.js';
import { planRun } from '../../src/plan/plan-run.js';
import { execute, type SourceVersions } from '../../src/run/execute.js';
import { StageStore } from '../../src/run/stage-store.js';
import { printStatement } from '../../src/sql/duckdb-printer.js';
import { literal } from '../../src/sql/expression.js';
import { select, table, tableFunction } from '../../src/sql/query.js';
import { files } from '../support/answers.js';
import { modelOf, project, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

/** A database that remembers which stages it was told to make. */
interface Watched {
  readonly database: Database;
  /** The stages made since this was last asked: by what their statement makes. */
  readonly made: () => readonly string[];
}

async function watched(root: string): Promise<Watched> {
  const real = await openDuckDB({ readable: [root] });
  onTestFinished(() => real.close());
  const statements: string[] = [];
  const database: Database = {
    run: (statement, ...others) => {
      if (statement.kind === 'create') statements.push(printStatement(statement));
      return real.run(statement, ...others);
    },
    read: (...given) => real.read(...given),
    batches: (...given) => real.batches(...given),
    writeFile: (...given) => real.writeFile(...given),
    temporaryPath: (extension) => real.temporaryPath(extension),
    interrupt: () => {
      real.interrupt();
    },
    close: () => real.close(),
  };
  const kindOf = (sql: string): string => {
    if (sql.includes('state.')) return 'judged';
    return sql.includes('metric.') ? 'measured' : 'members';
  };
  return { database, made: () => statements.splice(0).map(kindOf) };
}

const modelFrom = (text: string): Model => {
  const { model } = check(parse('rules.bench', text));
  if (model === null) throw new Error('the rulebook cannot be used');
  return model;
};

/** Runs rulebooks over tables made by hand, so that only stages are counted. */
async function store(): Promise<{
  readonly run: (text: string, version?: string) => Promise<readonly string[]>;
  readonly kept: StageStore;
  readonly made: Watched['made'];
}> {
  const root = await project(files);
  const { database, made } = await watched(root);
  for (const name of ['accounts', 'contacts'])
    await database.run({
      kind: 'create',
      what: 'table',
      name,
      query: select({
        every: true,
        from: tableFunction('read_csv', [literal(join(root, `${name}.csv`))], { header: true }),
      }),
    });
  made();
  const kept = new StageStore(database);
  const run = async (text: string, version = '1'): Promise<readonly string[]> => {
    const model = modelFrom(text);
    const [population] = model.populations;
    if (population === undefined) throw new Error('nobody to judge');
    const sources: SourceVersions = { tables: (name) => name, version: (name) => `${name} ${version}` };
    await execute(planRun(model, population), kept, sources);
    await kept.endRun();
    return made();
  };
  return { run, kept, made };
}

test('the same text twice computes nothing twice', async () => {
  const { run } = await store();
  expect(await run(rules())).toEqual(['members', 'measured', 'judged']);
  expect(await run(rules())).toEqual([]);
  expect(await run(`# a comment\n${rules()}`)).toEqual([]);
});

test('a weight, a threshold or a level re-makes what is judged, and nothing before it', async () => {
  const { run } = await store();
  await run(rules());
  expect(await run(rules().replace('>= 60%', '>= 40%'))).toEqual(['judged']);
  expect(
    await run(rules().replace('40%    | percent', '50%    | percent').replace('30%    | risk', '20%    | risk')),
  ).toEqual(['judged']);
  expect(await run(rules().replace('| high   | 3 ', '| high   | 4 '))).toEqual(['judged']);
});

test('a metric is measured anew, a population chosen anew', async () => {
  const { run } = await store();
  await run(rules());
  expect(await run(rules().replace('["C-level", "VP"]', '["VP"]'))).toEqual(['measured', 'judged']);
  expect(await run(rules().replace('> 0 CNY', '> 1 CNY'))).toEqual(['members', 'measured', 'judged']);
});

test('another version of a source makes everything anew', async () => {
  const { run } = await store();
  await run(rules(), '1');
  expect(await run(rules(), '2')).toEqual(['members', 'measured', 'judged']);
});

test('going back and forth between two texts computes each once', async () => {
  const { run } = await store();
  const other = rules().replace('>= 60%', '>= 40%');
  await run(rules());
  expect(await run(other)).toEqual(['judged']);
  expect(await run(rules())).toEqual([]);
  expect(await run(other)).toEqual([]);
});

test('what two runs have not read is dropped', async () => {
  const { run } = await store();
  await run(rules());
  for (const share of ['10%', '20%', '30%']) await run(rules().replace('>= 60%', `>= ${share}`));
  expect(await run(rules())).toEqual(['judged']);
});

test('a stage that fails is tried again, and what was finished before it stays', async () => {
  const { run, kept, made } = await store();
  await run(rules());
  const failing = kept.finish(() => select({ every: true, from: table('nowhere') }), []);
  await expect(failing).rejects.toThrow(DatabaseError);
  await kept.endRun();
  made();
  expect(await run(rules())).toEqual([]);
});

test('a data file that changes is read again, one that is touched is not', async () => {
  const root = await project({ ...files, 'rules.bench': rules() });
  const book = await openWorkbook({ root, file: 'rules.bench' });
  onTestFinished(() => book.close());
  const model = await modelOf(book);
  const levels = async (): Promise<unknown> => (await (await book.run(model)).report('en')).levels.risk;
  expect(await levels()).toEqual({ high: 3, medium: 0, low: 1, unknown: 0 });
  await utimes(join(root, 'contacts.csv'), new Date(), new Date(Date.now() + 5_000));
  expect(await levels()).toEqual({ high: 3, medium: 0, low: 1, unknown: 0 });
  await writeFile(join(root, 'contacts.csv'), files['contacts.csv'].replace('C3,A2,IT', 'C3,A2,市场'));
  expect(await levels()).toEqual({ high: 3, medium: 1, low: 0, unknown: 0 });
});

test('after a failure the last good run can still be asked', async () => {
  const root = await project({ ...files, 'rules.bench': rules() });
  const book = await openWorkbook({ root, file: 'rules.bench' });
  onTestFinished(() => book.close());
  const good = await book.run(await modelOf(book));
  const nobody = modelFrom(rules().replace('> 0 CNY', '> 1_000亿元'));
  for (let attempt = 0; attempt < 4; attempt += 1) await expect(book.run(nobody)).rejects.toThrow(DataError);
  expect((await good.explain('A1', 'en'))?.key).toBe('A1');
  expect((await good.report('en')).levels.risk).toEqual({ high: 3, medium: 0, low: 1, unknown: 0 });
});

test('a run that is called off stops, and the next one is as good as new', async () => {
  const book = await workbook({ ...files, 'rules.bench': rules() });
  const model = await modelOf(book);
  await expect(book.run(model, { signal: AbortSignal.abort(new Error('called off')) })).rejects.toThrow();
  const controller = new AbortController();
  const run = book.run(model, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('called off')), 5);
  await run.catch(() => null);
  expect((await (await book.run(model)).report('en')).levels.risk).toEqual({ high: 3, medium: 0, low: 1, unknown: 0 });
});
