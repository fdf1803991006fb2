import type { PeerBound, Plan } from '../plan/plan.js';
import { toBase } from '../plan/units.js';
import { asDouble, compile, type Scope } from './compile-expression.js';
import { all, ascending, call, cases, cast, column, isKnown, literal, operator, window } from './expression.js';
import type { SqlExpression } from './expression.js';
import { named } from './names.js';
import { output, type Output } from './query.js';

/** Steps between p0 and p100, so that a percentile with four digits is a whole number of them. */
const STEPS = 1_000_000;

/** Where each entity stands among its peers by a metric, and how many of them have a known value. */
export function peerPlaces(plan: Plan, scope: Scope): readonly Output[] {
  return distinctGroups(plan).flatMap((bound) => {
    const value = column(named.metric(bound.metric));
    const partition = [...groupOf(bound, scope), isKnown(value)];
    return [
      output(window('row_number', [], { partition, order: [ascending(value)] }), placeIn(bound)),
      output(cast(window('count', [value], { partition: groupOf(bound, scope) }), 'BIGINT'), named.peers(bound.group)),
    ];
  });
}

/** The columns of `peerPlaces` that nobody reads once the bounds are known. */
export function placesToForget(plan: Plan): readonly string[] {
  return distinctGroups(plan).map(placeIn);
}

/**
 * The percentiles themselves: the value at position (n − 1) × p among n known ones, between two of them in proportion, as
 * `quantile_cont` has it. The position is worked out in whole numbers, so that a percentile that falls on a value is that value.
 */
export function peerBoundColumns(plan: Plan, scope: Scope): readonly Output[] {
  if (plan.standing === 'given') return [];
  return plan.judge.peers.map((bound) => output(percentile(bound, scope), bound.id));
}

function percentile(bound: PeerBound, scope: Scope): SqlExpression {
  const size = column(named.peers(bound.group));
  const share = scope.parameters.number(toBase(bound.percentile).times(STEPS), 'BIGINT');
  const position = operator(operator(size, '-', literal(1)), '*', share);
  const below = operator(position, '//', literal(STEPS));
  const beyond = operator(position, '%', literal(STEPS));
  const lower = valueAt(bound, below, scope);
  const upper = call('coalesce', valueAt(bound, operator(below, '+', literal(1)), scope), lower);
  const way = operator(asDouble(beyond), '/', asDouble(literal(STEPS)));
  const enough = operator(size, '>=', scope.parameters.number(toBase(bound.least), 'BIGINT'));
  return cases([
    {
      when: all([enough, ...groupOf(bound, scope).map(isKnown)]),
      then: operator(lower, '+', operator(operator(upper, '-', lower), '*', way)),
    },
  ]);
}

/** The value of the peer with so many below it, read by all of its group. */
function valueAt(bound: PeerBound, below: SqlExpression, scope: Scope): SqlExpression {
  const value = asDouble(column(named.metric(bound.metric)));
  const isThere = operator(operator(column(placeIn(bound)), '-', literal(1)), '=', below);
  return window('max', [cases([{ when: all([isKnown(value), isThere]), then: value }])], {
    partition: groupOf(bound, scope),
  });
}

function groupOf({ within }: PeerBound, scope: Scope): readonly SqlExpression[] {
  return within.map((part) => compile(part, scope));
}

const placeIn = ({ group }: PeerBound): string => `${group}.place`;

function distinctGroups({ judge, standing }: Plan): readonly PeerBound[] {
  if (standing === 'given') return [];
  return [...new Map(judge.peers.map((bound) => [bound.group, bound])).values()];
}
