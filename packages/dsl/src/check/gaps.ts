import type { Condition, TableRow } from '../model/decision-table.js';
import type { Unit } from '../model/unit.js';
import { intervalOf, point } from '../model/intervals.js';
import type { Interval } from '../model/intervals.js';
import type { InputColumn } from './decision.js';
import { elseRow } from './else-row.js';
import type { Scope } from './scope.js';
import type { Span } from '../text/span.js';

/** Which whole numbers a column can meet; a null end is not known. */
export interface Counts {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Reports the numbers between two rows, in a column of a table, for which no row holds whatever the other columns say.
 * A count that can occur and has no row is an error; for other numbers it may be meant, and is a warning.
 */
export function reportGaps(
  scope: Scope,
  header: Span,
  columns: readonly InputColumn[],
  rows: readonly TableRow<unknown>[],
): void {
  for (const [index, column] of columns.entries()) {
    if (column.isPeriod || (column.type.kind !== 'number' && column.type.kind !== 'date')) continue;
    const pieces = rows.flatMap((row) => piecesOf(row.conditions[index] ?? { kind: 'any' }));
    const { name, counts } = column;
    const unit = column.type.kind === 'number' ? column.type.unit : null;
    const whole = unit === null || unit.kind === 'count';
    const found = gapsBetween(whole ? pieces.map(inWholeNumbers) : pieces, whole, counts);
    if (found.length === 0) continue;
    if (counts) scope.report('B313', header, { column: name, counts: found.map(countsIn) });
    else
      scope.report(
        'B314',
        column.input.span,
        { gaps: found.map((gap) => said(name, gap, unit)) },
        elseRow(columns, rows),
      );
  }
}

const ALL: Piece = { low: -Infinity, lowIncluded: false, high: Infinity, highIncluded: false, single: false };

/** A part of the number line that a row covers, or, between rows, leaves open. */
interface Piece extends Interval {
  /** One value rather than a stretch: values listed one by one are not meant to meet. */
  readonly single: boolean;
}

function piecesOf(condition: Condition): Piece[] {
  switch (condition.kind) {
    case 'any':
    case 'else':
    case 'known':
      return [ALL];
    case 'missing':
    case 'match':
      return [];
    case 'either':
      return condition.conditions.flatMap(piecesOf);
    case 'not':
      return complement(piecesOf(condition.condition));
    case 'values': {
      const points = condition.values.map((value) => ({ ...point(value), single: true }));
      return condition.negated ? around(points) : points;
    }
    case 'compare':
    case 'range': {
      const interval = intervalOf(condition);
      if (interval !== null) return [{ ...interval, single: interval.low === interval.high }];
      return condition.kind === 'compare' ? around([point(condition.constant)]) : [ALL];
    }
  }
}

/** Everything but these values. */
function around(values: readonly Interval[]): Piece[] {
  const ends = [-Infinity, ...values.map((value) => value.low).toSorted((a, b) => a - b), Infinity];
  return ends
    .slice(1)
    .map((high, index) => ({ ...ALL, low: ends[index] ?? -Infinity, high }))
    .filter((piece) => piece.low < piece.high);
}

/** What the pieces leave of the line. */
function complement(pieces: readonly Piece[]): Piece[] {
  const sorted = pieces.toSorted((a, b) => a.low - b.low);
  const ends = [...sorted, { ...ALL, low: Infinity, lowIncluded: true }];
  let [from, included] = [-Infinity, false];
  return ends.flatMap((piece) => {
    const free = { ...ALL, low: from, lowIncluded: included, high: piece.low, highIncluded: !piece.lowIncluded };
    if (piece.high >= from) [from, included] = [piece.high, !piece.highIncluded];
    return free.low < free.high || (free.low === free.high && free.lowIncluded && free.highIncluded) ? [free] : [];
  });
}

/** `< 3` is `.. 2` where only whole numbers occur. */
function inWholeNumbers(piece: Piece): Piece {
  const low = piece.lowIncluded ? Math.ceil(piece.low) : Math.floor(piece.low) + 1;
  const high = piece.highIncluded ? Math.floor(piece.high) : Math.ceil(piece.high) - 1;
  return { ...piece, low, high, lowIncluded: true, highIncluded: true };
}

function gapsBetween(pieces: readonly Piece[], whole: boolean, counts: Counts | undefined): Interval[] {
  const inside = pieces.filter((piece) => piece.low <= piece.high).toSorted((a, b) => a.low - b.low);
  const sorted = [...edge(counts?.from ?? null, -1), ...inside, ...edge(counts?.to ?? null, 1)];
  const gaps: Interval[] = [];
  let [last] = sorted;
  for (const piece of sorted.slice(1)) {
    const gap = last && gapBetween(last, piece, whole);
    if (gap && (counts || !last?.single || !piece.single)) gaps.push(gap);
    if (last && reachesFurther(piece, last)) last = piece;
  }
  return gaps;
}

/** Just outside the counts that can occur. */
const edge = (at: number | null, step: number): Piece[] =>
  at === null ? [] : [{ low: at + step, lowIncluded: true, high: at + step, highIncluded: true, single: false }];

const reachesFurther = (a: Interval, b: Interval): boolean =>
  a.high > b.high || (a.high === b.high && a.highIncluded && !b.highIncluded);

function gapBetween(below: Interval, above: Interval, whole: boolean): Interval | null {
  if (whole) {
    const gap = { low: below.high + 1, lowIncluded: true, high: above.low - 1, highIncluded: true };
    return gap.low <= gap.high ? gap : null;
  }
  const gap = {
    low: below.high,
    lowIncluded: !below.highIncluded,
    high: above.low,
    highIncluded: !above.lowIncluded,
  };
  return gap.low < gap.high || (gap.low === gap.high && gap.lowIncluded && gap.highIncluded) ? gap : null;
}

const countsIn = ({ low, high }: Interval): string => (low === high ? String(low) : `${low}..${high}`);

/** `200 <= employees < 300`. */
function said(column: string, { low, lowIncluded, high, highIncluded }: Interval, unit: Unit | null): string {
  if (low === high) return `${column} = ${endOf(low, unit)}`;
  return `${endOf(low, unit)} ${lowIncluded ? '<=' : '<'} ${column} ${highIncluded ? '<=' : '<'} ${endOf(high, unit)}`;
}

/** A number, or a day where there is no unit, as a rule would write it. */
export function endOf(value: number, unit: Unit | null): string {
  if (unit === null) return dayOf(value);
  if (unit.kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  return unit.kind === 'money' ? `${value} ${unit.text}` : String(value);
}

const DAY = 24 * 60 * 60 * 1000;
const dayOf = (value: number): string => new Date(value * DAY).toISOString().slice(0, 10);
