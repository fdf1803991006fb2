import type { Case } from './case.js';

export const anyFirst: readonly Case[] = [
  {
    title: 'A: rows that agree may hold together',
    rules: `table eligible any
  | age   | risk | affordable | -> eligible  |
  | < 18  | -    | -          | not eligible |
  | -     | high | -          | not eligible |
  | -     | -    | no         | not eligible |
  | >= 18 | low  | yes        | eligible     |
`,
    rows: `
  | age | risk | affordable | eligible       |
  | 17  | high | no         | "not eligible" |
  | 18  | low  | yes        | eligible       |
  | 18  | high | yes        | "not eligible" |
  | -   | high | -          | "not eligible" |
  | -   | low  | yes        | unknown        |
  | 18  | mid  | yes        | unknown        |
`,
  },
  {
    title: 'A: with several outputs all of them agree',
    rules: `table terms any
  | age   | member | -> terms | fee |
  | >= 60 | -      | good     | 0   |
  | -     | yes    | good     | 0   |
  | < 60  | no     | plain    | 5   |
`,
    rows: `
  | age | member | terms   | terms.fee |
  | 60  | yes    | good    | 0         |
  | 59  | no     | plain   | 5         |
  | -   | yes    | good    | 0         |
  | -   | no     | unknown | unknown   |
`,
  },
  {
    title: 'F: the upper row wins',
    rules: `table offer first
  | age   | risk        | -> offer | rate     |
  | >= 18 | low         | approved | best     |
  | >= 18 | low, medium | approved | standard |
  | -     | -           | declined | standard |
`,
    rows: `
  | age | risk   | offer    | offer.rate |
  | 18  | low    | approved | best       |
  | 18  | medium | approved | standard   |
  | 18  | high   | declined | standard   |
  | 17  | low    | declined | standard   |
  | -   | high   | declined | standard   |
  | -   | low    | unknown  | unknown    |
  | 18  | -      | unknown  | unknown    |
`,
  },
  {
    title: 'F: a missing value does not matter where the row above it holds',
    rules: `table door first
  | member | age   | -> door |
  | yes    | -     | open    |
  | -      | >= 18 | open    |
  | -      | -     | closed  |
`,
    rows: `
  | member | age | door    |
  | yes    | -   | open    |
  | -      | 18  | open    |
  | no     | 17  | closed  |
  | -      | 17  | unknown |
  | no     | -   | unknown |
`,
  },
  {
    title: 'F: without a row for everything there may be no answer',
    rules: `table gift first
  | years | -> gift |
  | >= 20 | watch   |
  | >= 10 | pen     |
`,
    rows: `
  | years | gift    |
  | 20    | watch   |
  | 19    | pen     |
  | 9     | unknown |
`,
  },
  {
    title: 'F: a row that says nothing, above one that does',
    rules: `table bonus first
  | risk | -> bonus |
  | high | -        |
  | -    | 100      |
`,
    rows: `
  | risk | bonus   |
  | high | unknown |
  | low  | 100     |
  | -    | unknown |
`,
  },
];
