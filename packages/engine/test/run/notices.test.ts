import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataError, openWorkbook, toNotice, type Notice, type Workbook } from '../../src/index.js';
import { files } from '../support/answers.js';
import { modelOf, project, run, workbook } from '../support/project.js';
import { ACCOUNTS, CONTACTS, parts, rules } from '../support/rules.js';

/** The sentences of a code in a report, in English and Chinese. */
async function said(
  code: string,
  replaced: Parameters<typeof rules>[0],
  others: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { run: finished } = await run({ ...files, 'rules.bench': rules(replaced), ...others });
  const [en, zh] = await Promise.all([finished.report('en'), finished.report('zh')]);
  return [...en.notices, ...zh.notices].filter((notice) => notice.code === code).map(({ text }) => text);
}

/** The sentences that something is refused with. */
async function refused(what: Promise<unknown>): Promise<readonly (string | number | null)[]> {
  const error: unknown = await what.catch((caught: unknown) => caught);
  if (!(error instanceof DataError)) throw error;
  return error.notices.flatMap((found) => {
    const [en, zh]: Notice[] = [toNotice(found, 'en'), toNotice(found, 'zh')];
    return [found.code, en?.text ?? '', zh?.text ?? '', en?.line ?? null];
  });
}

const book = (text: string): Promise<Workbook> => workbook({ ...files, 'rules.bench': text });

test('R302: nobody is left', async () => {
  const opened = await book(rules({ population: 'population key_accounts of accounts\n  where employees > 5_000\n' }));
  expect(await refused(opened.run(await modelOf(opened)))).toEqual([
    'R302',
    'Nobody is in the population key_accounts: of 4 rows of accounts, `where` leaves out 3 and cannot tell for 1. Loosen its `where`, or see whether the columns it reads have values.',
    '总体 key_accounts 中没有任何记录: accounts 的 4 行中, `where` 排除了 3 行, 另有 1 行无法判断。请放宽 `where`, 或检查它读取的列是否有值。',
    18,
  ]);
});

test('R303: the cut falls among equals', async () => {
  const accounts = ACCOUNTS.replace('40000000', '20000000');
  expect(
    await said(
      'R303',
      { population: 'population key_accounts of accounts\n  top 2 by annual_revenue\n' },
      { 'accounts.csv': accounts },
    ),
  ).toEqual([
    'The cut of key_accounts falls among equals: 1 row with the same annual_revenue (20,000,000.00 CNY) did not make it. Ties are broken by the key.',
    'key_accounts 的分界处有并列: 另有 1 行的 annual_revenue 同为 20,000,000.00 CNY, 未能入选。并列时按主键排序。',
  ]);
});

test('R304: a rank of one', async () => {
  const population = 'population key_accounts of accounts\n  top 1 by annual_revenue\n';
  expect(await said('R304', { population })).toEqual([
    'key_accounts has a single member, so every percent_rank in it is 0.',
    'key_accounts 只有一个成员, 因此其中所有 percent_rank 都是 0。',
  ]);
  const score =
    'score priority of key_accounts\n  | term | weight | value       |\n  | risk | 100%   | risk.points |\n';
  expect(await said('R304', { population, score })).toEqual([]);
});

test('R305: rows that a condition cannot tell', async () => {
  const contacts = CONTACTS.replaceAll('经理', '');
  expect(await said('R305', {}, { 'contacts.csv': contacts })).toEqual([
    'decision_share leaves out 3 rows for which its `where` cannot be told: the value it reads is missing.',
    'decision_share 未计入 3 行: 它的 `where` 所读取的值缺失, 无法判断。',
  ]);
});

test('R306: what nobody has', async () => {
  const accounts = parts.accounts.replace(
    'annual_revenue | money CNY |      |',
    'annual_revenue | money CNY | not available |',
  );
  expect(await said('R306', { accounts, population: 'population key_accounts of accounts\n' })).toEqual([
    'contact_density cannot be known: accounts.annual_revenue is not available.',
    '无法得知contact_density: accounts.annual_revenue不可用。',
  ]);
});

const unsure = {
  metrics: `metric decision_share in percent
  = count(contacts where level = "VP") / count(contacts)
metric contact_density in contacts per 亿元
  = count(contacts) / annual_revenue
`,
  benchmark: `benchmark generic
  | contact_density | decision_share |
  | >= 5            | >= 15%         |
apply generic to key_accounts
`,
};

test('R307 and R310: levels and scores that cannot be told', async () => {
  expect(await said('R307', unsure)).toEqual([
    'The risk of 2 of 4 is unknown: what could not be judged would decide it.',
    '4 个中有 2 个的 risk 未知: 它取决于无法判定的指标。',
  ]);
  expect(await said('R310', unsure)).toEqual([
    '2 have no priority, since a term of it is unknown; they stand unranked at the end.',
    '有 2 个没有 priority (其某一项未知), 不参与排名, 列在最后。',
  ]);
});

test('R308: no row of a benchmark can be told', async () => {
  const benchmark = `benchmark by_industry
  | industry   | contact_density |
  | 金融服务业 | >= 5            |
  | 医疗       | >= 5            |
apply by_industry to key_accounts
`;
  expect(await said('R308', { benchmark })).toEqual([
    'No row of by_industry can be told for 2: their industry is missing or not listed. Add a `missing` or an `else` row to decide.',
    '有 2 个无法确定适用 by_industry 的哪一行: 其 industry 缺失或未列出。可增加 `missing` 行或 `else` 行。',
  ]);
});

test('R309: who may or may not be in the population', async () => {
  const population = 'population key_accounts of accounts\n  where employees > 0\n';
  expect(await said('R309', { population })).toEqual([
    '1 row cannot be told to be in key_accounts or not, and is left out: a value it is chosen by is missing.',
    '有 1 行无法判断是否属于 key_accounts, 未计入: 用于选取的值缺失。',
  ]);
});

test('R311: a rulebook outside the project', async () => {
  const root = await project({ 'rules.bench': rules() });
  expect(await refused(openWorkbook({ root, file: '../elsewhere.bench' }))).toEqual([
    'R311',
    `The rulebook ../elsewhere.bench lies outside the project folder ${root}. Name one inside it.`,
    `规则手册 ../elsewhere.bench 不在项目文件夹 ${root} 内, 请使用文件夹内的文件。`,
    null,
  ]);
});

test('R312: a population that there is not', async () => {
  const opened = await book(rules({ more: 'population others of accounts\n' }));
  expect(await refused(opened.run(await modelOf(opened), { population: 'other' }))).toEqual([
    'R312',
    'There is no population other. The rulebook has: key_accounts, others.',
    '没有总体 other。规则手册中有: key_accounts、others。',
    null,
  ]);
  const without = await book(rules({ population: '', benchmark: '', level: '', score: '' }));
  expect(await refused(without.run(await modelOf(without)))).toEqual([
    'R312',
    'The rulebook declares no population, so there is nobody to judge. Write one: `population everyone of SOURCE`.',
    '规则手册没有声明总体 (population), 没有可判定的对象。请写一个: `population everyone of SOURCE`。',
    null,
  ]);
});

test('R313: a rulebook that cannot be read', async () => {
  const root = await mkdtemp(join(await realpath(tmpdir()), 'benchbook-test-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const reading = async (file: string): Promise<readonly unknown[]> => {
    const opened = await openWorkbook({ root, file });
    onTestFinished(() => opened.close());
    return (await refused(opened.read())).slice(0, 3);
  };
  await writeFile(join(root, 'gbk.bench'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]));
  await writeFile(join(root, 'large.bench'), Buffer.alloc(8 * 2 ** 20 + 1, '#'));
  await mkdir(join(root, 'folder.bench'));
  expect(await reading('absent.bench')).toEqual([
    'R313',
    'There is no file absent.bench. Check its name, and that you are in the project folder.',
    '没有文件 absent.bench。请检查文件名, 以及当前是否在项目文件夹中。',
  ]);
  expect(await reading('gbk.bench')).toEqual([
    'R313',
    'gbk.bench is not UTF-8 text. Save it again as UTF-8.',
    'gbk.bench 不是 UTF-8 文本, 请另存为 UTF-8。',
  ]);
  expect(await reading('large.bench')).toEqual([
    'R313',
    'large.bench is larger than 8 MB: a rulebook is not. Is it a data file?',
    'large.bench 超过 8 MB, 规则手册不会这么大。它是数据文件吗?',
  ]);
  expect(await reading('folder.bench')).toEqual([
    'R313',
    'The file folder.bench cannot be read. Check that it is a file and that you may read it.',
    '无法读取 folder.bench。请确认它是文件, 且您有读取权限。',
  ]);
});

test('a report in which everything can be told has nothing to add', async () => {
  const contacts = `${CONTACTS}C6,A1,运营,C-level\nC7,A1,HR,C-level\n`;
  const { report } = await run({ ...files, 'contacts.csv': contacts, 'rules.bench': rules() });
  expect(report.notices).toEqual([]);
});
