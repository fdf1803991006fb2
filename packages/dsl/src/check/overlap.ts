import type { TableRow } from '../model/decision-table.js';
import { keyOf } from '../model/constant-keys.js';
import type { Constant } from '../model/expression.js';
import { bit, meet } from '../model/table-space.js';
import type { Probes, Space } from '../model/table-space.js';
import { indexesOf } from './coverage.js';
import type { Checked } from './hygiene.js';
import { addingToHead } from './line-edits.js';
import type { Scope } from './scope.js';

/** So many overlaps of a table are shown; of the rest only the number. */
const MOST_SHOWN = 10;

/** Two rows of one table, and a text that only the rules' own patterns make them meet in, if that is how they do. */
interface Meeting {
  readonly first: TableRow<unknown>;
  readonly second: TableRow<unknown>;
  readonly made: string | null;
}

/** Reports rows that hold for one and the same case, where only one may; under `any`, those that then give different things. */
export function reportOverlaps(scope: Scope, { hit, rows }: Checked, space: Space): void {
  if (hit.policy !== 'unique' && hit.policy !== 'any') return;
  const clash = hit.policy === 'unique' ? () => true : differ;
  const found = rows.flatMap((_, index) => firstMeeting(rows, space, index, clash) ?? []);
  const certain = found.filter(({ made }) => made === null);
  for (const [index, { first, second }] of certain.slice(0, MOST_SHOWN).entries()) {
    const more = index === MOST_SHOWN - 1 ? certain.length - MOST_SHOWN : 0;
    const data = { first: first.text, second: second.text, line: first.line, more };
    const related = [first.span];
    if (hit.policy === 'unique') scope.report('B305', second.span, data, { related, ...upperWins(scope, second) });
    else scope.report('B320', second.span, data, { related });
  }
  for (const { first, second, made } of found.filter((one) => one.made !== null).slice(0, MOST_SHOWN)) {
    const data = { first: first.text, second: second.text, line: first.line, sample: made ?? '' };
    scope.report('B324', second.span, data, { related: [first.span], ...upperWins(scope, second) });
  }
}

/** Where no policy is written, `first` lets the upper row win. */
const upperWins = (scope: Scope, { span }: TableRow<unknown>) => addingToHead(scope.file(span), span, 'first');

function firstMeeting(
  rows: readonly TableRow<unknown>[],
  space: Space,
  index: number,
  clash: (a: TableRow<unknown>, b: TableRow<unknown>) => boolean,
): Meeting | null {
  const [second, box] = [rows[index], space.rows[index]];
  if (second === undefined || box === undefined) return null;
  let byPattern: Meeting | null = null;
  for (const [at, first] of rows.slice(0, index).entries()) {
    const other = space.rows[at] ?? [];
    if (!meet(other, box) || !clash(first, second)) continue;
    const made = madeFor(space, other, box);
    if (made === null) return { first, second, made };
    byPattern ??= { first, second, made };
  }
  return byPattern;
}

/** The text that two rows meet in, when they meet in none that the rules name or that may be any other. */
function madeFor({ columns }: Space, a: readonly Probes[], b: readonly Probes[]): string | null {
  for (const [column, probes] of columns.entries()) {
    const common = (a[column] ?? 0n) & (b[column] ?? 0n);
    const real = probes.reduce((set, { made }, index) => (made ? set : set | bit(index)), 0n);
    if ((common & real) !== 0n) continue;
    const [first = 0] = indexesOf(common);
    return String(probes[first]?.value ?? '');
  }
  return null;
}

/** Whether two rows give different things: their outcomes are compared as values, thresholds as they are written. */
function differ(a: TableRow<unknown>, b: TableRow<unknown>): boolean {
  return a.outcomes.some((outcome, index) => given(outcome) !== given(b.outcomes[index]));
}

export function given(outcome: unknown): string {
  if (outcome === null || outcome === undefined) return '-';
  if (isConstant(outcome)) return keyOf(outcome);
  return JSON.stringify(outcome, (key, value: unknown) => (key === 'span' || key === 'path' ? undefined : value));
}

const isConstant = (outcome: unknown): outcome is Constant =>
  ['quantity', 'text', 'date', 'boolean'].includes((outcome as { kind?: string }).kind ?? '');
