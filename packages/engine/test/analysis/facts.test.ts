import { expect, test } from 'vitest';
import { files } from '../support/answers.js';
import { modelOf, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

const SIZE = `band size
  | employees   | size |
  | < 200       | 小型 |
  | >= 200      | 大型 |
`;

const factsOf = async (replaced: Parameters<typeof rules>[0]) => {
  const book = await workbook({ ...files, 'rules.bench': rules(replaced) });
  return book.facts(await modelOf(book));
};

test('columns: what is missing, how many values differ, which come most often, how numbers spread', async () => {
  const { sources, population } = await factsOf({ more: SIZE });
  expect(population).toEqual({ name: 'key_accounts', size: 4 });
  expect(sources.accounts?.rows).toBe(4);
  expect(sources.accounts?.columns.industry).toEqual({
    missing: 0,
    distinct: 4,
    top: [
      { value: '制造业', count: 1 },
      { value: '医疗', count: 1 },
      { value: '科技业', count: 1 },
      { value: '金融服务业', count: 1 },
    ],
    spread: null,
  });
  expect(sources.accounts?.columns.employees).toMatchObject({
    missing: 1,
    distinct: 3,
    top: [],
    spread: { min: 80, max: 1200, p10: 164, p25: 290, p50: 500, p75: 850, p90: 1060, scale: 'linear' },
  });
  const bins = sources.accounts?.columns.employees?.spread?.bins ?? [];
  expect(bins.filter(({ count }) => count > 0)).toEqual([
    { low: 80, high: 136, count: 1 },
    { low: 472, high: 528, count: 1 },
    { low: 1144, high: 1200, count: 1 },
  ]);
});

test('metrics and scores: known, unknown, their mean and spread', async () => {
  const { values } = await factsOf({});
  expect(values.decision_share).toMatchObject({ known: 4, unknown: 0, spread: { min: 0 } });
  expect(values.priority).toMatchObject({ known: 4 });
  expect(values.decision_share?.spread?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
});

test('rows: what each decided, by its text, how many of a benchmark row fail; labels by their rows', async () => {
  const { rows, labels } = await factsOf({ more: SIZE });
  expect(rows.generic).toEqual([
    { text: '| >= 5            | >= 15%         | >= 60%              |', decided: 4, failed: 3 },
  ]);
  expect(rows.size).toEqual([
    { text: '| < 200       | 小型 |', decided: 1, failed: null },
    { text: '| >= 200      | 大型 |', decided: 2, failed: null },
  ]);
  expect(labels).toEqual({ size: { 小型: 1, 大型: 2 }, risk: { high: 3, medium: 0, low: 1 } });
});

test('dates are days; values that are all the same are one bin', async () => {
  const book = await workbook({
    'rules.bench': `source visits from "visits.csv" key id
  | column | type  |
  | id     | text  |
  | day    | date  |
  | price  | count |
population all of visits
metric cost = price
show day by id`,
    'visits.csv': 'id,day,price\nV1,2024-01-01,7\nV2,2024-01-11,7\nV3,2024-01-21,7\n',
  });
  const { sources } = await book.facts(await modelOf(book));
  const columns = sources.visits?.columns;
  expect(columns?.day?.spread).toMatchObject({ min: '2024-01-01', p50: '2024-01-11', max: '2024-01-21' });
  expect(columns?.price?.spread).toMatchObject({ bins: [{ low: 7, high: 7, count: 3 }] });
});

test('a rulebook without a population tells of its sources', async () => {
  const book = await workbook({
    'rules.bench': 'source s from "s.csv" key id\n  | column | type |\n  | id | text |\n',
    's.csv': 'id\na\nb\n',
  });
  const facts = await book.facts(await modelOf(book));
  expect(facts).toMatchObject({ population: null, sources: { s: { rows: 2 } }, values: {}, labels: {}, rows: {} });
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});
