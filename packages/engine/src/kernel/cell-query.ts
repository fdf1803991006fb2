import type { JudgedMetric, Plan } from '../plan/plan.js';
import {
  aggregate,
  ascending,
  call,
  cast,
  column,
  isNull,
  literal,
  operator,
  type SqlExpression,
} from '../sql/expression.js';
import { judgedScope } from '../sql/judged-scope.js';
import { named } from '../sql/names.js';
import type { ParameterSheet } from '../sql/parameters.js';
import { join, output, select, subquery, table, type Query, type Relation } from '../sql/query.js';
import { cellKey, packed, type CellKey, type Told } from './cell-key.js';

/** The population to make cells of: everybody judged once, and once more in base where that is another run. */
export interface Population {
  readonly plan: Plan;
  /** The judged table. */
  readonly scored: string;
  readonly base: { readonly plan: Plan; readonly scored: string };
}

/**
 * The rows that cells are made of, in the order of the metric's value: `cell` (packed, see `cell-key.ts`), `value`, `known` (1 or 0),
 * `above` and `below` (the counts of a ratio, else 0 and 1) and `count`; numbers as doubles, none of them NULL.
 */
export function cellRows(
  population: Population,
  metric: JudgedMetric,
  told: readonly Told[],
  parameters: ParameterSheet,
): { readonly query: Query; readonly key: CellKey } {
  const { name } = metric.measured.metric;
  const isRatio = metric.measured.form.kind === 'counts';
  const { from, row, rows } = withBase(population);
  const key = cellKey(
    population.plan,
    metric,
    told,
    row === null ? null : { row, rows },
    judgedScope(population.plan, parameters),
  );
  const parts = [...key.groups, ...key.others, ...key.rows, key.from];
  const value = column(named.metric(name));
  const double = (of: SqlExpression, otherwise: number): SqlExpression =>
    cast(call('coalesce', of, literal(otherwise)), 'DOUBLE');
  const each = select({
    columns: [
      output(packed(parts), 'cell'),
      output(double(value, 0), 'value'),
      output(cast(cast(operator(isNull(value), '=', literal(false)), 'UTINYINT'), 'DOUBLE'), 'known'),
      output(isRatio ? double(column(named.numerator(name)), 0) : double(literal(0), 0), 'above'),
      output(isRatio ? double(column(named.denominator(name)), 1) : double(literal(1), 1), 'below'),
    ],
    from,
  });
  const names = ['cell', 'value', 'known', 'above', 'below'].map((one) => column(one));
  const query = isRatio
    ? select({
        columns: [...names.map((one) => output(one, one.kind === 'column' ? one.name : '')), count()],
        from: subquery(each, 'each'),
        groupBy: names,
        orderBy: [ascending(column('value'))],
      })
    : select({
        every: true,
        columns: [output(cast(literal(1), 'DOUBLE'), 'count')],
        from: subquery(each, 'each'),
        orderBy: [ascending(column('value'))],
      });
  return { query, key };
}

const count = () => output(cast(aggregate('count', []), 'DOUBLE'), 'count');

/** The judged table with the row of the first level that each entity stands at in base. */
function withBase({ plan, scored, base }: Population): {
  readonly from: Relation;
  readonly row: SqlExpression | null;
  readonly rows: number;
} {
  const [level] = plan.judge.levels;
  const own = base.plan.judge.levels.find(({ name }) => name === level?.name);
  if (own === undefined) return { from: table(scored), row: null, rows: 0 };
  const row = column(named.level(own.name));
  const rows = own.table.rows.length;
  if (scored === base.scored) return { from: table(scored), row, rows };
  const before = select({
    columns: [output(column(named.key), FROM_KEY), output(row, FROM_ROW)],
    from: table(base.scored),
  });
  const from = join(
    table(scored),
    'inner',
    subquery(before, 'base'),
    operator(column(named.key), '=', column(FROM_KEY)),
  );
  return { from, row: column(FROM_ROW), rows };
}

/** No name of ours has a colon. */
const [FROM_KEY, FROM_ROW] = ['base:key', 'base:row'] as const;
