import type { Action } from '@benchbook/dsl';
import type { Plan } from '../../plan/plan.js';
import { compile } from '../compile-expression.js';
import { ascending, call, cast, column, descending, literal, operator, window } from '../expression.js';
import { judgedScope } from '../judged-scope.js';
import { conditionOf } from '../members.js';
import { named } from '../names.js';
import type { ParameterSheet } from '../parameters.js';
import { join, output, select, subquery, type Query, type Relation } from '../query.js';
import { acted } from './names.js';

/**
 * Who is eligible for an action as a judged population has them, with their place: in the order of `top … by`, else of the key.
 *
 * @param cut how many `top` leaves, null without `top`
 * @param keys nobody but these, if they are eligible; null: all that are
 */
export function eligible(
  { where, top }: Action,
  plan: Plan,
  judged: Relation,
  parameters: ParameterSheet,
  cut: number | null,
  keys: readonly string[] | null,
): Query {
  const scope = judgedScope(plan, parameters);
  const byKey = ascending(column(named.key));
  const order = top === null ? [byKey] : [descending(compile(top.by, scope)), byKey];
  const placed = select({
    columns: [output(column(named.key), named.key), output(window('row_number', [], { order }), acted.place)],
    from: judged,
    where: conditionOf({ where, top }, scope),
  });
  const from = subquery(placed, 'placed');
  return select({
    every: true,
    from: keys === null ? from : join(from, 'semi', listed(keys, parameters), sameKey),
    where: cut === null ? null : operator(column(acted.place), '<=', parameters.add(cut, 'BIGINT')),
  });
}

const sameKey = operator(cast(column(named.key, 'placed'), 'VARCHAR'), '=', column(named.key, 'listed'));

/** Keys as rows: one parameter, however many there are. */
function listed(keys: readonly string[], parameters: ParameterSheet): Relation {
  const texts = call('from_json', parameters.add(JSON.stringify(keys), 'VARCHAR'), literal('["VARCHAR"]'));
  return subquery(select({ columns: [output(call('unnest', texts), named.key)] }), 'listed');
}
