import { onTestFinished, describe, expect, test } from 'vitest';
import { openWorkbook, runNotebook, type CellResult, type NotebookRun } from '../../src/index.js';
import { project } from '../support/project.js';

const rules = `rulebook shops
source shops from "shops.csv" key id
  | column | type  |
  | id     | text  |
  | name   | text  |
  | area   | text  |
  | staff  | count |
  | visits | count |
population all_shops of shops
metric visits_each "Visits each" zh "人均来访" in visits per person
  = visits / staff
metric headcount in person
  = staff
benchmark plain
  | visits_each | headcount |
  | >= 10       | >= 3      |
apply plain to all_shops
level health "Health" zh "状况"
  | failed | health |
  | >= 1   | weak   |
  | 0      | sound  |
score size of all_shops
  | term  | weight | value |
  | staff | 100%   | staff |
`;
const shops = `id,name,area,staff,visits
s1,Anna,north,4,80
s2,Boris,north,5,60
s3,Chen,south,4,20
s4,Dora,south,1,40
`;

async function ran(cells: string, language: 'en' | 'zh' = 'en'): Promise<NotebookRun> {
  const root = await project({
    'rules.bench': rules,
    'shops.csv': shops,
    'story.md': `# Story\n\n\`\`\`bench hidden\nuse "rules.bench"\n\`\`\`\n\n${cells}`,
  });
  const book = await openWorkbook({ root, file: 'story.md' });
  onTestFinished(() => book.close());
  const reading = await book.read();
  if (reading.model === null) throw new Error('nothing to run');
  expect(reading.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return runNotebook(book, reading, reading.model, { language });
}

/** What stands under the cells after the first, which only uses the rules. */
const resultsOf = async (cells: string, language: 'en' | 'zh' = 'en'): Promise<readonly CellResult[]> =>
  (await ran(cells, language)).cells.slice(1).flatMap(({ results }) => results);

const bench = (text: string, words = ''): string => `\`\`\`bench ${words}\n${text}\n\`\`\`\n`;
const sql = (text: string, words = ''): string => `\`\`\`sql ${words}\n${text}\n\`\`\`\n`;

const rowsOf = (results: readonly CellResult[]) =>
  results.map((result) => (result.kind === 'figure' ? result.figure.rows : result.kind));
const said = (results: readonly CellResult[]) =>
  results.map((result) =>
    result.kind === 'notice' ? `${String(result.notice.line)}: ${result.notice.text}` : result.kind,
  );

describe('cells of rules', () => {
  test('results stand in the order of the declarations, whatever stands below them', async () => {
    const results = await resultsOf(
      bench('show health\npopulation northern of shops\n  where area = "north"\ncheck count(all_shops) = least') +
        bench('param least = 4'),
    );
    expect(rowsOf(results)).toEqual([
      [
        ['weak', 2],
        ['sound', 2],
      ],
      'statements',
    ]);
    expect(results.at(-1)).toEqual({
      kind: 'statements',
      statements: [
        { about: 'population', text: 'northern: 2 of 4 shops', met: null },
        { about: 'check', text: 'count(all_shops) = least: 4', met: true },
      ],
    });
  });

  test('a scenario tells what it changes and what that comes to', async () => {
    const results = await resultsOf(bench('scenario strict "Strict"\n  set plain.visits_each to >= 15'));
    expect(results[0]).toEqual({
      kind: 'statements',
      statements: [{ about: 'change', text: 'plain.visits_each: >= 10 → >= 15', met: null }],
    });
    expect(rowsOf(results.slice(1))).toEqual([
      [
        ['base', 'weak', 2],
        ['base', 'sound', 2],
        ['Strict', 'weak', 3],
        ['Strict', 'sound', 1],
      ],
    ]);
  });

  test('a cell under a scenario shows its results', async () => {
    const results = await resultsOf(
      bench('scenario strict\n  set plain.visits_each to >= 15', 'hidden') + bench('show health', 'under strict'),
    );
    expect(rowsOf(results).at(-1)).toEqual([
      ['weak', 3],
      ['sound', 1],
    ]);
  });

  test('a difference counts who moves where and names the number that did it', async () => {
    const results = await resultsOf(
      bench('scenario strict "Strict"\n  set plain.visits_each to >= 15\nshow diff(base, strict)'),
    );
    expect(rowsOf(results.slice(2))).toEqual([
      [
        ['weak', 'weak', 2],
        ['sound', 'weak', 1],
        ['sound', 'sound', 1],
      ],
      [['Boris', 'sound', 'weak', 'Visits each', '12.00', '≥ 10 → ≥ 15']],
    ]);
  });

  test('a test says whether it passes, and what came out where it does not', async () => {
    const results = await resultsOf(
      bench(
        'test "half" on data\n  expect count(health = weak) = 2\ntest "wrong" on data\n  expect count(health = weak) = 3',
      ),
    );
    expect(results).toEqual([
      {
        kind: 'statements',
        statements: [
          { about: 'test', text: 'Test: half', met: true },
          { about: 'test', text: 'Test: wrong', met: false },
          { about: 'test', text: 'count(health = weak) = 3: 2', met: false },
        ],
      },
    ]);
  });

  test('labels and words are in the language of the reader', async () => {
    const results = await resultsOf(
      bench('scenario strict "Strict" zh "从严"\n  set plain.visits_each to >= 15'),
      'zh',
    );
    const census = results.find(({ kind }) => kind === 'figure');
    expect(census).toMatchObject({ figure: { title: '分布: 状况, 原规则 → 从严' } });
  });
});

describe('controls', () => {
  test('every position tells how many move', async () => {
    const [control] = await resultsOf(bench('input plain.visits_each over 5..20 step 5'));
    expect(control).toMatchObject({
      kind: 'control',
      control: {
        path: 'plain.visits_each',
        positions: [
          { text: '5', current: false, moved: 1 },
          { text: '10', current: true, moved: 0 },
          { text: '15', current: false, moved: 1 },
          { text: '20', current: false, moved: 1 },
        ],
        because: null,
      },
    });
  });

  test.each([
    ['plain.visits_each over 9..11 step 1', /nobody has a value between/],
    ['plain.headcount over 2..4 step 1', /^No position of plain.headcount moves anybody: nobody/],
  ])('%s: a control that moves nobody says why', async (asked, why) => {
    const [control] = await resultsOf(bench(`input ${asked}`));
    expect(control).toMatchObject({
      kind: 'control',
      control: { because: { text: expect.stringMatching(why) as string } },
    });
  });

  test('the number of a score orders and moves nobody', async () => {
    const [control] = await resultsOf(bench('input size.staff.weight over [100%]'));
    expect(control).toMatchObject({
      control: { because: { text: expect.stringContaining('orders the ranking') as string } },
    });
  });
});

describe('questions', () => {
  test('a sweep over one number is a line, over two a heatmap', async () => {
    const [line, map] = await resultsOf(
      bench('sweep plain.visits_each over [5, 10, 15] report share(health = weak of all_shops)') +
        bench(
          'sweep plain.visits_each over [5, 15], plain.headcount over [1, 3] report count(health = weak of all_shops)',
        ),
    );
    expect(line).toMatchObject({
      figure: {
        title: 'share(health = weak of all_shops) by plain.visits_each',
        form: 'line',
        columns: [{ kind: 'text' }, { kind: 'percent' }],
        rows: [
          ['5', 0.25],
          ['10', 0.5],
          ['15', 0.75],
        ],
      },
    });
    expect(map).toMatchObject({
      figure: {
        form: 'heatmap',
        rows: [
          ['5', '1', 0],
          ['5', '3', 1],
          ['15', '1', 2],
          ['15', '3', 3],
        ],
      },
    });
  });

  test('a goal is met or not, and says where', async () => {
    const results = await resultsOf(
      bench('seek plain.visits_each so that count(health = weak of all_shops) <= 1') +
        bench('seek plain.visits_each so that count(health = weak of all_shops) <= 0'),
    );
    const said = results.flatMap((result) => (result.kind === 'statements' ? result.statements : []));
    expect(said.map(({ text, met }) => [text, met])).toEqual([
      ['count(health = weak of all_shops) <= 1 is met with plain.visits_each at 5: 1', true],
      ['plain.visits_each stands at 10: 2', false],
      ['count(health = weak of all_shops) <= 0 is met by no value of plain.visits_each; nearest comes 0: 1', false],
      ['plain.visits_each stands at 10: 2', false],
    ]);
  });

  test('every threshold that meets a goal, with what it would have to be; or that none does', async () => {
    const [table, none] = await resultsOf(
      bench('seek any threshold so that count(health = weak of all_shops) <= 1') +
        bench('seek any threshold of plain.headcount so that count(health = weak of all_shops) <= 0'),
    );
    expect(table).toMatchObject({
      figure: {
        title: 'Which threshold alone meets count(health = weak of all_shops) <= 1, now 2',
        rows: [
          ['plain.visits_each', '10', '5', -0.5, 1],
          ['plain, 2 scaled together', '100%', '50%', -0.5, 1],
          ['plain.headcount', '3', '1', -2 / 3, 1],
        ],
      },
    });
    expect(none).toMatchObject({
      statements: [
        {
          text: 'No threshold moved alone meets count(health = weak of all_shops) <= 0; plain.headcount stands at 0: 1',
          met: false,
        },
      ],
    });
  });

  test('what moves a figure is a table, the largest swing first; what a plan comes to is none of its business', async () => {
    const [table, refused] = await resultsOf(
      bench('rank drivers of mean(size of all_shops)') + bench('resource people = 3 ~ 2..4\nrank drivers of people'),
    );
    expect(table).toMatchObject({
      figure: {
        form: 'table',
        rows: [['size.staff.weight', '95%: 3.33', '100%: 3.50', expect.closeTo(0.175) as number]],
      },
    });
    expect(refused).toMatchObject({ kind: 'notice', notice: { code: 'R344' } });
  });
});

describe('queries', () => {
  test('they read the ranking, populations and scenarios', async () => {
    const results = await resultsOf(
      bench('scenario strict\n  set plain.visits_each to >= 15', 'hidden') +
        sql('select name, health, visits_each_state from ranking order by key') +
        sql("select count(*) as n from all_shops where health = 'weak'", 'under strict') +
        sql(
          'select key from base.ranking join strict.ranking using (key) where base.ranking.health <> strict.ranking.health',
        ),
    );
    expect(rowsOf(results.slice(2))).toEqual([
      [
        ['Anna', 'sound', 'passed'],
        ['Boris', 'sound', 'passed'],
        ['Chen', 'weak', 'failed'],
        ['Dora', 'weak', 'passed'],
      ],
      [[3]],
      [['s2']],
    ]);
  });

  test('a query that reads the rows of another waits for it, wherever it stands', async () => {
    const results = await resultsOf(
      sql('select count(*) as n from weak') +
        sql("select key from ranking where health = 'weak' order by key", 'into weak'),
    );
    expect(rowsOf(results)).toEqual([[[2]], [['s3'], ['s4']]]);
  });

  test('queries that read each other are refused', async () => {
    expect(said(await resultsOf(sql('select * from b', 'into a') + sql('select * from a', 'into b')))).toEqual([
      '7: This query has no answer: a, b read each other in a circle.',
      '10: This query has no answer: a, b read each other in a circle.',
    ]);
  });

  test.each([
    ['drop table ranking', /a single `select`/],
    ['select 1; select 2', /a single `select`/],
    ['create table x as select 1', /a single `select`/],
    ["copy ranking to 'x.csv'", /a single `select`/],
    ["attach 'x.db'", /a single `select`/],
    ["set memory_limit = '9GB'", /a single `select`/],
    ['', /nothing is asked/],
    ["select * from 'shops.csv'", /no table shops\.csv/],
    ["select * from read_csv('shops.csv')", /read_csv may read what is no result/],
    ["select * from glob('*')", /glob may read what is no result/],
    ['select * from duckdb_settings()', /duckdb_settings may read/],
    ['select * from duckdb_settings', /no table duckdb_settings/],
    ['select * from information_schema.tables', /no table information_schema\.tables/],
    [
      'select (with duckdb_tables as (select 1) select 1), * from duckdb_tables',
      /duckdb_tables is the name of another/,
    ],
    ["select * from query('drop table ranking')", /query may read/],
    ["select current_setting('threads')", /current_setting differs/],
    ['select random()', /random differs/],
    ['select now()', /now differs/],
    ['select current_date', /current_date differs/],
    ['select * from ranking using sample 1', /a random sample/],
    ['select * from rankin', /no table rankin\. Did you mean “ranking”\?/],
    ['select nam from ranking', /no column nam\. Did you mean “name”\?/],
    ['select nofun(1)', /no function nofun/],
    ['selec 1', /cannot be read at “selec”/],
    ['select name, count(*) from ranking', /neither aggregated nor grouped/],
    ["select * from ranking where name + 1 = 'x'", /not of the type/],
    ['select $1', /cannot be read/],
  ])('%s', async (query, why) => {
    const [result, ...others] = await resultsOf(sql(query));
    expect(others).toEqual([]);
    expect(result).toMatchObject({
      kind: 'notice',
      notice: { code: 'R351', text: expect.stringMatching(why) as string },
    });
  });

  test('no word of the database is shown', async () => {
    const texts = said(
      await resultsOf(['selec 1', 'select nam from ranking', "select 'x' + 1"].map((one) => sql(one)).join('')),
    );
    expect(texts.join('\n')).not.toMatch(/LINE|Binder|Parser|Catalog|duckdb/i);
  });

  test('what is wrong is told with its line of the document', async () => {
    expect(said(await resultsOf(sql('select name,\n  nam\nfrom ranking')))[0]).toMatch(/^9: /);
  });

  test('a query that would not end is stopped', { timeout: 20_000 }, async () => {
    const endless = 'with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t';
    expect(said(await resultsOf(sql(endless)))[0]).toMatch(/longer than 5 seconds/);
  });

  test('of very many rows the first thousand are read', async () => {
    const results = await resultsOf(sql('select i from range(5000) t(i)'));
    expect(results[0]).toMatchObject({ figure: { rows: { length: 1000 } } });
    expect(said(results)[1]).toMatch(/Only the first 1,000 rows/);
  });

  test('a scenario nobody has written is told', async () => {
    expect(said(await resultsOf(sql('select 1', 'under stric')))).toEqual([
      '7: There is no scenario stric, so this cell has no results. The rules have none.',
    ]);
  });
});

test('the same notebook gives the same twice', async () => {
  const cells =
    bench('show health\ninput plain.visits_each over 5..20 step 5') +
    sql('select area, count(*) n from ranking group by all');
  expect(JSON.stringify(await ran(cells))).toBe(JSON.stringify(await ran(cells)));
});
