import type { Case } from './case.js';

export const ranges: readonly Case[] = [
  {
    title: '[18..65]: both ends',
    rules: `table closed
  | age    | -> closed |
  | 18..65 | in        |
  | else   | out       |
`,
    rows: `
  | age   | closed |
  | 17.99 | out    |
  | 18    | in     |
  | 65    | in     |
  | 65.01 | out    |
`,
  },
  {
    title: '[18..65): without the upper end',
    rules: `table half
  | age     | -> half |
  | 18..<65 | in      |
  | else    | out     |
`,
    rows: `
  | age | half |
  | 18  | in   |
  | 65  | out  |
`,
  },
  {
    title: '(18..65]: without the lower end',
    rules: `table other_half
  | age     | -> other_half |
  | 18<..65 | in            |
  | else    | out           |
`,
    rows: `
  | age   | other_half |
  | 18    | out        |
  | 18.01 | in         |
  | 65    | in         |
`,
  },
  {
    title: '(18..65): without either end',
    rules: `table open
  | age      | -> open |
  | 18<..<65 | in      |
  | else     | out     |
`,
    rows: `
  | age | open    |
  | 18  | out     |
  | 64  | in      |
  | 65  | out     |
  | -   | unknown |
`,
  },
  {
    title: 'progressive brackets that meet without a gap',
    rules: `table tax
  | amount                     | -> tax |
  | <= 36_000 CNY              | 3%     |
  | 36_000 CNY<..144_000 CNY   | 10%    |
  | 144_000 CNY<..300_000 CNY  | 20%    |
  | > 30万 CNY                 | 25%    |
`,
    rows: `
  | amount        | tax |
  | 36000 CNY     | 3%  |
  | 36000.01 CNY  | 10% |
  | 14.4万 CNY    | 10% |
  | 144001 CNY    | 20% |
  | 300_000 CNY   | 20% |
  | 1M CNY        | 25% |
`,
  },
  {
    title: 'several ranges and values in one cell',
    rules: `table fare
  | age                 | -> fare |
  | < 6, 65..70, > 80   | free    |
  | 6, 7, 8             | half    |
  | else                | full    |
`,
    rows: `
  | age | fare |
  | 5   | free |
  | 6   | half |
  | 6.5 | full |
  | 65  | free |
  | 70  | free |
  | 75  | full |
  | 81  | free |
`,
  },
  {
    title: 'not: of a value, of values, of a range',
    rules: `table unlike collect
  | age        | -> unlike |
  | not 18     | a         |
  | not 18, 19 | b         |
  | not 10..20 | c         |
  | != 30      | d         |
  | not < 18   | e         |
`,
    rows: `
  | age | unlike       |
  | 18  | "d, e"       |
  | 19  | "a, d, e"    |
  | 30  | "a, b, c, e" |
  | 5   | "a, b, c, d" |
  | -   | unknown      |
`,
  },
  {
    title: 'negative numbers and decimals',
    rules: `table sign
  | age         | -> sign |
  | < -0.5      | below   |
  | -0.5..0.5   | about   |
  | > 0.5       | above   |
`,
    rows: `
  | age   | sign  |
  | -0.51 | below |
  | -0.5  | about |
  | 0     | about |
  | 0.5   | about |
  | 0.501 | above |
`,
  },
  {
    title: 'percents',
    rules: `table spread
  | margin    | -> spread |
  | < 0%      | loss      |
  | 0%..<7.5% | thin      |
  | >= 7.5%   | fat       |
`,
    rows: `
  | margin | spread |
  | -1%    | loss   |
  | 0%     | thin   |
  | 7.49%  | thin   |
  | 7.5%   | fat    |
`,
  },
  {
    title: 'dates: before, on, between, after',
    rules: `table era
  | since                    | -> era |
  | < 2020-01-01             | early  |
  | 2020-01-01               | first  |
  | 2020-01-02..2023-12-31   | middle |
  | 2024-02-29, 2024-06-30   | listed |
  | else                     | late   |
`,
    rows: `
  | since      | era     |
  | 2019-12-31 | early   |
  | 2020-01-01 | first   |
  | 2020-01-02 | middle  |
  | 2023-12-31 | middle  |
  | 2024-01-01 | late    |
  | 2024-02-29 | listed  |
  | -          | unknown |
`,
  },
  {
    title: 'dates with open ends',
    rules: `table quarter
  | since                    | -> quarter |
  | 2024-01-01..<2024-04-01  | Q1         |
  | 2024-03-31<..<2024-07-01 | Q2         |
`,
    rows: `
  | since      | quarter |
  | 2024-03-31 | Q1      |
  | 2024-04-01 | Q2      |
  | 2024-06-30 | Q2      |
  | 2024-07-01 | unknown |
`,
  },
  {
    title: 'booleans: yes and no, or true and false',
    rules: `table flags
  | member | affordable | -> flags |
  | yes    | true       | 3        |
  | yes    | false      | 2        |
  | no     | true       | 1        |
  | no     | false      | 0        |
`,
    rows: `
  | member | affordable | flags   |
  | yes    | yes        | 3       |
  | yes    | no         | 2       |
  | no     | yes        | 1       |
  | no     | no         | 0       |
  | -      | yes        | unknown |
`,
  },
];
