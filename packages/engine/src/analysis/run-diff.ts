import type { Columns } from '../database/columns.js';
import type { ExplainedMetric, Explanation } from '../results.js';
import type { Executed } from '../run/execute.js';
import { explain } from '../run/explain.js';
import { rankingOrder } from '../run/report/ranking.js';
import {
  aggregate,
  ascending,
  call,
  column,
  descending,
  isKnown,
  isNull,
  literal,
  not,
  operator,
} from '../sql/expression.js';
import { CAUSES, pairs, STANDINGS, type JudgedSide } from '../sql/pairs.js';
import { ParameterSheet } from '../sql/parameters.js';
import { output, select, subquery, type Query } from '../sql/query.js';
import type { Cause, Language, Mover, RankMove, RunDiff, Standing } from '../workbook-types.js';

/**
 * Who stands elsewhere after another run than before it, and why: over the union of both populations, by the first level that both
 * have. The tables are joined where they lie; only counts and the first movers are read.
 *
 * @param listed how many movers, and how many of the largest moves in rank, are named
 */
export async function diffRuns(
  before: Executed,
  after: Executed,
  listed: number,
  language: Language,
): Promise<RunDiff> {
  const level = commonLevel(before, after);
  const parameters = new ParameterSheet();
  const all = pairs(sideOf(before), sideOf(after), level, parameters);
  const read = (query: Partial<Query>): Promise<Columns> =>
    after.database.read(select({ from: subquery(all, 'pairs'), ...query }), parameters.values);
  const flows = await flowsBetween(before, after);
  const movers = await read({ ...LISTED, limit: listed });
  const ranks = await read({ ...RANKS, limit: listed });
  return {
    populations: { from: before.plan.population.name, to: after.plan.population.name },
    level,
    labels: labelsOf(before, after, level),
    union: flows.reduce((sum, { count }) => sum + count, 0),
    moved: flows.reduce((sum, { count, cause }) => sum + (cause === null ? 0 : count), 0),
    flows,
    movers: await explained(before, after, movers, level, language),
    ranks: ranksIn(ranks),
  };
}

/** How many went from where to where, and why. */
export async function flowsBetween(before: Executed, after: Executed): Promise<RunDiff['flows']> {
  const parameters = new ParameterSheet();
  const all = pairs(sideOf(before), sideOf(after), commonLevel(before, after), parameters);
  return flowsIn(await after.database.read(select({ from: subquery(all, 'pairs'), ...COUNTED }), parameters.values));
}

const sideOf = (run: Executed): JudgedSide => ({
  plan: run.plan,
  table: run.scored.table,
  order: rankingOrder(run.plan),
});

function commonLevel(before: Executed, after: Executed): string | null {
  const old = before.plan.judge.levels.map(({ name }) => name);
  return after.plan.judge.levels.find(({ name }) => old.includes(name))?.name ?? null;
}

/** The labels in the order of the new table, then those that only the old one has. */
function labelsOf(before: Executed, after: Executed, level: string | null): readonly string[] {
  const labels = [after, before].flatMap(
    ({ plan }) => plan.judge.levels.find(({ name }) => name === level)?.labels ?? [],
  );
  return [...new Set(labels)];
}

const GROUP = ['from', 'from.label', 'to', 'to.label', 'cause'].map((name) => column(name));
const COUNTED: Partial<Query> = {
  columns: [
    ...['from', 'from.label', 'to', 'to.label', 'cause'].map((name) => output(column(name), name)),
    output(aggregate('count', []), 'count'),
  ],
  groupBy: GROUP,
  orderBy: GROUP.map(ascending),
};
const LISTED: Partial<Query> = {
  every: true,
  where: isKnown(column('cause')),
  orderBy: [ascending(column('to.rank')), ascending(column('from.rank')), ascending(column('key'))],
};
const STEP = call('abs', operator(column('from.rank'), '-', column('to.rank')));
const RANKS: Partial<Query> = {
  every: true,
  where: operator(
    not(operator(isNull(column('from.rank')), 'or', isNull(column('to.rank')))),
    'and',
    operator(STEP, '>', literal(0)),
  ),
  orderBy: [descending(STEP), ascending(column('to.rank'))],
};

function standingIn(read: Columns, side: 'from' | 'to', row: number): Standing {
  return { kind: STANDINGS[read.number(side, row)] ?? 'unknown', label: read.text(`${side}.label`, row) };
}

function causeIn(read: Columns, row: number): Cause | null {
  const index = read.numbers('cause')[row] ?? null;
  return index === null ? null : (CAUSES[index] ?? null);
}

function flowsIn(read: Columns): RunDiff['flows'] {
  return Array.from({ length: read.size }, (_, row) => ({
    from: standingIn(read, 'from', row),
    to: standingIn(read, 'to', row),
    cause: causeIn(read, row),
    count: read.number('count', row),
  }));
}

function ranksIn(read: Columns): readonly RankMove[] {
  return Array.from({ length: read.size }, (_, row) => ({
    key: read.text('key', row) ?? '',
    name: read.text('name', row),
    from: read.number('from.rank', row),
    to: read.number('to.rank', row),
  }));
}

async function explained(
  before: Executed,
  after: Executed,
  read: Columns,
  level: string | null,
  language: Language,
): Promise<readonly Mover[]> {
  const movers: Mover[] = [];
  for (let row = 0; row < read.size; row++) {
    const key = read.text('key', row) ?? '';
    const [from, to] = [standingIn(read, 'from', row), standingIn(read, 'to', row)];
    const old = from.kind === 'outside' ? null : await explain(before, key, language);
    const now = to.kind === 'outside' ? null : await explain(after, key, language);
    movers.push({
      key,
      name: read.text('name', row),
      from,
      to,
      cause: causeIn(read, row) ?? 'rule',
      metric: old && now && movedMetric(old, now),
      level: now && levelRule(now, level),
    });
  }
  return movers;
}

/** The first metric that is judged otherwise than before, with what was asked of it then and now. */
function movedMetric(old: Explanation, now: Explanation): Mover['metric'] {
  for (const metric of now.metrics) {
    const was = old.metrics.find(({ name }) => name === metric.name);
    if (was === undefined || was.state === metric.state) continue;
    return { name: metric.name, label: metric.label, from: judged(was), to: judged(metric) };
  }
  return null;
}

function judged({ display, state, threshold, rules }: ExplainedMetric): NonNullable<Mover['metric']>['from'] {
  return { display, state, threshold: threshold?.text ?? null, rule: rules[0] ?? null };
}

function levelRule({ levels }: Explanation, level: string | null): Mover['level'] {
  return levels.find(({ name }) => name === level)?.rule ?? null;
}
