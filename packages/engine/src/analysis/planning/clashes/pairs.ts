import type { Clash, ClashKind, ClashReason } from '../../../planning-types.js';
import type { Bound } from './bounds.js';

/** Two of what is asked of one figure that leave it no value, say two values, or of which one asks nothing. */
export function pairs(bounds: readonly Bound[]): readonly Clash[] {
  return bounds.flatMap((one, index) =>
    bounds.slice(index + 1).flatMap((other) => (one.key === other.key ? (clashOf(one, other) ?? []) : [])),
  );
}

function clashOf(one: Bound, other: Bound): Clash | null {
  if (one.statement.line === other.statement.line && one.statement.file === other.statement.file) return null;
  if (one.by !== other.by && one.by !== null && other.by !== null) return overTime(one, other);
  if (one.operator === '=' && other.operator === '=')
    return one.value === other.value ? null : clash('drift', 'two values', one, other);
  if (excludes(one, other)) return clash('contradiction', 'none can hold', one, other);
  if (sideOf(one) !== sideOf(other) || isAsStrict(one, other) === isAsStrict(other, one)) return null;
  const isDrift = one.said === 'target' && other.said === 'target';
  return isDrift ? clash('drift', 'two values', one, other) : clash('dominated', 'asked more elsewhere', one, other);
}

/** What is asked later may be more, not less. */
function overTime(one: Bound, other: Bound): Clash | null {
  const [first, then] = (one.by ?? '') < (other.by ?? '') ? [one, other] : [other, one];
  if (sideOf(first) !== sideOf(then) || isAsStrict(then, first)) return null;
  return clash('dominated', 'asked more elsewhere', one, other);
}

function clash(kind: ClashKind, reason: ClashReason, one: Bound, other: Bound): Clash {
  return {
    kind,
    reason,
    statements: [one.statement, other.statement],
    arithmetic:
      reason === 'none can hold' ? [`${one.operator} ${one.display}, ${other.operator} ${other.display}`] : [],
    ways: [],
  };
}

const SIDES = { '=': '=', '<': '<', '<=': '<', '>': '>', '>=': '>' } as const;
const sideOf = ({ operator }: Bound): '<' | '>' | '=' => SIDES[operator];

/** Whether whatever meets one of two bounds on the same side meets the other. */
function isAsStrict(one: Bound, other: Bound): boolean {
  if (one.value !== other.value) return sideOf(one) === '>' ? one.value > other.value : one.value < other.value;
  return one.operator === other.operator || one.operator === '<' || one.operator === '>';
}

/** Whether no value meets both. */
function excludes(one: Bound, other: Bound): boolean {
  const low = [one, other].filter((each) => sideOf(each) !== '<').map(({ value }) => value);
  const high = [one, other].filter((each) => sideOf(each) !== '>').map(({ value }) => value);
  const [least, most] = [Math.max(...low), Math.min(...high)];
  const isStrict =
    sideOf(one) !== sideOf(other) && [one, other].some(({ operator }) => operator === '<' || operator === '>');
  return least > most || (least === most && isStrict);
}
