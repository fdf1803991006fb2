import { isExclusive, noTwoMeet, type DecisionTable } from '@benchbook/dsl';
import type { Numbers } from './compile-constant.js';
import { truthsOf } from './compile-condition.js';
import {
  all,
  any,
  bound,
  call,
  cases,
  cast,
  isIn,
  isNull,
  literal,
  not,
  operator,
  sum,
  type SqlBranch,
  type SqlExpression,
} from './expression.js';

/** A row that may answer: its place in the table, whether it holds, and what it gives, as a text that equal outcomes share. */
export interface Candidate {
  readonly place: number;
  readonly holds: SqlExpression;
  readonly gives: string;
}

/**
 * The 1-based row of a decision table that an entity falls under, as UTINYINT (USMALLINT for long tables); NULL when no row can be told.
 *
 * In a unique table at most one row holds, so a row that certainly does is the answer whatever the unknown ones would have been. Where
 * the first of several counts, in the order written or of the outputs, an unknown row before it leaves the answer open, unless both
 * give the same.
 *
 * @param gives what each row gives of that which is asked: rows that give the same are as good as each other
 */
export function chooseRow(
  table: DecisionTable<unknown>,
  inputs: readonly SqlExpression[],
  scope: Numbers,
  gives: readonly string[],
): SqlExpression {
  const row = rowOf(table, inputs, scope, gives);
  return row.kind === 'literal' ? cast(row, 'UTINYINT') : cast(row, table.rows.length > 255 ? 'USMALLINT' : 'UTINYINT');
}

function rowOf(
  table: DecisionTable<unknown>,
  inputs: readonly SqlExpression[],
  scope: Numbers,
  gives: readonly string[],
): SqlExpression {
  const exclusive = table.hit === 'unique' && isExclusive(table);
  const truths = truthsOf(table, inputs, scope, exclusive);
  const candidates = truths.map((holds, place): Candidate => ({ place, holds, gives: gives[place] ?? '' }));
  const [only] = candidates;
  if (candidates.length === 1 && only?.holds.kind === 'literal') return literal(1);
  switch (table.hit) {
    case 'unique':
      return exclusive
        ? whichever(elseLast(table, candidates))
        : unlessTwo(
            candidates,
            candidates.map(({ holds }) => holds),
          );
    case 'any': {
      const agrees = noTwoMeet(table, (one, other) => gives[one] !== gives[other]);
      const kinds = [...groupBy(candidates)].map(([, rows]) => any(rows.map(({ holds }) => holds)));
      return agrees ? whichever(candidates) : unlessTwo(candidates, kinds);
    }
    case 'first':
    case 'priority':
    case 'collect':
      return firstOf(table.order.flatMap((place) => candidates[place] ?? []));
  }
}

/** The row that certainly holds, if one does. */
function whichever(candidates: readonly Candidate[]): SqlExpression {
  return cases(candidates.map(({ holds, place }) => ({ when: holds, then: literal(place + 1) })));
}

function elseLast(table: DecisionTable<unknown>, candidates: readonly Candidate[]): readonly Candidate[] {
  const isElse = ({ place }: Candidate): boolean =>
    table.rows[place]?.conditions.some(({ kind }) => kind === 'else') ?? false;
  return [...candidates.filter((one) => !isElse(one)), ...candidates.filter(isElse)];
}

/** As `whichever`, but nothing can be told where two of the claims hold that should exclude each other. */
function unlessTwo(candidates: readonly Candidate[], claims: readonly SqlExpression[]): SqlExpression {
  const held = sum(claims.map((claim) => cast(call('coalesce', claim, literal(false)), 'INTEGER')));
  return cases([{ when: operator(held, '<=', literal(1)), then: whichever(candidates) }]);
}

/**
 * The first row that holds, unless one before it that gives something else is unknown.
 *
 * @param candidates in the order in which they are preferred
 */
export function firstOf(candidates: readonly Candidate[]): SqlExpression {
  const kinds = new Set(candidates.map(({ gives }) => gives)).size;
  const runs = candidates.filter(({ gives }, at) => candidates[at - 1]?.gives !== gives).length;
  return runs === kinds ? guarded(candidates) : compared(candidates);
}

/** Where rows that give the same stand together, a guard after each run of them says whether one of them was unknown. */
function guarded(candidates: readonly Candidate[]): SqlExpression {
  const branches = candidates.flatMap(({ holds, place, gives }, at): readonly SqlBranch[] => {
    const answer = { when: holds, then: literal(place + 1) };
    const next = candidates[at + 1];
    if (next === undefined || next.gives === gives) return [answer];
    const run = candidates.slice(0, at + 1).filter((earlier) => earlier.gives === gives);
    return [answer, { when: isNull(any(run.map((earlier) => earlier.holds))), then: literal(null) }];
  });
  return cases(branches);
}

/** Elsewhere the first row that holds is found, and then held against every unknown one before it. */
function compared(candidates: readonly Candidate[]): SqlExpression {
  const first = cases(candidates.map(({ holds }, at) => ({ when: holds, then: literal(at + 1) })));
  return bound('let:first', first, (found) => {
    const places = new Map(candidates.map((candidate, at) => [candidate, literal(at + 1)] as const));
    const placesOf = (rows: readonly Candidate[]): SqlExpression[] => rows.flatMap((row) => places.get(row) ?? []);
    const against = [...groupBy(candidates)].map(([, rows]) =>
      all([
        not(isIn(found, placesOf(rows))),
        any(rows.map((row) => all([isNull(row.holds), operator(found, '>', places.get(row) ?? literal(0))]))),
      ]),
    );
    const row = cases(
      candidates.map(({ place }, at) => ({ when: operator(found, '=', literal(at + 1)), then: literal(place + 1) })),
    );
    return cases([{ when: any(against), then: literal(null) }], row);
  });
}

function groupBy(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) groups.set(candidate.gives, [...(groups.get(candidate.gives) ?? []), candidate]);
  return groups;
}
