import type { Band, Benchmark, Expression, Metric, Model, Population, Source } from '@benchbook/dsl';
import type {
  AggregateExpression,
  JudgedMetric,
  JudgeStage,
  MeasuredAggregate,
  MeasuredMetric,
  MeasuredRank,
  MeasureStage,
  PercentRank,
  Plan,
} from './plan.js';
import { decimals, inUnit } from './units.js';
import { usedColumns } from './used-columns.js';
import { inputsOf, walk } from './walk.js';

/** Plans one population of a checked model. Pure: it reads no data. */
export function planRun(model: Model, population: Population): Plan {
  const source = byName(model.sources, population.source);
  const metrics = model.metrics.filter((metric) => metric.source === source.name).map(measured);
  const judge = planJudge(model, population, metrics);
  const scores = model.scores.filter((score) => score.population === population.name);
  const tiers = model.tiers.filter((tier) => tier.population === population.name);
  const ranks = distinctRanks(scores.flatMap((score) => score.terms.map((term) => term.value)));
  const used = usedColumns(model);

  const measure: MeasureStage = {
    columns: [...(used.get(source.name) ?? [])].filter((name) => name !== source.key).sort(),
    bands: bandsOf(model, source),
    aggregates: distinctAggregates(model, [
      ...metrics.map(({ metric }) => metric.expression),
      ...entityTables(model, judge).flatMap(inputsOf),
      ...scores.flatMap((score) => score.terms.map((term) => term.value)),
      ...tiers.map((tier) => tier.by),
    ]),
    metrics,
    ranks: ranks.filter((rank) => !readsJudging(rank.expression)),
    tiers,
  };
  return {
    model,
    population,
    source,
    used,
    measure,
    judge,
    score: { ranks: ranks.filter((rank) => readsJudging(rank.expression)), scores },
  };
}

/** The first population that a benchmark is applied to, else the first there is. */
export function mainPopulation(model: Model): Population | null {
  const applied = model.applies[0]?.population;
  return model.populations.find((population) => population.name === applied) ?? model.populations[0] ?? null;
}

function planJudge(model: Model, population: Population, metrics: readonly MeasuredMetric[]): JudgeStage {
  const apply = model.applies.find((candidate) => candidate.population === population.name);
  const benchmarks = (apply?.benchmarks ?? []).map((name) => byName(model.benchmarks, name));
  return {
    benchmarks,
    combine: apply?.combine ?? 'strictest',
    metrics: metrics.map((metric) => judged(metric, benchmarks)).filter((metric) => metric.benchmarks.length > 0),
    levels: apply === undefined ? [] : model.levels,
  };
}

/** Digits kept even if no threshold has them, so that a threshold moved by a hundredth of a percent is another number, not another statement. */
const LEAST_DIGITS = 4;

function judged(measuredMetric: MeasuredMetric, benchmarks: readonly Benchmark[]): JudgedMetric {
  const { name, unit } = measuredMetric.metric;
  const asked = benchmarks
    .map((benchmark) => ({ benchmark, outcome: benchmark.metrics.indexOf(name) }))
    .filter(({ outcome }) => outcome >= 0);
  const quantities = asked.flatMap(({ benchmark, outcome }) =>
    benchmark.table.rows.flatMap((row) => {
      const threshold = row.outcomes[outcome] ?? null;
      if (threshold === null) return [];
      return threshold.kind === 'bound' ? [threshold.quantity] : [threshold.low, threshold.high];
    }),
  );
  const digits = quantities.map((quantity) => decimals(inUnit(quantity, unit)));
  return { measured: measuredMetric, benchmarks: asked, digits: Math.max(LEAST_DIGITS, ...digits) };
}

function measured(metric: Metric): MeasuredMetric {
  const { expression } = metric;
  if (expression.kind !== 'arithmetic' || expression.operator !== '/')
    return { metric, form: { kind: 'value', expression } };
  const { left: numerator, right: denominator } = expression;
  const kind = metric.unit.kind === 'percent' && isCount(numerator) && isCount(denominator) ? 'counts' : 'quotient';
  return { metric, form: { kind, numerator, denominator } };
}

/** Whether an expression can only be a whole number that is not negative. */
function isCount(expression: Expression): boolean {
  if (expression.kind === 'aggregate') return expression.name === 'count';
  if (expression.kind !== 'constant' || expression.constant.kind !== 'quantity') return false;
  const { value } = expression.constant.quantity;
  return value.gte(0) && value.round(0, 0).eq(value);
}

function bandsOf(model: Model, source: Source): readonly Band[] {
  return model.bands.filter((band) => band.source === source.name);
}

function entityTables(
  model: Model,
  judge: JudgeStage,
): readonly (Benchmark | Band | Plan['judge']['levels'][number])['table'][] {
  return [
    ...judge.benchmarks.map((benchmark) => benchmark.table),
    ...model.bands.map((band) => band.table),
    ...judge.levels.map((level) => level.table),
  ];
}

function distinctAggregates(model: Model, roots: readonly Expression[]): readonly MeasuredAggregate[] {
  const found = new Map<string, AggregateExpression>();
  for (const expression of roots.flatMap((root) => [...walk(root)]))
    if (expression.kind === 'aggregate') found.set(fingerprint(expression), expression);
  return [...found.values()].map((expression, index) => ({
    id: `aggregate_${index + 1}`,
    expression,
    available: isAvailable(model, expression),
  }));
}

function isAvailable(model: Model, expression: AggregateExpression): boolean {
  if (byName(model.sources, expression.source).path === null) return false;
  return [...walk(expression)].every((part) => {
    if (part.kind !== 'column') return true;
    const column = byName(model.sources, part.source).columns.find((candidate) => candidate.name === part.column);
    return column?.from.kind !== 'not available';
  });
}

function distinctRanks(roots: readonly Expression[]): readonly MeasuredRank[] {
  const found = new Map<string, PercentRank>();
  for (const expression of roots.flatMap((root) => [...walk(root)]))
    if (expression.kind === 'percent_rank') found.set(fingerprint(expression), expression);
  return [...found.values()].map((expression, index) => ({ id: `percent_rank_${index + 1}`, expression }));
}

/** Two expressions with one fingerprint mean the same, wherever they stand in the text. */
export function fingerprint(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (key === 'span' ? undefined : value));
}

const JUDGING: ReadonlySet<Expression['kind']> = new Set(['judgement', 'shortfall']);

/** Whether a value depends on thresholds, and so is known only after judging. */
export function readsJudging(expression: Expression): boolean {
  return [...walk(expression)].some(
    (part) =>
      JUDGING.has(part.kind) ||
      ((part.kind === 'given' || part.kind === 'output') && (part.by === 'level' || part.by === 'score')),
  );
}

function byName<Declared extends { readonly name: string }>(declared: readonly Declared[], name: string): Declared {
  const found = declared.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`the checked model names ${name} but does not declare it`);
  return found;
}
