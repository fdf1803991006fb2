import Big from 'big.js';
import type { Figure } from '@benchbook/dsl';
import { compile } from '../sql/compile-expression.js';
import { aggregate, column, literal, operator } from '../sql/expression.js';
import { judgedScope } from '../sql/judged-scope.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import { join, output, select, subquery, table, type Relation } from '../sql/query.js';
import type { Executed } from './execute.js';
import type { FigureValue } from './figure-value.js';

/**
 * Of the entities for which the condition held in the run before, how many are in the population now and surely no
 * longer meet it. Null when it held for nobody. Whoever left, or can no longer be told, has not been converted.
 */
export async function converted(
  { where }: Extract<Figure, { kind: 'converted' }>,
  before: Executed,
  after: Executed,
): Promise<FigureValue | null> {
  const parameters = new ParameterSheet();
  const holding = ({ plan, scored }: Executed, as: string): Relation =>
    subquery(
      select({
        columns: [output(column(named.key), 'key'), output(compile(where, judgedScope(plan, parameters)), 'holds')],
        from: table(scored.table),
      }),
      as,
    );
  const held = column('holds', 'before');
  const left = operator(held, 'and', operator(column('holds', 'after'), '=', literal(false)));
  const columns = await after.database.read(
    select({
      columns: [
        output(aggregate('count', [], { where: held }), 'held'),
        output(aggregate('count', [], { where: left }), 'left'),
      ],
      from: join(
        holding(before, 'before'),
        'left',
        holding(after, 'after'),
        operator(column('key', 'before'), '=', column('key', 'after')),
      ),
    }),
    parameters.values,
  );
  const all = columns.number('held');
  return all === 0 ? null : { numerator: new Big(columns.number('left')), denominator: new Big(all) };
}
