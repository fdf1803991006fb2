/**
 * Judge and score at one million accounts: the SQL that Benchbook makes of the coverage rulebook against the same logic written by hand,
 * on the same measured table, in interleaved pairs. Both make a table; the tables are compared row by row first.
 */
import { check, parse } from '@benchbook/dsl';
import { DuckDBInstance } from '@duckdb/node-api';
import { planRun } from '../packages/engine/dist/plan/plan-run.js';
import { printQuery } from '../packages/engine/dist/sql/duckdb-printer.js';
import { judge } from '../packages/engine/dist/sql/judge.js';
import { measure } from '../packages/engine/dist/sql/measure.js';
import { chooseMembers, listCandidates } from '../packages/engine/dist/sql/members.js';
import { ParameterSheet } from '../packages/engine/dist/sql/parameters.js';
import { subquery, table } from '../packages/engine/dist/sql/query.js';
import { largeData, root } from './large-data.mjs';
import { ms, pairs, print, times } from './measure.mjs';
import { rulebookAt } from './rulebook-at.mjs';

process.chdir(root);
const folder = largeData('1m');
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const tables = (source) => `source_${source}`;
await connection.run(
  `CREATE TABLE source_accounts AS SELECT account_id, name, industry, CAST("Revenue" AS DECIMAL(18,4)) AS annual_revenue, CAST("Headcount" AS BIGINT) AS employees FROM '${folder}/accounts.parquet'`,
);
await connection.run(
  `CREATE TABLE source_contacts AS SELECT account_id, department, level FROM '${folder}/contacts.parquet'`,
);

const PAIRS = 15;
const rows = [];
for (const [name, apply, thresholds] of [
  ['generic', 'generic', () => ['5.0', '15', '60']],
  [
    'by industry',
    'by_industry',
    (of) => [
      byIndustry(of, [8, 10, 6, 5, 7], 5),
      byIndustry(of, [20, 25, 18, 15, 18], 15),
      byIndustry(of, [80, 85, 75, 70, 75], 60),
    ],
  ],
]) {
  const text = rulebookAt(folder, { everyone: true }).replace(/^apply generic to/m, `apply ${apply} to`);
  const { model } = check(parse('coverage.bench', text));
  const plan = planRun(model, model.populations[0]);
  await create('members', (sheet) =>
    chooseMembers(plan, subquery(listCandidates(plan, tables, sheet), 'candidates'), sheet, null),
  );
  await create('measured', (sheet) => measure(plan, tables, 'members', sheet));
  const sheet = new ParameterSheet();
  const ours = await connection.prepare(
    `CREATE OR REPLACE TABLE ours AS ${printQuery(judge(plan, table('measured'), tables, sheet))}`,
  );
  ours.bind(sheet.values);
  const theirs = await connection.prepare(
    `CREATE OR REPLACE TABLE theirs AS ${byHand(thresholds('"column.industry"'))}`,
  );
  await ours.run();
  await theirs.run();
  await mustAgree();
  const result = await pairs(
    () => ours.run(),
    () => theirs.run(),
    PAIRS,
  );
  rows.push([
    name,
    ms(result.a),
    ms(result.b),
    times(result.ratio),
    `${times(result.spread[0])} – ${times(result.spread[1])}`,
  ]);
}
print([`1,000,000 accounts, ${PAIRS} pairs`, 'Benchbook', 'by hand', 'ratio', 'spread'], rows);

async function create(name, build) {
  const sheet = new ParameterSheet();
  const statement = await connection.prepare(`CREATE OR REPLACE TABLE ${name} AS ${printQuery(build(sheet))}`);
  statement.bind(sheet.values);
  await statement.run();
}

function byIndustry(column, values, otherwise) {
  const names = ['金融服务业', '科技业', '制药业', '制造业', '零售业'];
  return `CASE ${names.map((name, index) => `WHEN ${column} = '${name}' THEN ${values[index]}`).join(' ')} WHEN ${column} IS NOT NULL THEN ${otherwise} END`;
}

/** What an analyst who knows SQL well would write; ratios in integers, unknown where an industry is missing. */
function byHand([density, share, coverage]) {
  return `
    WITH asked AS (
      SELECT *, ${density}::DOUBLE AS density_at, ${share}::BIGINT AS share_at, ${coverage}::BIGINT AS coverage_at FROM measured
    ), judged AS (
      SELECT *,
        CASE WHEN "metric.contact_density" >= density_at THEN 1 WHEN "metric.contact_density" < density_at THEN 0 ELSE 2 END::UTINYINT AS density_state,
        CASE WHEN "metric.decision_share.numerator" * 100 >= share_at * "metric.decision_share.denominator" THEN 1
             WHEN "metric.decision_share.numerator" * 100 < share_at * "metric.decision_share.denominator" THEN 0 ELSE 2 END::UTINYINT AS share_state,
        CASE WHEN "metric.department_coverage.numerator" * 100 >= coverage_at * "metric.department_coverage.denominator" THEN 1
             WHEN "metric.department_coverage.numerator" * 100 < coverage_at * "metric.department_coverage.denominator" THEN 0 ELSE 2 END::UTINYINT AS coverage_state
      FROM asked
    ), counted AS (
      SELECT *,
        ((density_state = 0)::UTINYINT + (share_state = 0)::UTINYINT + (coverage_state = 0)::UTINYINT)::UTINYINT AS failed,
        ((density_state = 1)::UTINYINT + (share_state = 1)::UTINYINT + (coverage_state = 1)::UTINYINT)::UTINYINT AS passed,
        ((density_state = 2)::UTINYINT + (share_state = 2)::UTINYINT + (coverage_state = 2)::UTINYINT)::UTINYINT AS unknown,
        CASE density_state WHEN 1 THEN 0.0::DOUBLE WHEN 0 THEN greatest(0, least(1, (density_at - "metric.contact_density") / density_at)) END AS density_short,
        CASE share_state WHEN 1 THEN 0.0::DOUBLE WHEN 0 THEN greatest(0, least(1, (share_at / 100 - "metric.decision_share") / (share_at / 100))) END AS share_short,
        CASE coverage_state WHEN 1 THEN 0.0::DOUBLE WHEN 0 THEN greatest(0, least(1, (coverage_at / 100 - "metric.department_coverage") / (coverage_at / 100))) END AS coverage_short
      FROM judged
    ), levelled AS (
      SELECT *,
        (coalesce(density_short, 0) + coalesce(share_short, 0) + coalesce(coverage_short, 0)) / nullif(failed + passed, 0)::DOUBLE AS short,
        CASE WHEN unknown = 0 OR (failed >= 2) THEN CASE WHEN failed >= 2 THEN 1 WHEN failed = 1 THEN 2 WHEN failed = 0 THEN 3 END END::UTINYINT AS level
      FROM counted
    ), termed AS (
      SELECT *, percent_rank_1 AS revenue_term, CASE level WHEN 1 THEN 3 WHEN 2 THEN 2 WHEN 3 THEN 1 END::DOUBLE AS risk_term, short AS gap_term FROM levelled
    )
    SELECT *, 10 * (0.4::DOUBLE * revenue_term + 0.3::DOUBLE * risk_term + 0.3::DOUBLE * gap_term) AS priority FROM termed`;
}

/** The hand-written query is a fair rival only if it answers the same. */
async function mustAgree() {
  const reader = await connection.runAndReadAll(`
    SELECT count(*) FROM ours JOIN theirs USING (key)
    WHERE ours."level.risk" IS DISTINCT FROM theirs.level OR abs(ours."score.priority" - theirs.priority) > 1e-9
       OR (ours."score.priority" IS NULL) <> (theirs.priority IS NULL)`);
  const different = Number(reader.getRowsJS()[0][0]);
  if (different > 0) throw new Error(`${different} accounts are judged differently by hand`);
}
