/**
 * What-ifs on finished runs: a threshold dragged through 200 positions and swept over 1,000, at several sizes, against the census as one would write it
 * in SQL on the same measured table, in the same run. The first question reads the population into cells; every further one looks figures up.
 */
import { check, parse, readOverrides } from '@benchbook/dsl';
import { openWorkbook } from '@benchbook/engine';
import { DuckDBInstance } from '@duckdb/node-api';
import path from 'node:path';
import { largeData, root } from './large-data.mjs';
import { median, ms, print, time, times } from './measure.mjs';
import { rulebookAt } from './rulebook-at.mjs';

process.chdir(root);
const SIZES = process.env.BENCHBOOK_BENCH_LARGE === undefined ? ['100k', '1m'] : ['100k', '1m', '10m'];
const DRAGGED = 200;
const BY_HAND = 15;
const SWEEP = 'sweep generic.decision_share over 0%..99.9% step 0.1%\n  report count(risk = high of key_accounts)\n';

const rows = [];
for (const size of SIZES) {
  const folder = largeData(size);
  const text = `${rulebookAt(folder, { everyone: true }).replace(/^test [\s\S]*$/m, '')}\n${SWEEP}`;
  const { model } = check(parse('coverage.bench', text));
  const book = await openWorkbook({ root, file: path.join(root, 'scenarios/coverage/coverage.bench') });
  const run = await book.run(model);
  const at = (tenths) => readOverrides(model, [`generic.decision_share=${tenths / 10}%`]);
  const first = await time(() => book.whatIf(model, at(150), { flows: false }));
  const dragged = [];
  for (let index = 0; index < DRAGGED; index += 1) {
    const changes = at(100 + index);
    dragged.push(await time(() => book.whatIf(model, changes, { flows: false })));
  }
  const swept = await time(() => book.sweep(model, model.sweeps[0]));
  const hand = await byHand(folder);
  const byOurs = (await book.whatIf(model, at(123), { flows: false })).whole.levels.risk;
  const byTheirs = await hand.census(12.3);
  if (byOurs.high !== byTheirs.high || byOurs.low !== byTheirs.low)
    throw new Error(`not the same census: ${JSON.stringify([byOurs, byTheirs])}`);
  const asked = [];
  for (let index = 0; index < BY_HAND; index += 1) asked.push(await time(() => hand.census(10 + index)));
  const sorted = dragged.toSorted((a, b) => a - b);
  const judged = (await run.report('en', { ranking: 0 })).population.size;
  rows.push([
    judged.toLocaleString('en-US'),
    ms(first),
    ms(median(sorted)),
    ms(sorted[Math.floor(DRAGGED * 0.95)]),
    ms(swept),
    ms(median(asked)),
    times(median(asked) / median(sorted)),
  ]);
  await hand.close();
  await book.close();
}
print(
  [
    'accounts',
    'first, into cells',
    'dragged: p50',
    'p95',
    '1,000 points',
    'one census by hand in SQL',
    'by hand / p50',
  ],
  rows,
);

/** The census of one share asked, as an analyst who knows SQL well would count it on a table of measures. */
async function byHand(folder) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE measured AS
    SELECT a.account_id, any_value(CAST("Revenue" AS DOUBLE)) AS revenue, count(c.account_id) AS contacts,
      count(*) FILTER (level IN ('C-level', 'VP')) AS deciding,
      count(DISTINCT department) FILTER (department IN ('销售', '财务', '运营', 'IT', 'HR')) AS departments
    FROM '${folder}/accounts.parquet' a LEFT JOIN '${folder}/contacts.parquet' c USING (account_id)
    WHERE CAST("Revenue" AS DOUBLE) > 0 GROUP BY a.account_id`);
  const statement = await connection.prepare(`SELECT failed, count(*) AS n FROM (
    SELECT (contacts * 1e8 / revenue < 5)::INT + (coalesce(deciding * 100 < ? * nullif(contacts, 0), true))::INT
      + (departments * 100 < 60 * 5)::INT AS failed FROM measured) GROUP BY failed`);
  return {
    census: async (percent) => {
      statement.bindDouble(1, percent);
      const found = (await statement.runAndReadAll()).getRows().map(([failed, n]) => [Number(failed), Number(n)]);
      const of = (isMeant) => found.reduce((sum, [failed, n]) => sum + (isMeant(failed) ? n : 0), 0);
      return { high: of((failed) => failed >= 2), low: of((failed) => failed === 0) };
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
