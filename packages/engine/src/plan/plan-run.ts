import type { Benchmark, Expression, Level, Metric, Model, Population, Source } from '@benchbook/dsl';
import type {
  AggregateExpression,
  JudgedMetric,
  JudgeStage,
  MeasuredAggregate,
  MeasuredMetric,
  MeasuredRank,
  Plan,
} from './plan.js';
import { askedOf } from './asked.js';
import { peerBounds } from './peer-bounds.js';
import { decimals, inUnit } from './units.js';
import { usedColumns } from './used-columns.js';
import { fingerprint, orderValues, stepsFor, type Value } from './values.js';
import { inputsOf, parts, walk } from './walk.js';

/** Plans one population of a checked model. Pure: it reads no data. */
export function planRun(model: Model, population: Population): Plan {
  const source = byName(model.sources, population.source);
  const metrics = model.metrics.filter((metric) => metric.source === source.name).map(measured);
  const bands = model.bands.filter((band) => band.source === source.name);
  const scores = model.scores.filter((score) => score.population === population.name);
  const tiers = model.tiers.filter((tier) => tier.population === population.name);
  const judge = planJudge(model, population, source, metrics);
  const own = [population.where, population.top?.by ?? null].filter((root) => root !== null);
  const roots = [
    ...metrics.map(({ metric }) => metric.expression),
    ...[...bands, ...judge.benchmarks, ...judge.waivers, ...judge.levels, ...tiers].flatMap(({ table }) =>
      inputsOf(table),
    ),
    ...judge.peers.flatMap(({ within }) => within),
    ...scores.flatMap((score) => score.terms.map((term) => term.value)),
    ...tiers.map((tier) => tier.by),
    ...own,
    ...askedOf(model, source),
  ];
  const aggregates = distinctAggregates(model, roots);
  const ranks = distinctRanks(roots);
  const { early, late } = orderValues([
    ...aggregates.map((aggregate): Value => ({ kind: 'aggregate', aggregate })),
    ...ranks.map((rank): Value => ({ kind: 'rank', rank })),
    ...bands.map((band): Value => ({ kind: 'band', band })),
    ...metrics.map((metric): Value => ({ kind: 'metric', metric })),
    ...tiers.map((tier): Value => ({ kind: 'tier', tier })),
    ...judge.levels.map((level): Value => ({ kind: 'level', level })),
    ...scores.map((score): Value => ({ kind: 'score', score })),
  ]);
  const used = usedColumns(model);
  return {
    model,
    population,
    source,
    standing: 'own',
    used,
    candidates: stepsFor(own, early),
    measure: {
      columns: [...(used.get(source.name) ?? [])].filter((name) => name !== source.key).sort(),
      bands,
      aggregates,
      metrics,
      ranks,
      tiers,
      steps: early,
    },
    judge,
    score: { scores, steps: late },
  };
}

/** The first population that a benchmark is applied to, else the first there is. */
export function mainPopulation(model: Model): Population | null {
  const applied = model.applies[0]?.population;
  return model.populations.find((population) => population.name === applied) ?? model.populations[0] ?? null;
}

/** Who is asked what: the judge stage of a population. */
export function planJudge(
  model: Model,
  population: Population,
  source: Source,
  metrics: readonly MeasuredMetric[],
): JudgeStage {
  const apply = model.applies.find((candidate) => candidate.population === population.name);
  const benchmarks = (apply?.benchmarks ?? []).map((name) => byName(model.benchmarks, name));
  return {
    benchmarks,
    peers: peerBounds(benchmarks),
    combine: apply?.combine ?? 'strictest',
    waivers: model.waivers.filter((waiver) => waiver.population === population.name),
    metrics: metrics.map((metric) => judged(metric, benchmarks)).filter((metric) => metric.benchmarks.length > 0),
    levels: apply === undefined ? [] : model.levels.filter((level) => isLevelOf(model, source, level)),
  };
}

/** Whether a level looks at nothing but what rows of this source have: another source's columns mean nothing here. */
function isLevelOf(model: Model, source: Source, level: Level): boolean {
  return inputsOf(level.table).every((input) => isKnownOf(model, source, input));
}

function isKnownOf(model: Model, source: Source, expression: Expression): boolean {
  switch (expression.kind) {
    case 'column':
      return expression.source === source.name;
    case 'aggregate': {
      const { columns } = byName(model.sources, expression.source);
      return columns.some(
        ({ name, type }) => name === expression.via && type.kind === 'text' && type.references === source.name,
      );
    }
    case 'given':
    case 'output': {
      const { by, name } = expression;
      if (by === 'metric') return byName(model.metrics, name).source === source.name;
      if (by === 'band') return byName(model.bands, name).source === source.name;
      return by !== 'level' || isLevelOf(model, source, byName(model.levels, name));
    }
    default:
      return parts(expression).every((part) => isKnownOf(model, source, part));
  }
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
      if (threshold === null || threshold.kind === 'peers') return [];
      return threshold.kind === 'bound' ? [threshold.quantity] : [threshold.low, threshold.high];
    }),
  );
  const amongPeers = asked.some(({ benchmark, outcome }) =>
    benchmark.table.rows.some((row) => row.outcomes[outcome]?.kind === 'peers'),
  );
  const digits = quantities.map((quantity) => decimals(inUnit(quantity, unit)));
  return { measured: measuredMetric, benchmarks: asked, digits: Math.max(LEAST_DIGITS, ...digits), amongPeers };
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
  const found = new Map<string, MeasuredRank['expression']>();
  for (const expression of roots.flatMap((root) => [...walk(root)]))
    if (expression.kind === 'percent_rank' || expression.kind === 'cumulative_share')
      found.set(fingerprint(expression), expression);
  return [...found.values()].map((expression, index) => ({ id: `${expression.kind}_${index + 1}`, expression }));
}

function byName<Declared extends { readonly name: string }>(declared: readonly Declared[], name: string): Declared {
  const found = declared.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`the checked model names ${name} but does not declare it`);
  return found;
}
