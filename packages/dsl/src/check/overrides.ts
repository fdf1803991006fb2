import type Big from 'big.js';
import type { Named, NamedNumber } from '../model/named-number.js';
import type { Change, Limits, Override } from '../model/scenario.js';
import { agree, describeUnit, isBare, PERCENT, POINTS } from '../model/units.js';
import type { ClauseOf, NumberNode, RangeNode } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { placeOf } from './places.js';
import type { Placed } from './places.js';
import { fittedQuantity, writtenQuantity } from './quantities.js';
import type { Scope } from './scope.js';
import { numberAt, settingsAt } from './settings.js';

type Overriding = ClauseOf<'set' | 'scale' | 'shift' | 'unset'>;

/** One line of a scenario: what it does to each number its path names. */
export interface Line {
  readonly clause: Overriding | ClauseOf<'set table'>;
  /** null: a table names each of its numbers. */
  readonly place: Placed | null;
  readonly overrides: readonly Override[];
}

/** `set`, `scale`, `shift` or `unset`; null when it is not whole (reported). */
export function checkOverride(scope: Scope, clause: Overriding): Line | null {
  const place = placeOf(scope, clause.path, clause.except);
  const changes = place && changesOf(scope, clause, place);
  if (changes === null) return null;
  const line = scope.line(clause.span);
  return { clause, place, overrides: changes.map((one) => ({ ...one, span: clause.span, line, clause: clause.span })) };
}

type PathChange = Pick<Override, 'path' | 'change'>;

function changesOf(scope: Scope, clause: Overriding, place: Placed): readonly PathChange[] | null {
  switch (clause.kind) {
    case 'set':
      return each(place.found, (named) => {
        const settings = settingsAt(scope, named, clause.to);
        return settings?.map(({ path, to }) => ({ path, change: { kind: 'set', to } })) ?? null;
      });
    case 'unset':
      return place.paths.map((path) => ({ path, change: { kind: 'unset' } }));
    case 'scale':
    case 'shift':
      return movedNumbers(scope, clause, place);
  }
}

/** Stops at the first that is not whole: the others of a column would say the same. */
function each(found: readonly Named[], change: (named: Named) => PathChange[] | null): PathChange[] | null {
  const changes: PathChange[] = [];
  for (const named of found) {
    const made = change(named);
    if (made === null) return null;
    changes.push(...made);
  }
  return distinct(changes);
}

/** Both ends of a range set to `-` are one cell. */
const distinct = (changes: readonly PathChange[]): PathChange[] => [
  ...new Map(changes.map((one) => [one.path, one])).values(),
];

function movedNumbers(scope: Scope, clause: ClauseOf<'scale' | 'shift'>, place: Placed): PathChange[] | null {
  return each(place.found, (named) => {
    if (named.is !== 'number')
      return scope.report('B520', clause.path.span, { path: named.at.path, list: named.is === 'value' });
    const change = clause.kind === 'scale' ? scaling(scope, clause, named.at) : shifting(scope, clause, named.at);
    return change && [{ path: named.at.path, change }];
  });
}

function scaling(scope: Scope, { by, within }: ClauseOf<'scale'>, number: NamedNumber): Change | null {
  const written = writtenQuantity(by);
  if (written.unit.kind !== 'percent' || by.per !== null) return notPercent(scope, by, written.value);
  const factor = fittedQuantity(scope, by, PERCENT, null);
  const limits = limitsOf(scope, within, number);
  return factor && limits !== undefined ? { kind: 'scale', factor: factor.value, within: limits } : null;
}

/** `scale x by 1.1` is 110%; nobody means 110 times. */
function notPercent(scope: Scope, { unit, span }: NumberNode, value: Big): null {
  const percent = `${(value.abs().lt(10) ? value.times(100) : value).toFixed()}%`;
  return scope.report('B512', span, { percent }, unit === null ? { fix: { span, replacement: percent } } : {});
}

function shifting(scope: Scope, { by, within }: ClauseOf<'shift'>, number: NamedNumber): Change | null {
  const amount = shiftOf(scope, by, number);
  const limits = limitsOf(scope, within, number);
  return amount && limits !== undefined ? { kind: 'shift', by: amount, within: limits } : null;
}

/** Percents are shifted by percentage points: 5% of 40% and 5pp more than 40% are two things. */
export function shiftOf(scope: Scope, node: NumberNode, { unit, path }: NamedNumber): Big | null {
  const written = writtenQuantity(node);
  if (unit.kind !== 'percent') {
    if (!isBare(written.unit) && (isBare(unit) || !agree(written.unit, unit) || written.unit.kind === 'points'))
      return scope.report('B202', node.span, { left: describeUnit(written.unit), right: describeUnit(unit) });
    if (isBare(written.unit) || isBare(unit)) return written.value;
    return fittedQuantity(scope, node, unit, path)?.value ?? null;
  }
  if (written.unit.kind === 'points') return fittedQuantity(scope, node, POINTS, path)?.value ?? null;
  if (!isBare(written.unit) && written.unit.kind !== 'percent')
    return scope.report('B202', node.span, { left: describeUnit(written.unit), right: describeUnit(POINTS) });
  const text = `${scope.text(node.span).replace(/\s*%$/, '')}pp`;
  return scope.report('B511', node.span, { text }, { fix: { span: node.span, replacement: text } });
}

/** `within LOW..HIGH`; null: not said; undefined: it does not fit (reported). */
export function limitsOf(
  scope: Scope,
  range: RangeNode | null,
  number: Pick<NamedNumber, 'unit' | 'path'>,
): Limits | null | undefined {
  if (range === null) return null;
  const { low, high } = range;
  if (low.kind !== 'number' || high.kind !== 'number')
    return void scope.report('B205', range.span, { found: 'date', wanted: 'number' });
  const from = numberAt(scope, number, low);
  const to = from && numberAt(scope, number, high);
  if (from === null || to === null) return undefined;
  if (from.value.lte(to.value)) return { low: from.value, high: to.value };
  const said = (span: Span): string => scope.text(span);
  return void scope.report('B310', range.span, { low: said(low.span), high: said(high.span) });
}
