import type { Model } from '@benchbook/dsl';
import type { FieldOptions } from '../../database/database.js';
import type { Plan } from '../../plan/plan.js';
import type { ColumnRole, RankedEntity } from '../../results.js';
import { asDouble, compile, type Scope } from '../../sql/compile-expression.js';
import {
  ascending,
  cast,
  column,
  descending,
  literal,
  window,
  type SqlExpression,
  type SqlOrder,
} from '../../sql/expression.js';
import { judgedScope, levelLabel } from '../../sql/judged-scope.js';
import { named } from '../../sql/names.js';
import { ParameterSheet } from '../../sql/parameters.js';
import { output, select, subquery, table, type Output, type Query } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { dimensionsOf } from './dimensions.js';
import { display, NUMBER, titleOf } from './formatting.js';

/** A column of the ranked table: what it is to a reader, and how it is computed. */
export interface RankedColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly label: string;
  readonly unit: string;
  readonly kind: string;
  readonly expression: SqlExpression;
  readonly dictionary: boolean;
}

/** The ranked table of a finished run, in ranking order: the first score, best first; unknown last, ties by key. */
export function rankedQuery(
  run: Executed,
  limit: number | null = null,
): { query: Query; parameters: ParameterSheet; columns: readonly RankedColumn[] } {
  const parameters = new ParameterSheet();
  const columns = rankedColumns(run.plan, judgedScope(run.plan, parameters));
  const order = rankingOrder(run.plan);
  const rank = output(cast(window('row_number', [], { order }), 'INTEGER'), 'rank');
  const query = select({
    columns: [rank, ...columns.slice(1).map((ranked): Output => output(ranked.expression, ranked.name))],
    // The first few are found without putting everybody in order.
    from:
      limit === null
        ? table(run.scored.table)
        : subquery(select({ every: true, from: table(run.scored.table), orderBy: order, limit }), 'first'),
    orderBy: [ascending(column('rank'))],
  });
  return { query, parameters, columns };
}

/**
 * Arrow metadata of the ranked table's columns: role, label, unit and kind, and the label in each language (`label.en`).
 *
 * @param translated the same columns as a reader of each language sees them
 */
export function rankedFields(
  columns: readonly RankedColumn[],
  translated: Readonly<Record<string, readonly RankedColumn[]>>,
): Readonly<Record<string, FieldOptions>> {
  return Object.fromEntries(
    columns.map(({ name, role, label, unit, kind, dictionary }, index) => {
      const metadata: Record<string, string> = { role, label, unit, kind };
      for (const [language, others] of Object.entries(translated))
        metadata[`label.${language}`] = others[index]?.label ?? label;
      return [name, { metadata, dictionary }];
    }),
  );
}

export function rankingOrder(plan: Plan): readonly SqlOrder[] {
  const [score] = plan.score.scores;
  return [...(score === undefined ? [] : [descending(column(named.score(score.name)))]), ascending(column(named.key))];
}

/** Names that the ranked table gives its own columns. */
const OWN: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['rank', 'key', 'name', 'count']);

/** No two columns share a name: whatever is called like one of the table's own is named with its source, `accounts.rank`. */
function rankedColumns(plan: Plan, scope: Scope): readonly RankedColumn[] {
  const columns = allColumns(plan, scope);
  const own = new Set(columns.filter(({ role }) => OWN.has(role)).map(({ name }) => name));
  return columns.map((ranked) =>
    own.has(ranked.name) && !OWN.has(ranked.role) ? { ...ranked, name: `${plan.source.name}.${ranked.name}` } : ranked,
  );
}

function allColumns(plan: Plan, scope: Scope): readonly RankedColumn[] {
  const { model, source } = plan;
  const plain = (
    name: string,
    role: ColumnRole,
    expression: SqlExpression,
    more: Partial<RankedColumn> = {},
  ): RankedColumn => ({
    name,
    role,
    label: name,
    unit: '',
    kind: 'text',
    expression,
    dictionary: false,
    ...more,
  });
  const naming =
    source.naming === null || source.naming === source.key ? column(named.key) : column(named.column(source.naming));
  const labelled = (
    declared: Model['metrics'] | Model['levels'] | Model['tiers'] | Model['scores'],
    name: string,
  ): string => declared.find((one) => one.name === name)?.label ?? name;
  return [
    plain('rank', 'rank', literal(0), { kind: 'count' }),
    plain('key', 'key', cast(column(named.key), 'VARCHAR')),
    plain('name', 'name', cast(naming, 'VARCHAR')),
    ...dimensionsOf(plan)
      .filter(({ expression }) => expression.kind !== 'given' || expression.by !== 'tier')
      .map(({ name, expression }) =>
        plain(name, 'dimension', cast(compile(expression, scope), 'VARCHAR'), {
          dictionary: true,
          label: titleOf(model, expression),
        }),
      ),
    ...numberColumns(plan).map((own) =>
      plain(own.name, 'number', asDouble(column(named.column(own.name))), {
        label: own.label ?? own.name,
        kind: own.type.kind,
        unit: own.type.kind === 'money' ? own.type.currency : '',
      }),
    ),
    ...plan.measure.metrics.flatMap(({ metric }) => {
      const judged = plan.judge.metrics.some((candidate) => candidate.measured.metric === metric);
      const shown = { label: metric.label ?? metric.name, unit: metric.unit.text, kind: metric.unit.kind };
      const part = (role: ColumnRole, suffix: string, expression: SqlExpression): RankedColumn =>
        plain(`${metric.name}${suffix}`, role, expression, shown);
      return [
        part('metric', '', column(named.metric(metric.name))),
        part('state', '.state', judged ? column(named.state(metric.name)) : cast(literal(3), 'UTINYINT')),
        part('threshold', '.threshold', asDouble(judged ? column(named.threshold(metric.name)) : literal(null))),
        part('shortfall', '.shortfall', asDouble(judged ? column(named.shortfall(metric.name)) : literal(null))),
      ];
    }),
    ...([named.failed, named.passed, named.unknown] as const).map((name) =>
      plain(name, 'count', column(name), { kind: 'count' }),
    ),
    ...plan.judge.levels.map((level) =>
      plain(level.name, 'level', levelLabel(level, scope), {
        dictionary: true,
        label: labelled(model.levels, level.name),
      }),
    ),
    ...plan.measure.tiers.map((tier) =>
      plain(tier.name, 'tier', column(named.tier(tier.name)), {
        dictionary: true,
        label: labelled(model.tiers, tier.name),
      }),
    ),
    ...plan.score.scores.map((score) =>
      plain(score.name, 'score', column(named.score(score.name)), {
        kind: 'number',
        label: labelled(model.scores, score.name),
      }),
    ),
  ];
}

/** The entity's own number columns that rules read. */
function numberColumns(plan: Plan): Plan['source']['columns'] {
  return plan.source.columns.filter(
    ({ name, type }) =>
      plan.measure.columns.includes(name) && ['count', 'number', 'money', 'percent'].includes(type.kind),
  );
}

/** The first rows of the ranking as plain data. */
export async function rankedEntities(run: Executed, limit: number | null): Promise<readonly RankedEntity[]> {
  const { query, parameters, columns } = rankedQuery(run, limit);
  const [level] = run.plan.judge.levels;
  const row = level === undefined ? [] : [output(column(named.level(level.name)), LEVEL_ROW)];
  const read = await run.database.read({ ...query, columns: [...query.columns, ...row] }, parameters.values);
  const of = (role: ColumnRole): readonly string[] =>
    columns.filter((candidate) => candidate.role === role).map(({ name }) => name);
  const texts = new Map(
    [...of('dimension'), ...of('tier'), ...of('level'), 'key', 'name'].map((name) => [name, read.texts(name)]),
  );
  const numbers = new Map(
    [...of('metric'), ...of('score'), ...of('count'), 'rank'].map((name) => [name, read.numbers(name)]),
  );
  const rows = level === undefined ? [] : read.numbers(LEVEL_ROW);
  const [score] = of('score');
  return Array.from({ length: read.size }, (_, at) => {
    const text = (name: string): string | null => texts.get(name)?.[at] ?? null;
    const number = (name: string): number | null => numbers.get(name)?.[at] ?? null;
    const label = level === undefined ? null : text(level.name);
    const value = score === undefined ? null : number(score);
    return {
      rank: number('rank') ?? at + 1,
      key: text('key') ?? '',
      name: text('name'),
      industry: text('industry'),
      level: label,
      score: value,
      score_display: display(value, NUMBER, 2),
      because:
        level === undefined
          ? null
          : becauseOf(level, rows[at] ?? null, {
              failed: number('failed') ?? 0,
              passed: number('passed') ?? 0,
              unknown: number('unknown') ?? 0,
            }),
      dimensions: Object.fromEntries([...of('dimension'), ...of('tier')].map((name) => [name, text(name)])),
      metrics: Object.fromEntries(of('metric').map((name) => [name, number(name)])),
    };
  });
}

/** The 1-based row of the first level; a dot at the end is in no name of ours. */
const LEVEL_ROW = 'row.';

/** The `because` text of a level's row (1-based; null: unknown) with its counts filled in; null when its table has none. */
export function becauseOf(
  level: Plan['judge']['levels'][number],
  row: number | null,
  counts: { failed: number; passed: number; unknown: number },
): string | null {
  const index = level.table.outputs.findIndex(({ name }) => name === 'because');
  const outcome = row === null ? undefined : level.table.rows[row - 1]?.outcomes[index];
  if (outcome?.kind !== 'text') return null;
  const values: Readonly<Record<string, number>> = { ...counts, judged: counts.failed + counts.passed };
  return outcome.text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
