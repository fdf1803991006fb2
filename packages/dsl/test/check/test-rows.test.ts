import { expect, test } from 'vitest';
import { diagnosticsOf, onBase } from '../support.js';

const found = (text: string): readonly unknown[] => {
  const whole = onBase(text);
  return diagnosticsOf(whole).map(({ code, span }) => [code, whole.slice(span.start, span.end)]);
};

const given = (rows: string): string => `test "given"
  given key_accounts
    | account_id | annual_revenue | employees | active | since |
${rows}
  expect count(key_accounts) = 1
`;

test('given rows of the declared types are in order', () => {
  expect(found(given('    | A1 | 90M CNY | 0 | yes | 2024-05-01 |\n    | A2 | - | - | - | - |'))).toEqual([]);
});

test.each([
  ['| A1 | 90      | 5   | yes | 2024-05-01 |', 'B204', '90'],
  ['| A1 | 90%     | 5   | yes | 2024-05-01 |', 'B202', '90%'],
  ['| A1 | many    | 5   | yes | 2024-05-01 |', 'B303', 'many'],
  ['| A1 | 90M CNY | 2.5 | yes | 2024-05-01 |', 'B210', '2.5'],
  ['| A1 | 90M CNY | -1  | yes | 2024-05-01 |', 'B210', '-1'],
  ['| A1 | 90M CNY | 5   | so  | 2024-05-01 |', 'B303', 'so'],
  ['| A1 | 90M CNY | 5   | yes | 2024-02-31 |', 'B209', '2024-02-31'],
])('%s is not of the declared type', (row, code, text) => {
  expect(found(given(`    ${row}`))).toEqual([[code, text]]);
});

test('each row after the first of its key is reported where it stands', () => {
  expect(
    found(
      given(
        '    | A1 | - | - | - | - |\n    | A2 | - | - | - | - |\n    | A1 | - | 1 | - | - |\n    | A1 | - | 2 | - | - |',
      ),
    ),
  ).toEqual([
    ['B440', 'A1'],
    ['B440', 'A1'],
  ]);
});

test('a key of contacts is told apart too, and a missing one is no key', () => {
  expect(
    found(`test "contacts"
  given contacts
    | contact_id | account_id |
    | C1         | A1         |
    | -          | A1         |
    | -          | A1         |
    | C1         | A2         |
  expect count(contacts) = 4
`),
  ).toEqual([['B440', 'C1']]);
});

test('an expected label that the level does not have is reported with the nearest one', () => {
  const text = onBase(`test "label"
  given key_accounts
    | account_id | annual_revenue |
    | A1         | 90M CNY        |
  expect key_accounts
    | account_id | risk  |
    | A1         | hihg  |
`);
  expect(diagnosticsOf(text).map(({ code, fix }) => [code, fix?.replacement])).toEqual([['B104', 'high']]);
});

test('a key that no given row has is reported with the nearest one', () => {
  const text = onBase(`test "key"
  given accounts
    | account_id | annual_revenue |
    | ACC-17     | 90M CNY        |
  expect key_accounts
    | account_id | risk |
    | ACC-71     | high |
`);
  expect(diagnosticsOf(text).map(({ code, fix }) => [code, fix?.replacement])).toEqual([['B441', 'ACC-17']]);
});
