import { describe, expect, test } from 'vitest';
import { check, message, parse } from '@benchbook/dsl';
import { SOURCE } from './dmn/case.js';

/** What somebody new to it writes, and what they are told. */
const refused: readonly (readonly [title: string, rules: string, said: readonly string[]])[] = [
  [
    'U: rows that overlap',
    'table x\n  | age | -> x |\n  | <= 18 | a |\n  | >= 18 | b |\n',
    ['B305 Two rows hold for the same case: `| >= 18 | b |` here and `| <= 18 | a |` on line 17.'],
  ],
  [
    'U: rows that overlap where a column is not asked',
    'table x\n  | age | risk | -> x |\n  | < 18 | - | a |\n  | - | high | b |\n  | >= 18 | not high | c |\n',
    ['B305 Two rows hold for the same case: `| - | high | b |` here and `| < 18 | - | a |` on line 17.'],
  ],
  [
    'U: one text twice',
    'table x\n  | risk | -> x |\n  | high, mid | a |\n  | mid | b |\n  | else | c |\n',
    ['B305 Two rows hold for the same case: `| mid | b |` here and `| high, mid | a |` on line 17.'],
  ],
  [
    'U: a gap between two rows',
    'table x\n  | age | -> x |\n  | < 18 | a |\n  | > 18 | b |\n',
    ['B314 No row holds where `age = 18`.'],
  ],
  [
    'U: a case without a row',
    'table x\n  | member | affordable | -> x |\n  | yes | yes | a |\n  | no | - | b |\n',
    ['B314 No row holds where `member = yes and affordable = no`.'],
  ],
  [
    'A: rows that do not agree',
    'table x any\n  | age | risk | -> x |\n  | < 18 | - | a |\n  | - | high | b |\n  | >= 18 | not high | a |\n',
    [
      'B320 Two rows hold for the same case and do not agree: `| - | high | b |` here and `| < 18 | - | a |` on line 17.',
    ],
  ],
  [
    'F: a row below one that takes everything',
    'table x first\n  | age | -> x |\n  | - | a |\n  | < 18 | b |\n',
    ['B321 This row never answers: `| < 18 | b |`. What it holds for is taken by `| - | a |` on line 17.'],
  ],
  [
    'P: an output without a place',
    'table x priority [high]\n  | risk | -> x |\n  | a | high |\n  | - | low |\n',
    ['B318 The order leaves out `low`, which `x` gives.'],
  ],
  [
    'P: an output that no row gives',
    'table x priority [high, lwo, low]\n  | risk | -> x |\n  | a | high |\n  | - | low |\n',
    ['B319 No row gives `lwo` under `x`.'],
  ],
  [
    'C+: of texts',
    'table x collect sum\n  | risk | -> x |\n  | a | high |\n  | - | low |\n',
    ['B317 `collect sum` adds numbers, but `x` holds texts.'],
  ],
  [
    'a blank cell',
    'table x\n  | risk | -> x |\n  | a | high |\n  |  | low |\n',
    ['B302 The cell under `risk` is blank.'],
  ],
  [
    'a row too short',
    'table x\n  | risk | age | -> x |\n  | a | high |\n',
    ['B301 This row has 2 cells, the header has 3.'],
  ],
  [
    'a range that ends before it begins',
    'table x\n  | age | -> x |\n  | 65..18 | a |\n',
    ['B310 This range is empty: 65 is not below 18.'],
  ],
  [
    'an empty range',
    'table x\n  | age | -> x |\n  | 18<..18 | a |\n',
    ['B310 This range is empty: 18 is not below 18.'],
  ],
  [
    'a band that collects',
    'band x collect\n  | age | x |\n  | < 18 | a |\n',
    ['B315 `collect` gives many values, a band gives one.'],
  ],
];

describe('what is refused, and why', () => {
  const said = (rules: string): readonly string[] =>
    check(parse('dmn.bench', SOURCE + rules)).diagnostics.map((one) => `${one.code} ${message(one, 'en').text}`);

  test.each(refused)('%s', (_, rules, expected) => {
    expect(said(rules)).toEqual(expected);
  });
});
