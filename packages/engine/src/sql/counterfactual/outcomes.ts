import type { Action } from '@benchbook/dsl';
import {
  any,
  ascending,
  cases,
  cast,
  column,
  isNull,
  literal,
  operator,
  window,
  type SqlExpression,
} from '../expression.js';
import { named } from '../names.js';
import type { ParameterSheet } from '../parameters.js';
import { join, output, select, subquery, table, type Query, type Relation } from '../query.js';
import { acted, OUTCOMES, type Outcome } from './names.js';

/** What decides what becomes of those who are eligible. */
export interface Deciding {
  readonly action: Action;
  /** The table of who is eligible. */
  readonly eligible: string;
  /** The table of the rows that they lack; null where the action adds none. */
  readonly lacking: string | null;
  /** The outcomes of the actions that must be taken before; null for one that is taken on nobody. */
  readonly after: readonly (string | null)[];
  /** On how many entities it may be taken in all; null: on everybody. */
  readonly limit: number | null;
}

/**
 * What becomes of each entity that is eligible: the action is taken on it; or it waits for another action, has all that the action
 * would add, or comes after as many as the limit allows.
 */
export function outcomes({ action, eligible, lacking, after, limit }: Deciding, parameters: ParameterSheet): Query {
  const onlyAbsent = action.adds.length > 0 && action.adds.every(({ absent }) => absent) && action.sets.length === 0;
  const forerunners = after.flatMap((outcome, index) => (outcome === null ? [] : [{ outcome, as: `after_${index}` }]));
  const rows = onlyAbsent && lacking !== null ? rowsOf(lacking) : null;
  const beside = [...forerunners.map(({ outcome, as }) => takenOf(outcome, as)), ...(rows === null ? [] : [rows])];
  const from = beside.reduce<Relation>(
    (left, right) => join(left, 'left', right.relation, operator(column(named.key, 'entity'), '=', right.key)),
    table(eligible, 'entity'),
  );
  const waits = [
    ...(after.includes(null) ? [literal(true)] : []),
    ...forerunners.map(({ as }) => isNull(column(named.key, as))),
  ];
  const told = select({
    every: 'entity',
    columns: [output(any(waits), 'waits'), output(rows === null ? literal(false) : isNull(rows.key), 'has')],
    from,
  });
  const left = operator(column('waits'), 'or', column('has'));
  const counted = select({
    every: true,
    columns: [output(window('row_number', [], { partition: [left], order: [ascending(column(acted.place))] }), 'nth')],
    from: subquery(told, 'told'),
  });
  const beyond = limit === null ? literal(false) : operator(column('nth'), '>', parameters.add(limit, 'BIGINT'));
  const outcome = cases(
    [
      { when: column('waits'), then: outcomeIs('waits') },
      { when: column('has'), then: outcomeIs('has it') },
      { when: beyond, then: outcomeIs('limit') },
    ],
    outcomeIs('taken'),
  );
  return select({
    every: true,
    except: ['waits', 'has', 'nth'],
    columns: [output(cast(outcome, 'UTINYINT'), acted.outcome)],
    from: subquery(counted, 'counted'),
  });
}

/** The keys of those that an action is taken on. */
export function takenKeys(outcome: string): Query {
  return select({
    columns: [output(column(named.key), named.key)],
    from: table(outcome),
    where: operator(column(acted.outcome), '=', outcomeIs('taken')),
  });
}

const outcomeIs = (outcome: Outcome): SqlExpression => literal(OUTCOMES.indexOf(outcome));

interface Beside {
  readonly relation: Relation;
  readonly key: SqlExpression;
}

const takenOf = (outcome: string, as: string): Beside => ({
  relation: subquery(takenKeys(outcome), as),
  key: column(named.key, as),
});

function rowsOf(lacking: string): Beside {
  const keys = select({
    columns: [output(column(acted.for), acted.for)],
    from: table(lacking),
    groupBy: [column(acted.for)],
  });
  return { relation: subquery(keys, 'lacking'), key: column(acted.for, 'lacking') };
}
