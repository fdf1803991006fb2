/**
 * Delivery of a ranked table of some 200,000 accounts: Arrow record batches against row objects turned to JSON, from the same file by
 * the same database.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '@benchbook/engine';
import { DuckDBInstance } from '@duckdb/node-api';
import { openDuckDB } from '../packages/engine/dist/database/duckdb-node.js';
import { toIpcStream } from '../packages/engine/dist/database/ipc.js';
import { literal } from '../packages/engine/dist/sql/expression.js';
import { select, tableFunction } from '../packages/engine/dist/sql/query.js';
import { largeData, root } from './large-data.mjs';
import { ms, pairs, perSecond, print, times } from './measure.mjs';
import { rulebookAt } from './rulebook-at.mjs';

process.chdir(root);
const PAIRS = 7;
const folder = path.join('.benchbook', 'bench');
mkdirSync(folder, { recursive: true });
const rulebook = path.join(folder, 'coverage.bench');
const file = path.join(root, folder, 'ranking.parquet');
writeFileSync(rulebook, rulebookAt(largeData('1m')));

const workbook = await openWorkbook({ root, file: rulebook });
const run = await workbook.run((await workbook.read()).model);
const rows = (await run.report('en', { ranking: 1 })).population.size;
await run.writeRanking(file, 'parquet');
await workbook.close();

const database = await openDuckDB({ readable: [root] });
const query = select({ every: true, from: tableFunction('read_parquet', [literal(file)]) });
const dictionary = { dictionary: true };
const fields = { industry: dictionary, size: dictionary, risk: dictionary, service: dictionary };
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();

let arrowBytes = 0;
let jsonBytes = 0;
const arrow = async () => {
  arrowBytes = 0;
  for await (const piece of toIpcStream(database.batches(query, {}, { fields }))) arrowBytes += piece.length;
};
const json = async () => {
  const reader = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
  jsonBytes = Buffer.byteLength(JSON.stringify(reader.getRowObjectsJson()));
};
const result = await pairs(arrow, json, PAIRS);
const columns = (await connection.runAndReadAll(`SELECT * FROM '${file}' LIMIT 0`)).columnNames().length;
print(
  [`${rows.toLocaleString('en-US')} rows × ${columns} columns, ${PAIRS} pairs`, 'median', 'rows', 'size'],
  [
    ['Arrow IPC stream', ms(result.a), perSecond(rows, result.a), `${(arrowBytes / 2 ** 20).toFixed(1)} MB`],
    ['row objects as JSON', ms(result.b), perSecond(rows, result.b), `${(jsonBytes / 2 ** 20).toFixed(1)} MB`],
    [
      'Arrow is faster by',
      times(1 / result.ratio),
      `${times(1 / result.spread[1])} – ${times(1 / result.spread[0])}`,
      '',
    ],
  ],
);
await database.close();
rmSync(folder, { recursive: true, force: true });
