import type { Coverage, Figure, Resource, Rounding } from '@benchbook/dsl';
import { mapped, operated, type Column } from '../values/column.js';
import type { Numbers } from '../values/numbers.js';
import type { TableCoverage } from './asked-data.js';
import { countCovered } from './data-wanted.js';

/** What there is to look after. */
export interface Covered {
  readonly count: (figure: Figure) => Column;
  readonly members: (coverage: TableCoverage) => readonly number[] | null;
  readonly headcount: (resource: string) => Column;
}

/** How many people the spans of a resource ask for, all of them together; each span is rounded as it says. */
export function headsNeeded({ spans }: Resource, numbers: Numbers, covered: Covered): Column {
  return spans.reduce<Column>((sum, span) => operated('+', sum, needed(span, numbers, covered)), 0);
}

function needed(span: Coverage, numbers: Numbers, covered: Covered): Column {
  if (span.kind === 'ratio') {
    const figure = countCovered(span);
    const count = figure === null ? covered.headcount(span.of.name) : covered.count(figure);
    return rounded(operated('/', count, numbers.column(span.each)), span.rounding, numbers.trials);
  }
  const members = covered.members(span);
  if (members === null) return NaN;
  const rows = span.table.rows.map(({ outcomes: [each] }, index) =>
    each ? operated('/', members[index] ?? 0, numbers.column(each)) : 0,
  );
  if (!span.pooled)
    return rows.reduce<Column>((sum, row) => operated('+', sum, rounded(row, span.rounding, numbers.trials)), 0);
  return rounded(
    rows.reduce<Column>((sum, row) => operated('+', sum, row), 0),
    span.rounding,
    numbers.trials,
  );
}

const ROUND: Readonly<Record<Rounding, (heads: number) => number>> = {
  // 60 / 20 thirds summed must not ask for one head more for the last bit.
  up: (heads) => Math.ceil(heads - 1e-9),
  down: (heads) => Math.floor(heads + 1e-9),
  nearest: (heads) => Math.round(heads),
  none: (heads) => heads,
};

const rounded = (heads: Column, rounding: Rounding, trials: number): Column => mapped([heads], trials, ROUND[rounding]);
