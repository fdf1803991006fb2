import { mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { tableFromIPC, type RecordBatch } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { DatabaseError } from '../../src/database/database-error.js';
import { openDuckDB } from '../../src/database/duckdb-node.js';
import { toIpcStream } from '../../src/database/ipc.js';
import { aggregate, ascending, call, cast, column, literal, operator, parameter } from '../../src/sql/expression.js';
import { join as joined, output, type Query, select, table, tableFunction } from '../../src/sql/query.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'engine-database-')));
const outside = realpathSync(mkdtempSync(join(tmpdir(), 'engine-outside-')));
writeFileSync(join(outside, 'secret.csv'), 'id\n1\n');
writeFileSync(join(root, 'broken.parquet'), 'not a parquet file at all');
symlinkSync(join(outside, 'secret.csv'), join(root, 'link.csv'));

let database: Database;
beforeAll(async () => {
  database = await openDuckDB({ readable: [root], threads: 2, memoryLimit: '1GB' });
});
afterAll(() => database.close());

const numbersTo = (end: number) => tableFunction('range', [literal(end)], {}, 'numbers');
const i = column('range');
const ten: Query = select({ columns: [output(i, 'i')], from: numbersTo(10) });
/** Slow enough to be stopped. */
const forever: Query = select({
  columns: [output(aggregate('count', []), 'n')],
  from: joined(
    tableFunction('range', [literal(3_000_000)], {}, 'a'),
    'inner',
    tableFunction('range', [literal(3_000_000)], {}, 'b'),
    operator(operator(column('range', 'a'), '%', literal(7)), '<', operator(column('range', 'b'), '%', literal(5))),
  ),
});

describe('small results', () => {
  test('numbers, text, dates and lists come as plain data', async () => {
    const columns = await database.read(
      select({
        columns: [
          output(cast(literal('12.50'), 'DECIMAL(18,4)'), 'money'),
          output(cast(literal('9007199254740993'), 'BIGINT'), 'big'),
          output(cast(literal(7), 'HUGEINT'), 'small'),
          output(cast(literal('2024-02-29'), 'DATE'), 'day'),
          output(call('list_value', literal('a'), literal(null)), 'list'),
          output(literal('销售'), 'text'),
          output(literal(true), 'truth'),
        ],
      }),
    );
    expect(columns.rows()).toEqual([
      {
        money: 12.5,
        big: 9007199254740993n,
        small: 7,
        day: '2024-02-29',
        list: ['a', null],
        text: '销售',
        truth: true,
      },
    ]);
    expect(columns.types.get('money')).toBe('DECIMAL(18,4)');
  });

  test('asking for what is not there says so', async () => {
    const columns = await database.read(ten);
    expect(() => columns.numbers('j')).toThrow('no column "j"');
    expect(() => columns.texts('i')).toThrow('column "i" does not hold text');
  });

  test('a statement is prepared once and takes its numbers as parameters', async () => {
    const above = select({
      columns: [output(aggregate('count', []), 'n')],
      from: numbersTo(10),
      where: operator(i, '>=', parameter('low', 'DOUBLE')),
    });
    expect((await database.read(above, { low: 3 })).number('n')).toBe(7);
    expect((await database.read(above, { low: 8.5 })).number('n')).toBe(1);
    expect((await database.read(above, { low: '2' })).number('n')).toBe(8);
    await expect(database.read(above, {})).rejects.toThrow(DatabaseError);
  });

  test('a prepared statement follows a table that was made anew with other columns', async () => {
    const all = select({ every: true, from: table('changing') });
    await database.run({ kind: 'create', what: 'table', name: 'changing', query: ten });
    expect((await database.read(all)).names).toEqual(['i']);
    const other = select({ columns: [output(literal('x'), 'text')] });
    await database.run({ kind: 'create', what: 'table', name: 'changing', query: other });
    expect((await database.read(all)).rows()).toEqual([{ text: 'x' }]);
  });
});

describe('Arrow', () => {
  const people = select({
    columns: [
      output(i, 'id'),
      output(cast(i, 'DOUBLE'), 'size'),
      output(
        call('if', operator(operator(i, '%', literal(3)), '=', literal(0)), literal(null), cast(i, 'VARCHAR')),
        'name',
      ),
      output(
        call('if', operator(operator(i, '%', literal(2)), '=', literal(0)), literal('偶'), literal('odd')),
        'kind',
      ),
      output(operator(i, '>', literal(1)), 'late'),
      output(cast(operator(i, '%', literal(4)), 'UTINYINT'), 'state'),
    ],
    from: numbersTo(200_000),
    orderBy: [ascending(i)],
  });

  test('batches hold about 64k rows, with the metadata asked for, and survive the IPC stream', async () => {
    const fields = { kind: { dictionary: true, metadata: { role: 'dimension' } } };
    const bytes: Uint8Array[] = [];
    for await (const piece of toIpcStream(database.batches(people, {}, { fields }))) bytes.push(piece);
    const arrow = tableFromIPC(bytes);

    expect(arrow.numRows).toBe(200_000);
    expect(arrow.batches.length).toBe(4);
    expect(String(arrow.schema)).toBe(
      'Schema<{ 0: id: Int64, 1: size: Float64, 2: name: Utf8, 3: kind: Dictionary<Int32, Utf8>, 4: late: Bool, 5: state: Uint8 }>',
    );
    expect(arrow.schema.fields[3]!.metadata.get('role')).toBe('dimension');
    expect({ ...arrow.get(199_999)!.toJSON() }).toEqual({
      id: 199_999n,
      size: 199_999,
      name: '199999',
      kind: 'odd',
      late: true,
      state: 3,
    });
    expect({ ...arrow.get(0)!.toJSON() }).toEqual({ id: 0n, size: 0, name: null, kind: '偶', late: false, state: 0 });
    expect(arrow.getChild('name')!.nullCount).toBe(66_667);
  });

  test('gaps, short and long texts, and odd batch sizes come out as they went in', async () => {
    const gap = (every: number, value: ReturnType<typeof column>) =>
      call('if', operator(operator(i, '%', literal(every)), '=', literal(0)), literal(null), value);
    const query = select({
      columns: [
        output(gap(7, cast(i, 'DOUBLE')), 'x'),
        output(gap(5, call('repeat', literal('长'), operator(i, '%', literal(9)))), 'text'),
        output(cast(i, 'DECIMAL(18,4)'), 'money'),
      ],
      from: numbersTo(5_000),
      orderBy: [ascending(i)],
    });
    const rows: unknown[] = [];
    for await (const batch of database.batches(query, {}, { rowsPerBatch: 100 })) {
      for (const row of batch) rows.push(row.toJSON());
    }
    expect(rows).toEqual(
      Array.from({ length: 5_000 }, (_, at) => ({
        x: at % 7 === 0 ? null : at,
        text: at % 5 === 0 ? null : '长'.repeat(at % 9),
        money: at,
      })),
    );
  });

  test('an empty result is one batch without rows', async () => {
    const batches: RecordBatch[] = [];
    for await (const batch of database.batches({ ...people, limit: 0 })) batches.push(batch);
    expect(batches.map(({ numRows, numCols }) => [numRows, numCols])).toEqual([[0, 6]]);
  });

  test('other statements run while a stream is half read', async () => {
    await database.run({ kind: 'create', what: 'table', name: 'streamed', query: people });
    const stream = database.batches(select({ every: true, from: table('streamed') }))[Symbol.asyncIterator]();
    await stream.next();
    expect((await database.read(ten)).size).toBe(10);
    await database.run({ kind: 'create', what: 'table', name: 'streamed', query: ten });
    let rows = 0;
    for (let next = await stream.next(); !next.done; next = await stream.next()) rows += next.value.numRows;
    expect(rows).toBeGreaterThan(130_000);
  });
});

describe('stopping', () => {
  test('an abort signal stops a running statement and is the reason', async () => {
    const controller = new AbortController();
    const running = database.read(forever, {}, { signal: controller.signal });
    setTimeout(() => {
      controller.abort(new Error('no longer wanted'));
    }, 50);
    await expect(running).rejects.toThrow('no longer wanted');
    expect((await database.read(ten)).size).toBe(10);
  });

  test('interrupt is a plain error', async () => {
    const running = database.read(forever);
    setTimeout(() => {
      database.interrupt();
    }, 50);
    await expect(running).rejects.toMatchObject({ name: 'DatabaseError', problem: 'stopped' });
  });
});

describe('files', () => {
  const read = (path: string) =>
    database.read(select({ every: true, from: tableFunction('read_csv', [literal(path)]) }));

  test('nothing outside the given folders can be read, not through a link either', async () => {
    for (const path of [
      join(outside, 'secret.csv'),
      join(root, 'link.csv'),
      `${root}/../${outside}/secret.csv`,
      '/etc/passwd',
    ]) {
      await expect(read(path)).rejects.toMatchObject({ problem: 'file' });
    }
  });

  test('a damaged file is a plain sentence; what DuckDB said is only the cause', async () => {
    const broken = select({
      every: true,
      from: tableFunction('read_parquet', [literal(join(root, 'broken.parquet'))]),
    });
    const error: unknown = await database.read(broken).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseError);
    expect((error as DatabaseError).message).toBe(
      'A data file could not be read: it is damaged, not of the kind its name says, or may not be opened.',
    );
    expect(String((error as DatabaseError).cause)).toContain('magic bytes');
  });

  test('a result is written whole, to any place the caller names', async () => {
    const path = join(outside, 'result.csv');
    writeFileSync(path, 'old');
    const few = { ...ten, where: operator(i, '<', parameter('end', 'BIGINT')) };
    await database.writeFile(few, { end: 2 }, path, 'csv');
    expect(readFileSync(path, 'utf8')).toBe('i\n0\n1\n');
    await database.writeFile(ten, {}, join(root, 'ten.parquet'), 'parquet');
    const back = select({ every: true, from: tableFunction('read_parquet', [literal(join(root, 'ten.parquet'))]) });
    expect((await database.read(back)).size).toBe(10);
    expect(readdirSync(outside).sort()).toEqual(['result.csv', 'secret.csv']);
  });

  test('the private folder is gone after close', async () => {
    const other = await openDuckDB({ readable: [root] });
    const folder = dirname(other.temporaryPath('csv'));
    expect(readdirSync(dirname(folder))).toContain(folder.split('/').at(-1));
    await other.close();
    expect(readdirSync(dirname(folder))).not.toContain(folder.split('/').at(-1));
  });
});
