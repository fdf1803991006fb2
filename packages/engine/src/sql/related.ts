import type { AggregateExpression, MeasuredAggregate, Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/values.js';
import { walk } from '../plan/walk.js';
import { asDouble, compile, divide, isDecimal, type Scope } from './compile-expression.js';
import { exactSum } from './exact-sum.js';
import { aggregate, call, cases, cast, column, isNull, literal, operator, type SqlExpression } from './expression.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { join, output, select, table, type Output, type Query, type SourceTables } from './query.js';
import { readsEntity, relatedScope, type Known } from './scopes.js';

/** The aggregates that read one source by one of its references. */
export interface RelatedGroup {
  readonly source: string;
  readonly via: string;
  readonly aggregates: readonly MeasuredAggregate[];
}

/** Aggregates that read one source by one reference are computed in one pass over it. */
export function relatedSources(aggregates: readonly MeasuredAggregate[]): readonly RelatedGroup[] {
  const groups = new Map<string, RelatedGroup>();
  for (const measured of aggregates) {
    const { source, via } = measured.expression;
    const group = groups.get(`${source}.${via}`);
    groups.set(`${source}.${via}`, { source, via, aggregates: [...(group?.aggregates ?? []), measured] });
  }
  return [...groups.values()];
}

/** Rows of one source, only those of the population's members, aggregated per member. */
export function aggregateRelated(
  plan: Plan,
  tables: SourceTables,
  members: string,
  group: RelatedGroup,
  parameters: ParameterSheet,
  known: Known,
): Query {
  const rows = table(tables(group.source), 'row');
  const member = table(members, 'member');
  const on = operator(column(group.via, 'row'), '=', column(named.key, 'member'));
  const needsMember = group.aggregates.some(({ expression }) =>
    [...walk(expression)].some((part) => readsEntity(part, group.source)),
  );
  const scope = relatedScope(plan, group.source, parameters, known);
  return select({
    columns: [
      output(column(group.via, 'row'), named.key),
      ...group.aggregates.flatMap((measured) => relatedColumns(measured, scope)),
    ],
    from: join(rows, needsMember ? 'inner' : 'semi', member, on),
    groupBy: [column(group.via, 'row')],
  });
}

/** The aggregate itself, over how many rows it was taken, and how many its `where` was unknown for. */
function relatedColumns({ id, expression }: MeasuredAggregate, scope: Scope): readonly Output[] {
  const where = expression.where === null ? null : compile(expression.where, scope);
  const columns = [output(aggregateOf(expression, where, scope), id)];
  if (expression.name !== 'count') columns.push(output(aggregate('count', [], { where }), rowsOf(id)));
  if (where !== null) columns.push(output(aggregate('count', [], { where: isNull(where) }), leftOut(id)));
  return columns;
}

/** The column that counts the rows left out of an aggregate because its `where` was unknown for them. */
export function leftOut(id: string): string {
  return `${id}.left_out`;
}

/** The column that counts the rows that a sum or mean was taken over: of none it is empty, of missing values it is unknown. */
export function rowsOf(id: string): string {
  return `${id}.rows`;
}

function aggregateOf(expression: AggregateExpression, where: SqlExpression | null, scope: Scope): SqlExpression {
  const value = expression.value === null ? null : compile(expression.value, scope);
  if (value === null) return aggregate('count', [], { where });
  if (expression.name === 'count') {
    const listed = expression.distinct ? listedValues(expression) : null;
    if (listed !== null)
      return countListed(
        value,
        listed.map((text) => literal(text)),
      );
    return aggregate('count', [value], { distinct: expression.distinct, where });
  }
  const sum = exactSum(value, expression.value !== null && isDecimal(expression.value), where);
  switch (expression.name) {
    case 'sum':
      return sum;
    case 'mean':
      return divide(asDouble(sum), asDouble(aggregate('count', [value], { where })));
    default:
      return aggregate(expression.name, [expression.name === 'median' ? asDouble(value) : value], { where });
  }
}

/** The texts of `count(distinct x where x in [...])`, when that is what it is and a bit mask can hold them. */
function listedValues(expression: AggregateExpression): readonly string[] | null {
  const { value, where } = expression;
  if (value === null || where?.kind !== 'in' || where.negated || where.list.kind !== 'list') return null;
  if (fingerprint(where.value) !== fingerprint(value)) return null;
  const texts = where.list.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  return texts.length === where.list.items.length && texts.length <= 62 ? [...new Set(texts)] : null;
}

/** Distinct listed values as a bit mask: several times faster than count(distinct). */
function countListed(value: SqlExpression, listed: readonly SqlExpression[]): SqlExpression {
  const bits = cases(
    listed.map((item, index) => ({
      when: operator(value, '=', item),
      then: cast(literal(2n ** BigInt(index)), 'BIGINT'),
    })),
  );
  return cast(call('bit_count', call('coalesce', aggregate('bit_or', [bits]), cast(literal(0), 'BIGINT'))), 'BIGINT');
}

/** No related rows: a count and a sum are a real 0, a mean of nothing is nothing. A source nobody has leaves everything unknown. */
export function gatheredAggregate(
  { id, expression, available }: MeasuredAggregate,
  related: string,
): readonly Output[] {
  const orZero = (name: string): SqlExpression => call('coalesce', column(name, related), literal(0));
  const rows = orZero(rowsOf(id));
  const columns = [output(available ? valueOf(expression.name) : cast(literal(null), 'BIGINT'), id)];
  if (expression.name !== 'count') columns.push(output(rows, rowsOf(id)));
  if (expression.where !== null) columns.push(output(orZero(leftOut(id)), leftOut(id)));
  return columns;

  function valueOf(name: AggregateExpression['name']): SqlExpression {
    if (name === 'count') return orZero(id);
    const value = column(id, related);
    return name === 'sum' ? cases([{ when: operator(rows, '=', literal(0)), then: literal(0) }], value) : value;
  }
}
