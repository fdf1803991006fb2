import type { Case } from './case.js';

export const unique: readonly Case[] = [
  {
    title: 'one condition, one row each',
    rules: `table rating
  | risk   | -> rating |
  | high   | declined  |
  | medium | refer     |
  | low    | approved  |
`,
    rows: `
  | risk   | rating   |
  | high   | declined |
  | medium | refer    |
  | low    | approved |
`,
  },
  {
    title: 'no row that holds is no answer',
    rules: `table graded
  | age   | risk | -> graded |
  | >= 18 | low  | yes, good |
  | < 18  | low  | no        |
`,
    rows: `
  | age | risk   | graded      |
  | 18  | low    | "yes, good" |
  | 17  | low    | no          |
  | 18  | high   | unknown     |
  | -   | low    | unknown     |
  | 18  | -      | unknown     |
`,
  },
  {
    title: 'three conditions of three kinds',
    rules: `table approval
  | age   | risk        | affordable | -> approval | rate |
  | >= 18 | low, medium | yes        | approved    | 3%   |
  | >= 18 | high        | yes        | approved    | 7%   |
  | >= 18 | -           | no         | declined    | -    |
  | < 18  | -           | -          | declined    | -    |
`,
    rows: `
  | age | risk   | affordable | approval | approval.rate |
  | 18  | medium | yes        | approved | 3%            |
  | 40  | high   | yes        | approved | 7%            |
  | 40  | high   | no         | declined | unknown       |
  | 17  | -      | -          | declined | unknown       |
  | 40  | high   | -          | unknown  | unknown       |
  | 40  | -      | no         | declined | unknown       |
`,
  },
  {
    title: 'a value of its own for what is missing',
    rules: `table known
  | age     | -> known |
  | < 18    | minor    |
  | >= 18   | adult    |
  | missing | not told |
`,
    rows: `
  | age | known      |
  | 3   | minor      |
  | 18  | adult      |
  | -   | "not told" |
`,
  },
  {
    title: 'present or not',
    rules: `table asked
  | risk        | member      | -> asked |
  | missing     | missing     | both     |
  | not missing | missing     | member   |
  | missing     | not missing | risk     |
  | not missing | not missing | nothing  |
`,
    rows: `
  | risk | member | asked   |
  | -    | -      | both    |
  | low  | -      | member  |
  | -    | no     | risk    |
  | low  | no     | nothing |
`,
  },
  {
    title: 'else in two columns: what neither lists',
    rules: `table route
  | risk | country | -> route |
  | high | CN      | 1        |
  | high | else    | 2        |
  | else | CN      | 3        |
  | else | else    | 4        |
`,
    rows: `
  | risk | country | route   |
  | high | CN      | 1       |
  | high | US      | 2       |
  | low  | CN      | 3       |
  | low  | US      | 4       |
  | -    | US      | unknown |
  | low  | -       | unknown |
`,
  },
  {
    title: 'else beside a row for missing',
    rules: `table zone
  | country | -> zone |
  | CN, HK  | home    |
  | else    | abroad  |
  | missing | nowhere |
`,
    rows: `
  | country | zone    |
  | HK      | home    |
  | US      | abroad  |
  | -       | nowhere |
`,
  },
  {
    title: 'a row that asks nothing',
    rules: `table constant
  | age | -> constant |
  | -   | 42          |
`,
    rows: `
  | age | constant |
  | 1   | 42       |
  | -   | 42       |
`,
  },
  {
    title: 'a text that looks like a number, a word or a list',
    rules: `table odd
  | risk        | -> odd |
  | 10          | ten    |
  | "else"      | word   |
  | "high, low" | list   |
  | "-"         | dash   |
  | "missing"   | gone   |
  | not "10", "else", "high, low", "-", "missing" | other |
`,
    rows: `
  | risk        | odd     |
  | "10"        | ten     |
  | "else"      | word    |
  | "high, low" | list    |
  | "missing"   | gone    |
  | HIGH        | other   |
  | -           | unknown |
`,
  },
  {
    title: 'texts are told apart by letters of either case',
    rules: `table cased
  | country | -> cased |
  | cn      | small    |
  | CN      | large    |
`,
    rows: `
  | country | cased   |
  | cn      | small   |
  | CN      | large   |
  | Cn      | unknown |
`,
  },
];
