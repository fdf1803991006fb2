import type { MeasuredAggregate, Plan } from '../plan/plan.js';
import type { Step, Value } from '../plan/values.js';
import type { Scope } from './compile-expression.js';
import { column, operator } from './expression.js';
import { named } from './names.js';
import { join, output, select, subquery, table, type Query, type Relation, type SourceTables } from './query.js';
import { aggregateRelated, gatheredAggregate, relatedSources } from './related.js';
import type { Known } from './scopes.js';
import { valueColumns } from './value-columns.js';

/** Where values are computed: for the entities of which relation, from which tables, knowing what. */
export interface Ground {
  readonly plan: Plan;
  readonly tables: SourceTables;
  readonly scope: Scope;
  readonly known: Known;
}

/** A relation of entities with the values of all steps beside its columns, step by step: each reads those before it by name. */
export function layered(entities: Relation, steps: readonly Step[], ground: Ground): Query {
  return steps.reduce<Query>(
    (query, step, index) => passes(gathered(query, step, `step_${index}`, ground), step, `step_${index}`, ground),
    select({ every: true, from: entities }),
  );
}

/** The step's aggregates over related rows. Their query reads the entities twice, so these are given a name first. */
function gathered(query: Query, step: Step, name: string, { plan, tables, scope, known }: Ground): Query {
  const aggregates = step.flatMap((value): MeasuredAggregate[] =>
    value.kind === 'aggregate' ? [value.aggregate] : [],
  );
  if (aggregates.length === 0) return query;
  const plainTable = query.from?.kind === 'table' && query.columns.length === 0 && query.every === true;
  const members = plainTable && query.from?.kind === 'table' ? query.from.name : `${name}_members`;
  const groups = relatedSources(aggregates);
  const joined = groups.reduce<Relation>(
    (left, group, index) => {
      const right = subquery(
        aggregateRelated(plan, tables, members, group, scope.parameters, known),
        `related_${index}`,
      );
      return join(
        left,
        'left',
        right,
        operator(column(named.key, 'member'), '=', column(named.key, `related_${index}`)),
      );
    },
    table(members, 'member'),
  );
  return select({
    with: plainTable ? [] : [{ name: members, query }],
    every: 'member',
    columns: groups.flatMap((group, index) =>
      group.aggregates.flatMap((measured) => gatheredAggregate(measured, `related_${index}`)),
    ),
    from: joined,
  });
}

/** The step's other values, pass by pass: a pass reads what those before it made. */
function passes(query: Query, step: Step, name: string, { plan, scope }: Ground): Query {
  const columns = step
    .filter((value): value is Exclude<Value, { kind: 'aggregate' }> => value.kind !== 'aggregate')
    .map((value) => valueColumns(value, plan, scope));
  const most = Math.max(0, ...columns.map((passes) => passes.length));
  return Array.from({ length: most }, (_, pass) => pass).reduce((made, pass) => {
    const outputs = columns.flatMap((each) => each[pass] ?? []);
    return outputs.length === 0
      ? made
      : select({
          every: true,
          columns: outputs.map(({ expression, as }) => output(expression, as)),
          from: subquery(made, `${name}_${pass}`),
        });
  }, query);
}
