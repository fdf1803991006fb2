/** A table, and rows with what goes into it and what comes out of it; `unknown` is no answer, `""` an empty list. */
export interface Case {
  readonly title: string;
  readonly rules: string;
  readonly rows: string;
}

/** A rulebook with a column of each type, which the cases are written on. */
export const SOURCE = `rulebook dmn version "1"
source cases not available key id
  | column     | type      |
  | id         | text      |
  | age        | number    |
  | years      | count     |
  | risk       | text      |
  | country    | text      |
  | affordable | boolean   |
  | member     | boolean   |
  | amount     | money CNY |
  | margin     | percent   |
  | since      | date      |
population all_cases of cases
`;
