import type { Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/values.js';
import {
  all,
  any,
  call,
  cases,
  cast,
  column,
  isNull,
  literal,
  not,
  operator,
  window,
  type SqlExpression,
  type SqlOrder,
} from './expression.js';
import { judgedScope, levelLabel } from './judged-scope.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { join, output, select, subquery, table, type Output, type Query } from './query.js';

/** One of two judged populations that are set side by side. */
export interface JudgedSide {
  readonly plan: Plan;
  readonly table: string;
  /** How its ranking is ordered. */
  readonly order: readonly SqlOrder[];
}

/** Where an entity stands on a side: at a level; without one that could be told; or not in the population at all. */
export const STANDINGS = ['level', 'unknown', 'outside'] as const;
/** Why somebody stands elsewhere. */
export const CAUSES = ['rule', 'data', 'membership'] as const;

/**
 * The union of two judged populations, joined by key, one row an entity: `key`, `name`, its standing and label before and after
 * (`from`, `from.label`, `to`, `to.label`), both ranks, and `cause`, null for who stands where they stood.
 *
 * Who is in one population only moved by membership. Of the others somebody moved because of data if a metric whose state changed has
 * the same formula and another value; else the rules did it.
 */
export function pairs(before: JudgedSide, after: JudgedSide, level: string | null, parameters: ParameterSheet): Query {
  const metrics = commonMetrics(before.plan, after.plan);
  const names = metrics.map(({ name }) => name);
  const from = join(
    subquery(sideOf(before, level, names, parameters), 'before'),
    'full',
    subquery(sideOf(after, level, names, parameters), 'after'),
    operator(column('key', 'before'), '=', column('key', 'after')),
  );
  const joined = select({
    columns: [
      output(call('coalesce', column('key', 'after'), column('key', 'before')), 'key'),
      output(call('coalesce', column('name', 'after'), column('name', 'before')), 'name'),
      output(standing('before'), 'from'),
      output(column('level', 'before'), 'from.label'),
      output(standing('after'), 'to'),
      output(column('level', 'after'), 'to.label'),
      output(column('rank', 'before'), 'from.rank'),
      output(column('rank', 'after'), 'to.rank'),
      output(movedByData(before.plan, after.plan, level, metrics), 'by data'),
    ],
    from,
  });
  return select({ every: true, columns: [output(cause(), 'cause')], from: subquery(joined, 'joined') });
}

function sideOf(
  { plan, table: scored, order }: JudgedSide,
  level: string | null,
  metrics: readonly string[],
  parameters: ParameterSheet,
): Query {
  const scope = judgedScope(plan, parameters);
  const declared = plan.judge.levels.find(({ name }) => name === level);
  const { naming, key } = plan.source;
  const name = naming === null || naming === key ? column(named.key) : column(named.column(naming));
  return select({
    columns: [
      output(cast(column(named.key), 'VARCHAR'), 'key'),
      output(cast(name, 'VARCHAR'), 'name'),
      output(declared === undefined ? cast(literal(null), 'VARCHAR') : levelLabel(declared, scope), 'level'),
      output(window('row_number', [], { order }), 'rank'),
      ...metrics.flatMap((metric): Output[] => [
        output(column(named.metric(metric)), named.metric(metric)),
        output(column(named.state(metric)), named.state(metric)),
      ]),
    ],
    from: table(scored),
  });
}

function standing(side: 'before' | 'after'): SqlExpression {
  const at = (name: (typeof STANDINGS)[number]): SqlExpression => literal(STANDINGS.indexOf(name));
  return cases(
    [
      { when: isNull(column('key', side)), then: at('outside') },
      { when: isNull(column('level', side)), then: at('unknown') },
    ],
    at('level'),
  );
}

function cause(): SqlExpression {
  const at = (name: (typeof CAUSES)[number]): SqlExpression => literal(CAUSES.indexOf(name));
  const outside = literal(STANDINGS.indexOf('outside'));
  const stands = all([
    operator(column('from'), '=', column('to')),
    operator(column('from.label'), 'is not distinct from', column('to.label')),
  ]);
  return cases(
    [
      { when: stands, then: literal(null) },
      {
        when: any([operator(column('from'), '=', outside), operator(column('to'), '=', outside)]),
        then: at('membership'),
      },
      { when: column('by data'), then: at('data') },
    ],
    at('rule'),
  );
}

interface CommonMetric {
  readonly name: string;
  /** Whether both plans compute it alike, so that another value is another datum. */
  readonly isSame: boolean;
}

/** The metrics that both plans judge. */
function commonMetrics(before: Plan, after: Plan): readonly CommonMetric[] {
  return after.judge.metrics.flatMap(({ measured }) => {
    const old = before.judge.metrics.find((each) => each.measured.metric.name === measured.metric.name);
    if (old === undefined) return [];
    const [one, other] = [old.measured.metric, measured.metric];
    const isSame =
      fingerprint(one.expression) === fingerprint(other.expression) &&
      one.ifEmpty?.value.toFixed() === other.ifEmpty?.value.toFixed() &&
      one.ifMissing?.value.toFixed() === other.ifMissing?.value.toFixed();
    return [{ name: measured.metric.name, isSame }];
  });
}

function movedByData(before: Plan, after: Plan, level: string | null, metrics: readonly CommonMetric[]): SqlExpression {
  const differs = (name: string): SqlExpression =>
    not(operator(column(name, 'before'), 'is not distinct from', column(name, 'after')));
  const moved = metrics
    .filter(({ isSame }) => isSame)
    .map(({ name }) => all([differs(named.state(name)), differs(named.metric(name))]));
  const changed = any(metrics.map(({ name }) => differs(named.state(name))));
  // The same rules say something else of somebody whose metrics stand as they stood: a level read some other datum.
  const onlyData = sameLevel(before, after, level) ? [not(changed)] : [];
  return any([...moved, ...onlyData]);
}

function sameLevel(before: Plan, after: Plan, level: string | null): boolean {
  const [one, other] = [before, after].map(({ judge }) => {
    const table = judge.levels.find(({ name }) => name === level)?.table;
    return table === undefined
      ? null
      : JSON.stringify(table, (key, value: unknown) => (OF_TEXT.has(key) ? null : value));
  });
  return one !== null && one === other;
}

/** What says where a rule stands, and not what it says. */
const OF_TEXT: ReadonlySet<string> = new Set(['span', 'line', 'text']);
