import { describe, expect, test } from 'vitest';
import { check, message, parse } from '@benchbook/dsl';
import { onBase, readProjectFile, rendered } from '../support.js';

/** What is shown of the last lines, which stand behind the base. */
const shown = (text: string, language: 'en' | 'zh' = 'en'): string => rendered(text, language);

describe('a diagnostic is shown with its line, underlined', () => {
  test('a misspelled clause, in English', () => {
    expect(shown('population p of s\n  wher x > 3')).toBe(
      [
        'test.bench:2:3 error B001: `wher` does not belong here, in a population.',
        '2 |   wher x > 3',
        '  |   ^^^^',
        '  = Did you mean `where`?',
        '',
      ].join('\n'),
    );
  });

  test('and in Chinese', () => {
    expect(shown('population p of s\n  wher x > 3', 'zh')).toBe(
      [
        'test.bench:2:3 错误 B001：`wher` 不能出现在总体的这个位置。',
        '2 |   wher x > 3',
        '  |   ^^^^',
        '  = 是否想写 `where`？',
        '',
      ].join('\n'),
    );
  });

  test('Chinese characters are two columns wide under the underline, and count one as columns', () => {
    expect(shown('param 门槛 = 20公斤')).toBe(
      [
        'test.bench:1:12 error B008: `20公斤` is not a number this language reads.',
        '1 | param 门槛 = 20公斤',
        '  |              ^^^^^^',
        '  = Numbers look like 1_000, 1,000, 0.5, 20k, 5M, 500万, 1亿5千万, 20%, 5pp, 90M CNY or 500万元.',
        '',
      ].join('\n'),
    );
  });

  test('a tab takes one column, and the margin is as wide as the line number', () => {
    expect(shown(`${'\n'.repeat(9)}param\tfloor\t= ?`)).toBe(
      [
        'test.bench:10:15 error B001: `?` does not belong here, in a param.',
        '10 | param floor = ?',
        '   |               ^',
        '',
      ].join('\n'),
    );
  });

  test('two diagnostics are separated by a blank line', () => {
    expect(shown('foo\nbar').split('\n\n')).toHaveLength(2);
  });
});

describe('sentences', () => {
  const said = (text: string): string[] =>
    check(parse('test.bench', onBase(text))).diagnostics.map((one) => {
      const { text: sentence, hint } = message(one, 'en');
      return hint === null ? sentence : `${sentence} ${hint}`;
    });

  test.each([
    ['param top = 3', '`top` is a word of the language and cannot be a name. Give the param another name.'],
    ['param', 'Here a name is missing, in a param.'],
    ['metric x of accounts = (1 + 2', 'Here a closing `)` is missing, in a metric.'],
    ['param x = "abc', 'This text has no closing quote. A text ends on the line it begins on.'],
    ['metric x = annual_revenue + employees', '`+` cannot put money in CNY and a count together.'],
    [
      'metric x in percent = annual_revenue / employees',
      'The formula gives money in CNY, but a percent is declared. Declare with `in …` what the formula gives, or change it: a percent is a ratio such as `count(…) / count(…)`.',
    ],
    [
      'population p of accounts\n  where employees > 3 && active',
      '`&&` does not belong here, in a population. Write `and`.',
    ],
    [
      'population p of accounts\n  where employees > 3 || active',
      '`||` does not belong here, in a population. Write `or`.',
    ],
    [
      'population p of accounts\n  top 20 by employees desc',
      '`desc` does not belong here, in a population. `top` takes the largest first already; leave the word out.',
    ],
    [
      'population p of accounts\n  where since > 2025/12/31',
      '`2025/12/31` is not how a date is written here. Write 2025-12-31.',
    ],
    [
      'population p of accounts\n  where since > 2025年12月31日',
      '`2025年12月31日` is not how a date is written here. Write 2025-12-31.',
    ],
    ['param start = 2025/1/2', '`2025/1/2` is not how a date is written here. Write 2025-01-02.'],
    [
      'band age\n  | since | age |\n  | < 2025/12/31 | old |\n  | else | new |',
      '`2025/12/31` is not how a date is written here. Write 2025-12-31.',
    ],
    [
      'test "t"\n  given accounts\n    | account_id | since |\n    | A | 2025年1月2日 |\n  expect count(accounts) = 1',
      '`2025年1月2日` is not how a date is written here. Write 2025-01-02.',
    ],

    ['apply generic key_accounts', '`key_accounts` does not belong here, in an apply. Is `to` missing before it?'],
    ['source s from data/s.csv key id', '`data` does not belong here, in a source. A text stands in quotes.'],
    ['param x = 1, 2', '`,` does not belong here, in a param. A list stands in brackets: [1, 2].'],
    ['population p of accounts\n  top 20%', 'Here `by` is missing, in a population.'],
    ['population p of accounts\n  top 20% by revenue', 'There is no column `revenue`. Did you mean `annual_revenue`?'],
    [
      'band b\n  | employees | b |\n  | 1-99 | S |',
      '`-` does not make a range. Write `..` between the two ends: `200..500`.',
    ],
    ['check share(risk = hgh) <= 60%', '`risk` has no label `hgh`. Did you mean `high`?'],
    ['check share(risk = red) <= 60%', '`risk` has no label `red`. Its labels are high, medium, low.'],
    ['check share(risk = high) <= 60', 'A bare 60 stands where a percent is wanted. Write 60%.'],
    ['param decision_share = 3', '`decision_share` is already a metric, on line 24. Rename one of the two.'],
    ['apply key_accounts to generic', '`key_accounts` is a population; here a benchmark is wanted.'],
    [
      'metric a1 of accounts = b1\nmetric b1 of accounts = a1',
      'These depend on each other in a circle: a1 → b1 → a1. One of them has to be computed without the others.',
    ],
    [
      'band size\n  | employees | size |\n  | < 200 | S |\n  | 100..300 | M |',
      'Two rows hold for the same case: `| 100..300 | M |` here and `| < 200 | S |` on line 45. Make them exclude each other, or write `first` after the name to let the upper row win.',
    ],
    [
      'band size\n  | employees | size |\n  | < 200 | S |\n  | | M |',
      'The cell under `employees` is blank. Write `-` if any value will do.',
    ],
    [
      'score s of key_accounts\n  | term | weight | value |\n  | a | 99.9% | 1 |',
      'The weights of `s` come to 99.9%, not to 100%.',
    ],
  ])('%s', (text, sentence) => {
    expect(said(text)[0]).toBe(sentence);
  });
});

test('a file with ten mistakes gives ten messages, in the order of the file', () => {
  const text = readProjectFile('packages/dsl/test/diagnostics/ten-mistakes.bench');
  const heads = (language: 'en' | 'zh') =>
    rendered(text, language)
      .split('\n')
      .filter((line) => line.startsWith('test.bench'));
  expect(heads('en')).toEqual([
    'test.bench:2:22 error B406: `../accounts.csv` lies outside the project.',
    'test.bench:5:22 error B207: `txt` is not a column type.',
    'test.bench:17:15 error B008: `20kg` is not a number this language reads.',
    'test.bench:18:13 error B006: This text has no closing quote.',
    'test.bench:20:18 error B204: A bare 5 stands where money is wanted.',
    'test.bench:22:3 error B001: `wher` does not belong here, in a population.',
    'test.bench:23:26 error B206: The formula gives money in CNY, but a percent is declared.',
    'test.bench:25:34 error B002: Here a value is missing, in a metric.',
    'test.bench:29:12 error B007: `～` does not make a range.',
    'test.bench:30:20 error B103: The source `deals` has no column `deal_number`.',
  ]);
  expect(heads('zh')).toEqual([
    'test.bench:2:22 错误 B406：`../accounts.csv` 在项目之外。',
    'test.bench:5:22 错误 B207：`txt` 不是列类型。',
    'test.bench:17:15 错误 B008：无法把 `20kg` 读作数字。',
    'test.bench:18:13 错误 B006：这段文本缺少右引号。',
    'test.bench:20:18 错误 B204：这里需要金额，却只写了 5。',
    'test.bench:22:3 错误 B001：`wher` 不能出现在总体的这个位置。',
    'test.bench:23:26 错误 B206：公式得到的是金额（CNY），但声明的是百分比。',
    'test.bench:25:34 错误 B002：指标在这里缺少一个值。',
    'test.bench:29:12 错误 B007：`～` 不能表示范围。',
    'test.bench:30:20 错误 B103：数据源 `deals` 没有列 `deal_number`。',
  ]);
});

test('a mechanical repair comes with the diagnostic where it is obvious', () => {
  const text = onBase('check share(risk = hgh) <= 60');
  const repaired = check(parse('test.bench', text)).diagnostics.reduceRight(
    (now, { fix }) => (fix ? now.slice(0, fix.span.start) + fix.replacement + now.slice(fix.span.end) : now),
    text,
  );
  expect(repaired).toContain('share(risk = high) <= 60');
});
