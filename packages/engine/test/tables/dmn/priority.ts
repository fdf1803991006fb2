import type { Case } from './case.js';

export const priority: readonly Case[] = [
  {
    title: 'P: the output that is listed first wins',
    rules: `table verdict priority [declined, refer, approved]
  | age   | risk | affordable | -> verdict |
  | >= 18 | -    | -          | approved   |
  | -     | high | -          | declined   |
  | -     | -    | no         | refer      |
`,
    rows: `
  | age | risk | affordable | verdict  |
  | 18  | low  | yes        | approved |
  | 18  | low  | no         | refer    |
  | 18  | high | no         | declined |
  | -   | high | -          | declined |
  | 18  | -    | yes        | unknown  |
  | 17  | low  | yes        | unknown  |
`,
  },
  {
    title: 'P: the rest of the row comes along',
    rules: `table grade priority [gold, silver]
  | years | member | -> grade | points |
  | >= 1  | -      | silver   | 10     |
  | >= 5  | -      | gold     | 50     |
  | -     | yes    | gold     | 40     |
`,
    rows: `
  | years | member | grade   | grade.points |
  | 5     | yes    | gold    | 50           |
  | 1     | yes    | gold    | 40           |
  | 1     | no     | silver  | 10           |
  | -     | yes    | gold    | unknown      |
  | 0     | no     | unknown | unknown      |
`,
  },
  {
    title: 'P: of numbers, the larger first',
    rules: `table surcharge priority [20, 10, 0]
  | age  | risk | -> surcharge |
  | -    | -    | 0            |
  | < 25 | -    | 10           |
  | -    | high | 20           |
`,
    rows: `
  | age | risk | surcharge |
  | 30  | low  | 0         |
  | 20  | low  | 10        |
  | 20  | high | 20        |
  | -   | high | 20        |
  | -   | low  | unknown   |
`,
  },
  {
    title: 'P: without a list, as the outputs first stand',
    rules: `table alarm priority
  | age   | risk | -> alarm |
  | >= 90 | -    | red      |
  | -     | -    | green    |
  | -     | high | red      |
`,
    rows: `
  | age | risk | alarm |
  | 20  | low  | green |
  | 20  | high | red   |
  | 90  | low  | red   |
`,
  },
];
