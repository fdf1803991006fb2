import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { generateCoverage } from '../../../data/src/coverage.js';
import { defaultSeed } from '../../../data/src/options.js';
import { applyScenario, openWorkbook, type Report, type Run, type WorkbookOptions } from '../src/index.js';
import { modelOf } from './support/project.js';

/**
 * The published report, recomputed from rows by its own rulebook, and once more by SQL written here by hand, which knows nothing of the
 * engine: every account must come out the same.
 */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const RULEBOOK = 'scenarios/coverage/coverage.bench';

let root: string;
let text: string;
let sql: DuckDBConnection;

beforeAll(async () => {
  root = await mkdtemp(join(await realpath(tmpdir()), 'benchbook-coverage-'));
  await mkdir(join(root, dirname(RULEBOOK)), { recursive: true });
  await cp(join(repository, RULEBOOK), join(root, RULEBOOK));
  await generateCoverage(defaultSeed, join(root, 'data/coverage'));
  text = await readFile(join(root, RULEBOOK), 'utf8');
  const instance = await DuckDBInstance.create();
  sql = await instance.connect();
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs a rulebook's text on the generated data. */
async function ran(
  rulebook: string,
  { scenario = null, ...options }: Partial<WorkbookOptions> & { readonly scenario?: string | null } = {},
): Promise<{ run: Run; report: Report }> {
  const file = `${RULEBOOK.replace('.bench', '')}-${Math.random().toString(36).slice(2)}.bench`;
  await writeFile(join(root, file), rulebook);
  const book = await openWorkbook({ root, file, ...options });
  onTestFinished(() => book.close());
  const run = await book.run(applyScenario(await modelOf(book), scenario));
  return { run, report: await run.report('en') };
}

const applying = (benchmarks: string): string =>
  text.replace('apply generic to key_accounts', `apply ${benchmarks} to key_accounts`);

/** The key accounts with their three measures, from the files alone. */
const measures = (folder: string): string => `
  WITH accounts AS (
    SELECT account_id, CASE industry WHEN '金融服务' THEN '金融服务业' ELSE industry END AS industry,
           TRY_CAST("Headcount" AS BIGINT) AS employees, TRY_CAST("Revenue" AS DECIMAL(18, 2)) AS revenue
    FROM read_csv('${folder}/accounts.csv', all_varchar = true)
  ), chosen AS (
    SELECT *, row_number() OVER (ORDER BY revenue DESC, account_id) AS place FROM accounts WHERE revenue > 0
  ), keys AS (
    SELECT * FROM chosen WHERE place <= ceil((SELECT count(*) FROM chosen) * 20 / 100)
  ), people AS (
    SELECT account_id, count(*) AS people,
           count(*) FILTER (WHERE level IN ('C-level', 'VP')) AS deciders,
           count(DISTINCT department) FILTER (WHERE department IN ('销售', '财务', '运营', 'IT', 'HR')) AS departments
    FROM read_csv('${folder}/contacts.csv', all_varchar = true) GROUP BY account_id
  )
  SELECT k.account_id, k.industry, k.employees, k.revenue, coalesce(p.people, 0) AS people,
         coalesce(p.deciders, 0) AS deciders, coalesce(p.departments, 0) AS departments
  FROM keys k LEFT JOIN people p USING (account_id)`;

/** Whether each measure fails, as SQL: true, false, or NULL where it cannot be told. Whole numbers on both sides, so that nothing is rounded. */
interface Failing {
  readonly density: string;
  readonly share: string;
  readonly coverage: string;
}

const failing = (asked: Readonly<Record<keyof Failing, string>>): Failing => ({
  density: `people * 100000000 < ${asked.density} * revenue`,
  share: `CASE WHEN people = 0 THEN 0 < ${asked.share} ELSE deciders * 100 < ${asked.share} * people END`,
  coverage: `departments * 100 < ${asked.coverage} * 5`,
});

/** The level of every key account: told only if it is the same whether what is unknown fails or passes. */
async function levelsBySql({ density, share, coverage }: Failing): Promise<Readonly<Record<string, string | null>>> {
  const label = (failed: string): string =>
    `CASE WHEN ${failed} >= 2 THEN 'high' WHEN ${failed} = 1 THEN 'medium' ELSE 'low' END`;
  const count = (unknown: string): string =>
    [density, share, coverage].map((fails) => `coalesce((${fails})::INT, ${unknown})`).join(' + ');
  const rows = await sql.runAndReadAll(`
    WITH measured AS (${measures(join(root, 'data/coverage'))}),
    counted AS (SELECT account_id, ${count('0')} AS least, ${count('1')} AS most FROM measured)
    SELECT account_id, CASE WHEN ${label('least')} = ${label('most')} THEN ${label('least')} END FROM counted ORDER BY account_id`);
  return Object.fromEntries(rows.getRows().map(([key, risk]) => [String(key), typeof risk === 'string' ? risk : null]));
}

const GENERIC = failing({ density: '5', share: '15', coverage: '60' });

/** The report's industry table; `other` is what is asked of everybody else, and NULL where nothing can be. */
const byIndustry = (other: (asked: number) => string): Failing =>
  failing({
    density: `CASE industry WHEN '金融服务业' THEN 8 WHEN '科技业' THEN 10 WHEN '制药业' THEN 6 WHEN '制造业' THEN 5 WHEN '零售业' THEN 7 ELSE ${other(5)} END`,
    share: `CASE industry WHEN '金融服务业' THEN 20 WHEN '科技业' THEN 25 WHEN '制药业' THEN 18 WHEN '制造业' THEN 15 WHEN '零售业' THEN 18 ELSE ${other(15)} END`,
    coverage: `CASE industry WHEN '金融服务业' THEN 80 WHEN '科技业' THEN 85 WHEN '制药业' THEN 75 WHEN '制造业' THEN 70 WHEN '零售业' THEN 75 ELSE ${other(60)} END`,
  });
const BY_KNOWN_INDUSTRY = byIndustry((asked) => `(CASE WHEN industry IS NOT NULL THEN ${asked} END)`);

function levelsOf({ ranking }: Report): Readonly<Record<string, string | null>> {
  const byKey = [...ranking].sort((one, other) => (one.key < other.key ? -1 : 1));
  return Object.fromEntries(byKey.map(({ key, level }) => [key, level]));
}

function census(levels: Readonly<Record<string, string | null>>): unknown {
  const of = (label: string | null): number => Object.values(levels).filter((level) => level === label).length;
  return { high: of('high'), medium: of('medium'), low: of('low'), unknown: of(null) };
}

test('the published figures come out, as they are printed', async () => {
  const { report } = await ran(text);
  expect(report.population).toMatchObject({ size: 1_407, of: 7_035 });
  expect(report.levels.risk).toEqual({ high: 1_339, medium: 67, low: 1, unknown: 0 });
  expect(report.metrics.contact_density?.display.mean).toBe('186.41');
  expect(report.metrics.decision_share?.display.mean).toBe('1.73%');
  expect(report.metrics.department_coverage?.display.mean).toBe('14.56%');
  // Published as 95.1%: cut off, where ours is rounded; and it counts the high ones alone.
  expect(
    report.level_details[0]?.labels.map(({ share_display, cumulative_display }) => [share_display, cumulative_display]),
  ).toEqual([
    ['95.2%', '95.2%'],
    ['4.8%', '99.9%'],
    ['0.1%', '100.0%'],
  ]);
});

test('the five highest priorities are those published, none with a contact', async () => {
  const { report } = await ran(text);
  expect(
    report.ranking
      .slice(0, 5)
      .map(({ rank, name, industry, level, score_display, metrics }) => [
        rank,
        name,
        industry,
        level,
        score_display,
        metrics.contact_density,
      ]),
  ).toEqual([
    [1, 'Shaw Inc', '金融服务业', 'high', '16.00', 0],
    [2, 'Gonzalez Inc', '科技业', 'high', '15.99', 0],
    [3, 'George, Davis and Hill', '金融服务业', 'high', '15.99', 0],
    [4, 'Castillo Ltd', '医疗', 'high', '15.98', 0],
    [5, 'Lewis, Clark and Drake', '制药业', 'high', '15.97', 0],
  ]);
});

test('by the generic benchmark, SQL by hand judges every account the same', async () => {
  const { report } = await ran(text);
  const byHand = await levelsBySql(GENERIC);
  expect(census(byHand)).toEqual({ high: 1_339, medium: 67, low: 1, unknown: 0 });
  expect(levelsOf(report)).toEqual(byHand);
});

test("by the report's own industry table, which its census did not use", async () => {
  const { report } = await ran(applying('by_industry'));
  const byHand = await levelsBySql(BY_KNOWN_INDUSTRY);
  expect(census(byHand)).toEqual({ high: 1_353, medium: 43, low: 0, unknown: 11 });
  expect(report.levels.risk).toEqual({ high: 1_353, medium: 43, low: 0, unknown: 11 });
  expect(levelsOf(report)).toEqual(byHand);
  expect(report.notices.find(({ code }) => code === 'R308')?.text).toBe(
    'No row of by_industry can be told for 11: their industry is missing or not listed. Add a `missing` or an `else` row to decide.',
  );
});

test('a row for `missing` decides for the eleven without an industry', async () => {
  const row = '  | else       | >= 5            | >= 15%         | >= 60%              |\n';
  const { report } = await ran(applying('by_industry').replace(row, `${row}${row.replace('else   ', 'missing')}`));
  const byHand = await levelsBySql(byIndustry(String));
  expect(census(byHand)).toEqual({ high: 1_364, medium: 43, low: 0, unknown: 0 });
  expect(report.levels.risk).toEqual({ high: 1_364, medium: 43, low: 0, unknown: 0 });
  expect(levelsOf(report)).toEqual(byHand);
});

test('by industry and size, the strictest of both: one certain failure fails, whatever the other would ask', async () => {
  const { report } = await ran(applying('strictest(by_industry, by_size)'));
  const byHand = await levelsBySql({
    ...BY_KNOWN_INDUSTRY,
    density: `(${BY_KNOWN_INDUSTRY.density}) OR (CASE WHEN employees >= 1000 THEN people * 100000000 < 12 * revenue WHEN employees < 1000 THEN false END)`,
  });
  expect(census(byHand)).toEqual({ high: 1_353, medium: 43, low: 0, unknown: 11 });
  expect(report.levels.risk).toEqual(census(byHand));
  expect(levelsOf(report)).toEqual(byHand);
});

const SCENARIOS = `
scenario by_trade
  apply by_industry to key_accounts
  set by_industry[零售业].decision_share to >= 10%
  scale by_industry.department_coverage by 50% except [else]
scenario milder
  set generic.contact_density to 1
  shift generic.decision_share by -10pp
  shift generic.department_coverage by -20pp
scenario mildest from milder
  shift generic.department_coverage by -20pp
`;

test('under a scenario, SQL by hand judges every account the same', async () => {
  const { report } = await ran(`${text}${SCENARIOS}`, { scenario: 'milder' });
  const byHand = await levelsBySql(failing({ density: '1', share: '5', coverage: '40' }));
  expect(census(byHand)).toEqual({ high: 1_118, medium: 252, low: 37, unknown: 0 });
  expect(report.levels.risk).toEqual(census(byHand));
  expect(levelsOf(report)).toEqual(byHand);
});

test('under a scenario on top of another, and under other benchmarks', async () => {
  const { report: mildest } = await ran(`${text}${SCENARIOS}`, { scenario: 'mildest' });
  const byHand = await levelsBySql(failing({ density: '1', share: '5', coverage: '20' }));
  expect(census(byHand)).toEqual({ high: 688, medium: 660, low: 59, unknown: 0 });
  expect(levelsOf(mildest)).toEqual(byHand);

  const { report: trade } = await ran(`${text}${SCENARIOS}`, { scenario: 'by_trade' });
  const known = (asked: number): string => `(CASE WHEN industry IS NOT NULL THEN ${asked} END)`;
  const tradeByHand = await levelsBySql({
    ...BY_KNOWN_INDUSTRY,
    ...failing({
      density: '0',
      share: `CASE industry WHEN '金融服务业' THEN 20 WHEN '科技业' THEN 25 WHEN '制药业' THEN 18 WHEN '制造业' THEN 15 WHEN '零售业' THEN 10 ELSE ${known(15)} END`,
      coverage: `CASE industry WHEN '金融服务业' THEN 40 WHEN '科技业' THEN 42.5 WHEN '制药业' THEN 37.5 WHEN '制造业' THEN 35 WHEN '零售业' THEN 37.5 ELSE ${known(60)} END`,
    }),
    density: BY_KNOWN_INDUSTRY.density,
  });
  expect(trade.levels.risk).toEqual(census(tradeByHand));
  expect(levelsOf(trade)).toEqual(tradeByHand);
});

test('Parquet and CSV give one report', async () => {
  const [csv, parquet] = await Promise.all([ran(text), ran(text.replaceAll('.csv"', '.parquet"'))]);
  const plain = ({ report }: { report: Report }): unknown => {
    const sources = report.sources.map((source) => ({ ...source, path: null }));
    const notices = report.notices.map(({ code, text: said, count }) => [
      code,
      said.replaceAll('.parquet', '.csv'),
      count,
    ]);
    const told = JSON.stringify({ ...report, fingerprint: null, rulebook: null, sources, notices });
    // Each of the two is read from a file of its own.
    return JSON.parse(told.replaceAll(report.rulebook.file, RULEBOOK));
  };
  expect(plain(parquet)).toEqual(plain(csv));
  expect(parquet.report.fingerprint).not.toBe(csv.report.fingerprint);
});

test('one thread and two give the same bytes', async () => {
  const bytes = async (threads: number): Promise<readonly string[]> => {
    const file = RULEBOOK;
    const book = await openWorkbook({ root, file, threads });
    onTestFinished(() => book.close());
    const run = await book.run(await modelOf(book));
    const pieces: Uint8Array[] = [];
    for await (const piece of run.ranking()) pieces.push(piece);
    return [JSON.stringify(await run.report('zh')), Buffer.concat(pieces).toString('base64')];
  };
  const [one, two] = [await bytes(1), await bytes(2)];
  expect(two[0]).toBe(one[0]);
  expect(two[1] === one[1]).toBe(true);
});

test('one contact more at the right account changes the answer', async () => {
  const { report: before } = await ran(text);
  const shaw = before.ranking[0];
  const contacts = await readFile(join(root, 'data/coverage/contacts.csv'), 'utf8');
  const [header = ''] = contacts.split('\n');
  const row = header
    .split(',')
    .map(
      (column) => ({ contact_id: 'X-1', account_id: shaw?.key, department: '财务', level: 'VP' })[column.trim()] ?? '',
    )
    .join(',');
  await writeFile(join(root, 'data/coverage/more.csv'), `${contacts.trimEnd()}\n${row}\n`);
  const { report: after, run } = await ran(text.replace('contacts.csv', 'more.csv'));
  expect(shaw?.name).toBe('Shaw Inc');
  const explained = await run.explain('Shaw Inc', 'en');
  expect(explained?.metrics.map(({ value, state }) => [value, state])).not.toEqual([
    [0, 'failed'],
    [0, 'failed'],
    [0, 'failed'],
  ]);
  expect(after.metrics.decision_share?.mean).toBeGreaterThan(before.metrics.decision_share?.mean ?? 1);
  expect(after.ranking[0]?.name).toBe('Gonzalez Inc');
  expect(after.fingerprint).not.toBe(before.fingerprint);
});

test('the tests of the rulebook pass', async () => {
  const book = await openWorkbook({ root, file: RULEBOOK });
  onTestFinished(() => book.close());
  const results = await book.test(await modelOf(book));
  expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(8);
});
