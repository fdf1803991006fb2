import type { PercentRank, Plan } from '../plan/plan.js';
import { compile, type Scope } from './compile-expression.js';
import { chooseRow, outcomeOf } from './compile-table.js';
import { ascending, cases, column, isKnown, operator, window, type SqlExpression } from './expression.js';
import { place, type SourceTables } from './members.js';
import { metricColumns } from './metric-columns.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { join, output, select, subquery, table, type Query, type Relation } from './query.js';
import { aggregateRelated, gatheredAggregate, relatedSources } from './related.js';
import { entityScope } from './scopes.js';

/**
 * Everything that judging and scoring read, one narrow row per entity: the members' columns, bands, aggregates over related rows,
 * metrics in stored units, ranks and tiers.
 */
export function measure(plan: Plan, tables: SourceTables, members: string, parameters: ParameterSheet): Query {
  const related = relatedSources(plan.measure.aggregates);
  const base: Relation = table(members, 'member');
  const joined = related.reduce<Relation>((left, group, index) => {
    const right = subquery(aggregateRelated(plan, tables, members, group, parameters), `related_${index}`);
    return join(left, 'left', right, operator(column(named.key, 'member'), '=', column(named.key, `related_${index}`)));
  }, base);
  const gathered = select({
    columns: [
      output(column(named.key, 'member'), named.key),
      ...plan.measure.columns.map((name) => output(column(named.column(name), 'member'), named.column(name))),
      ...related.flatMap((group, index) =>
        group.aggregates.flatMap((measured) => gatheredAggregate(measured, `related_${index}`)),
      ),
    ],
    from: joined,
  });
  const scope = entityScope(plan, parameters, plan.measure.aggregates);
  const banded = select({
    every: true,
    columns: plan.measure.bands.map((band) => output(bandLabel(band.table, scope), named.band(band.name))),
    from: subquery(gathered, 'gathered'),
  });
  const valued = select({
    every: true,
    columns: plan.measure.metrics.flatMap((metric) => metricColumns(metric, scope)),
    from: subquery(banded, 'banded'),
  });
  return select({
    every: true,
    columns: [
      ...plan.measure.ranks.map(({ id, expression }) => output(percentRank(expression, scope), id)),
      ...plan.measure.tiers.map((tier) => output(tierLabel(tier, scope), named.tier(tier.name))),
    ],
    from: subquery(valued, 'valued'),
  });
}

function bandLabel(decisions: Plan['measure']['bands'][number]['table'], scope: Scope): SqlExpression {
  const inputs = decisions.inputs.map((input) => compile(input.expression, scope));
  return outcomeOf(decisions, 0, chooseRow(decisions, inputs, scope), scope);
}

function tierLabel(tier: Plan['measure']['tiers'][number], scope: Scope): SqlExpression {
  const by = compile(tier.by, scope);
  const rank = cases([{ when: isKnown(by), then: place(by, column(named.key)) }]);
  return outcomeOf(tier.table, 0, chooseRow(tier.table, [rank], scope), scope);
}

/** Rows strictly below over (n − 1) among the known values; alone it is 0. */
export function percentRank(expression: PercentRank, scope: Scope): SqlExpression {
  const value = compile(expression.of, scope);
  const known = isKnown(value);
  const partition = [...(expression.within === null ? [] : [compile(expression.within, scope)]), known];
  return cases([{ when: known, then: window('percent_rank', [], { partition, order: [ascending(value)] }) }]);
}
