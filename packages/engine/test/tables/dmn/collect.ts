import type { Case } from './case.js';

export const collect: readonly Case[] = [
  {
    title: 'C: a list of all that hold, in the order of the rows (R)',
    rules: `table reasons collect
  | age   | risk | affordable | -> reasons |
  | < 18  | -    | -          | age        |
  | -     | high | -          | risk       |
  | -     | -    | no         | money      |
`,
    rows: `
  | age | risk | affordable | reasons            |
  | 17  | high | no         | "age, risk, money" |
  | 18  | high | no         | "risk, money"      |
  | 18  | low  | yes        | ""                 |
  | 18  | -    | yes        | unknown            |
`,
  },
  {
    title: 'C: rule order, said aloud',
    rules: `table steps collect rule order
  | risk      | -> steps |
  | low, high | 2        |
  | high      | 1        |
  | -         | 3        |
`,
    rows: `
  | risk | steps     |
  | high | "2, 1, 3" |
  | low  | "2, 3"    |
  | mid  | "3"       |
`,
  },
  {
    title: 'O: in the order of the outputs',
    rules: `table queue collect in output order [declined, refer, approved]
  | age   | risk | -> queue |
  | >= 18 | -    | approved |
  | -     | mid  | refer    |
  | -     | high | declined |
  | < 21  | -    | refer    |
`,
    rows: `
  | age | risk | queue                       |
  | 20  | high | "declined, refer, approved" |
  | 20  | mid  | "refer, refer, approved"    |
  | 30  | low  | "approved"                  |
`,
  },
  {
    title: 'C+: vacation days',
    rules: `table vacation collect sum
  | age     | years   | -> vacation |
  | -       | -       | 22          |
  | >= 60   | -       | 3           |
  | -       | >= 30   | 3           |
  | < 18    | -       | 5           |
  | >= 60   | -       | 5           |
  | 18..<60 | >= 30   | 5           |
  | 18..<45 | 15..<30 | 2           |
  | 45..<60 | < 30    | 2           |
`,
    rows: `
  | age | years | vacation |
  | 16  | 1     | 27       |
  | 25  | 5     | 22       |
  | 44  | 20    | 24       |
  | 50  | 20    | 24       |
  | 50  | 30    | 30       |
  | 60  | 20    | 30       |
  | 60  | 30    | 33       |
  | 16  | -     | unknown  |
  | -   | 5     | unknown  |
`,
  },
  {
    title: 'C+: of money and percents, and of nothing',
    rules: `table due collect sum
  | risk | member | -> due   | share |
  | high | -      | 0.1 CNY  | 10%   |
  | -    | no     | 0.2 CNY  | 20%   |
`,
    rows: `
  | risk | member | due      | due.share |
  | high | no     | 0.30 CNY | 30%       |
  | low  | no     | 0.20 CNY | 20%       |
  | low  | yes    | 0 CNY    | 0%        |
`,
  },
  {
    title: 'C<: the least',
    rules: `table least collect min
  | age   | risk | -> least |
  | >= 18 | -    | 30       |
  | -     | low  | 20       |
  | -     | mid  | -5       |
`,
    rows: `
  | age | risk | least   |
  | 18  | low  | 20      |
  | 18  | mid  | -5      |
  | 18  | high | 30      |
  | 17  | high | unknown |
  | -   | mid  | -5      |
  | 18  | -    | unknown |
`,
  },
  {
    title: 'C>: the latest date',
    rules: `table latest collect max
  | risk | member | -> latest  |
  | high | -      | 2025-01-31 |
  | -    | yes    | 2025-06-30 |
  | -    | -      | 2024-12-31 |
`,
    rows: `
  | risk | member | latest     |
  | high | no     | 2025-01-31 |
  | high | yes    | 2025-06-30 |
  | low  | no     | 2024-12-31 |
  | -    | yes    | 2025-06-30 |
  | -    | no     | unknown    |
`,
  },
  {
    title: 'C#: how many',
    rules: `table hits collect count
  | age   | risk | -> hits |
  | < 18  | -    | age     |
  | -     | high | risk    |
  | < 25  | high | both    |
`,
    rows: `
  | age | risk | hits    |
  | 17  | high | 3       |
  | 20  | high | 2       |
  | 30  | low  | 0       |
  | -   | low  | unknown |
`,
  },
  {
    title: 'C with several outputs collects each',
    rules: `table pack collect
  | age   | risk | -> pack | weight |
  | >= 18 | -    | a       | 1      |
  | -     | high | b       | 2.5    |
  | -     | -    | -       | 3      |
`,
    rows: `
  | age | risk | pack   | pack.weight |
  | 18  | high | "a, b" | "1, 2.5, 3" |
  | 17  | low  | ""     | "3"         |
`,
  },
  {
    title: 'no row at all: 0 for a sum and a count, nothing for the least and the most',
    rules: `table none_sum collect sum
  | risk | -> none_sum |
  | high | 1           |
table none_max collect max
  | risk | -> none_max |
  | high | 1           |
table none_count collect count
  | risk | -> none_count |
  | high | 1             |
table none collect
  | risk | -> none |
  | high | 1       |
`,
    rows: `
  | risk | none_sum | none_max | none_count | none |
  | low  | 0        | unknown  | 0          | ""   |
`,
  },
];
