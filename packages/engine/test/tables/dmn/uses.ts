import type { Case } from './case.js';

export const uses: readonly Case[] = [
  {
    title: 'a table that asks another',
    rules: `table bracket first
  | age   | -> bracket |
  | < 18  | minor      |
  | >= 65 | senior     |
  | -     | adult      |
table ticket
  | bracket       | member | -> ticket |
  | minor, senior | -      | 5         |
  | adult         | yes    | 8         |
  | adult         | no     | 10        |
`,
    rows: `
  | age | member | bracket | ticket  |
  | 17  | -      | minor   | 5       |
  | 70  | no     | senior  | 5       |
  | 30  | yes    | adult   | 8       |
  | 30  | no     | adult   | 10      |
  | -   | no     | unknown | unknown |
`,
  },
  {
    title: 'called with other arguments, and in a formula',
    rules: `table level_of
  | x       | -> level_of |
  | < 10    | 1           |
  | 10..<20 | 2           |
  | >= 20   | 3           |
metric both of cases in number
  = level_of(age) * 10 + level_of(years)
`,
    rows: `
  | age | years | both    |
  | 5   | 20    | 13      |
  | 19  | 9     | 21      |
  | -   | 9     | unknown |
`,
  },
  {
    title: 'a formula over a column as a condition',
    rules: `band older
  | age - years | older |
  | < 18        | early |
  | >= 18       | usual |
`,
    rows: `
  | age | years | older   |
  | 30  | 13    | early   |
  | 30  | 12    | usual   |
  | 30  | -     | unknown |
`,
  },
  {
    title: 'what is in a list, and how much',
    rules: `table tags collect
  | risk | member | -> tags |
  | high | -      | watch   |
  | -    | yes    | club    |
metric watched of cases in number
  = if("watch" in tags, 1, 0)
metric tagged of cases in count
  = count(tags)
`,
    rows: `
  | risk | member | tags          | watched | tagged  |
  | high | yes    | "watch, club" | 1       | 2       |
  | low  | no     | ""            | 0       | 0       |
  | high | -      | unknown       | 1       | unknown |
  | -    | no     | unknown       | unknown | unknown |
`,
  },
  {
    title: 'texts that are looked into, whatever the case of their letters',
    rules: `table firm first
  | country               | -> firm |
  | starts "the "         | article |
  | contains "bank", "银" | bank    |
  | ends "ltd"            | limited |
  | word "ag"             | stock   |
  | -                     | other   |
`,
    rows: `
  | country       | firm    |
  | "The Bank"    | article |
  | "工商银行"    | bank    |
  | "a bank ltd"  | bank    |
  | "Mills Ltd"   | limited |
  | "Siemens AG"  | stock   |
  | "Agent"       | other   |
  | -             | unknown |
`,
  },
  {
    title: 'not of a pattern, and patterns beside values',
    rules: `table plain
  | country               | -> plain |
  | not contains "bank"   | 1        |
  | contains "bank"       | 2        |
`,
    rows: `
  | country | plain   |
  | Mills   | 1       |
  | A Bank  | 2       |
  | -       | unknown |
`,
  },
];
