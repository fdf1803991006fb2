import Big from 'big.js';
import { appliesOf, entriesOf } from '../model/chain.js';
import { valueAt, weightsOf } from '../model/entries.js';
import type { Entries } from '../model/entries.js';
import type { Named, NamedNumber } from '../model/named-number.js';
import type { NumberIndex } from '../model/number-index.js';
import type { Override, Scenario } from '../model/scenario.js';
import { textAt } from '../model/text-at.js';
import { writtenNumber } from '../model/written.js';
import type { Span } from '../text/span.js';
import { reportBrokenTables } from './overridden-tables.js';
import { chainOf } from './scenarios.js';
import type { Scope } from './scope.js';

/** What a scenario's numbers come to, and what that leaves standing. */
interface Outcome {
  readonly scope: Scope;
  readonly index: NumberIndex;
  readonly before: Entries;
  readonly after: Entries;
}

/** Looks at what a scenario makes of the numbers: sums, bounds, tables, and lines that can move nothing. */
export function reportEffects(scope: Scope, scenario: Scenario): void {
  const chain = chainOf(scope, scenario);
  const index = scope.numbers(scenario.span);
  const applies = appliesOf(scope.applies(scenario.span), chain);
  const judged = new Set(applies.flatMap((apply) => apply.benchmarks));
  reportOverrides(scope, scenario.overrides, {
    index,
    before: entriesOf(index, chain.slice(0, -1)),
    after: entriesOf(index, chain),
    judged,
  });
}

/** As `reportEffects`, for overrides on top of any state. `judged`: the benchmarks that are applied. */
export function reportOverrides(
  scope: Scope,
  overrides: readonly Override[],
  { index, before, after, judged }: Omit<Outcome, 'scope'> & { readonly judged: ReadonlySet<string> },
): void {
  const outcome = { scope, index, before, after };
  for (const line of linesOf(overrides)) {
    if (!reportIdle(outcome, line, judged)) reportOutside(outcome, line);
  }
  reportWeights(outcome, overrides);
  reportBrokenTables(scope, index, after, overrides);
}

/** The overrides that one line of the scenario makes. */
function linesOf(overrides: readonly Override[]): readonly (readonly Override[])[] {
  const lines = new Map<number, Override[]>();
  for (const override of overrides)
    lines.set(override.clause.start, [...(lines.get(override.clause.start) ?? []), override]);
  return [...lines.values()];
}

/** A line none of whose numbers moves, or moves anything, says why. Returns whether it is one. */
function reportIdle(outcome: Outcome, line: readonly Override[], judged: ReadonlySet<string>): boolean {
  const { scope, index, before, after } = outcome;
  const [first] = line;
  if (first === undefined) return false;
  const { path, span } = first;
  if (line.every((one) => one.change.kind === 'unset' && !before.has(one.path))) {
    scope.report('B516', span, { path }, scope.without(first.clause));
    return true;
  }
  if (line.every((one) => textAt(index, before, one.path) === textAt(index, after, one.path))) {
    scope.report(
      'B509',
      span,
      { path, value: textAt(index, after, path), more: line.length - 1 },
      scope.without(first.clause),
    );
    return true;
  }
  const owners = new Set(line.map((one) => benchmarkOf(index.get(one.path) ?? null)));
  // An `apply` that is not whole may well apply it.
  const allApplied = scope.applies(span).length >= scope.declarations('apply').length;
  const idle = allApplied && [...owners].every((owner) => owner !== null && !judged.has(owner));
  const [benchmark] = owners;
  if (idle && benchmark) scope.report('B510', span, { path, benchmark });
  return idle;
}

const benchmarkOf = (named: Named | null): string | null =>
  named?.is === 'open' || (named?.is === 'number' && named.at.kind === 'threshold') ? named.at.owner : null;

function reportOutside({ scope, index, after }: Outcome, line: readonly Override[]): void {
  const outside = line.flatMap((override) => {
    const number = index.number(override.path);
    const value = number && valueAt(index, after, override.path);
    return number && value && isOutside(value, number) ? [{ number, value, override }] : [];
  });
  const [worst] = outside;
  if (worst === undefined) return;
  const { number, value, override } = worst;
  const { path, bounds, unit } = number;
  const end = (bound: Big | null): string => (bound === null ? '' : writtenNumber(bound, unit));
  const limits = `${end(bounds.low)}..${end(bounds.high)}`;
  const data = { path, value: writtenNumber(value, unit), limits };
  if (isHard(number)) scope.report('B514', override.span, { ...data, whole: number.whole });
  else scope.report('B513', override.span, data, withinFix(override, bounds.low && bounds.high ? limits : null));
}

const isHard = ({ kind }: NamedNumber): boolean => kind === 'weight' || kind === 'top';

function isOutside(value: Big, { kind, bounds: { low, high }, whole }: NamedNumber): boolean {
  if (kind === 'top' && (value.lte(0) || (whole && !value.eq(value.round(0))))) return true;
  return (low !== null && value.lt(low)) || (high !== null && value.gt(high));
}

function withinFix({ change, span }: Override, limits: string | null) {
  if ((change.kind !== 'scale' && change.kind !== 'shift') || change.within !== null || limits === null) return {};
  return { fix: { span: { start: span.end, end: span.end }, replacement: ` within ${limits}` } };
}

/** Weights come to 100%: those that no line names make room, which is said; when none is left to do so, it is an error. */
function reportWeights({ scope, index, before, after }: Outcome, overrides: readonly Override[]): void {
  const spans = new Map<string, Span>();
  for (const { path, span } of overrides) {
    const number = index.number(path);
    const value = number?.kind === 'weight' ? valueAt(index, after, path) : null;
    // A weight that cannot be has been reported itself.
    if (number && value && !isOutside(value, number)) spans.set(number.owner, span);
  }
  for (const [score, span] of spans) {
    const { moved, others, sum } = weightsOf(index, after, score);
    const rest = new Big(1).minus(sum);
    const room = others.reduce((total, { path, value }) => total.plus(after.get(path)?.basis ?? value), new Big(0));
    const impossible = room.eq(0) ? !rest.eq(0) : rest.lt(0);
    if (impossible) {
      const total = room.eq(0) ? sum.plus(room) : sum;
      scope.report('B507', span, { score, sum: `${total.times(100).toFixed()}%`, all: others.length === 0 });
      continue;
    }
    const rescaled = others.filter(({ path }) => after.has(path));
    const weights = rescaled.map(({ path, row, value, unit }) => {
      const now = valueAt(index, after, path) ?? value;
      const was = valueAt(index, before, path) ?? value;
      return { term: row?.join(', ') ?? path, from: writtenNumber(was, unit), to: writtenNumber(now, unit) };
    });
    if (weights.length > 0) scope.report('B508', span, { score, weights, moved: moved.length });
  }
}
