/** Delivery of a large table: Arrow record batches against row objects turned to JSON, from the same query on the same connection. */
import { DuckDBInstance } from '@duckdb/node-api';
import { openDuckDB } from '../packages/engine/dist/database/duckdb-node.js';
import { toIpcStream } from '../packages/engine/dist/database/ipc.js';
import { column, literal } from '../packages/engine/dist/sql/expression.js';
import { output, select, tableFunction } from '../packages/engine/dist/sql/query.js';
import { largeData, root } from './large-data.mjs';
import { ms, pairs, perSecond, print, times } from './measure.mjs';

process.chdir(root);
const file = `${largeData('1m')}/accounts.parquet`;
const ROWS = 200_000;
const PAIRS = 7;

const database = await openDuckDB({ readable: [root] });
const names = ['account_id', 'name', 'industry', 'Revenue', 'Headcount'];
const query = select({
  columns: names.map((name) => output(column(name), name)),
  from: tableFunction('read_parquet', [literal(`${root}/${file}`)]),
  limit: ROWS,
});

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();

let arrowBytes = 0;
let jsonBytes = 0;
const arrow = async () => {
  arrowBytes = 0;
  for await (const piece of toIpcStream(database.batches(query, {}, { fields: { industry: { dictionary: true } } })))
    arrowBytes += piece.length;
};
const json = async () => {
  const reader = await connection.runAndReadAll(
    `SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM '${file}' LIMIT ${ROWS}`,
  );
  jsonBytes = Buffer.byteLength(JSON.stringify(reader.getRowObjectsJson()));
};
const result = await pairs(arrow, json, PAIRS);
print(
  [`${ROWS.toLocaleString('en-US')} rows × ${names.length} columns, ${PAIRS} pairs`, 'median', 'rows', 'size'],
  [
    ['Arrow IPC stream', ms(result.a), perSecond(ROWS, result.a), `${(arrowBytes / 2 ** 20).toFixed(1)} MB`],
    ['row objects as JSON', ms(result.b), perSecond(ROWS, result.b), `${(jsonBytes / 2 ** 20).toFixed(1)} MB`],
    [
      'Arrow is faster by',
      times(1 / result.ratio),
      `${times(1 / result.spread[1])} – ${times(1 / result.spread[0])}`,
      '',
    ],
  ],
);
await database.close();
