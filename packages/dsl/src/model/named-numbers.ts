import Big from 'big.js';
import type { Condition, DecisionTable, TableRow, Threshold } from './decision-table.js';
import type { ComparisonOperator, Constant, Quantity } from './expression.js';
import type { Benchmark, Declared, Param, Population, Score, Target } from './model.js';
import type { Location, Named, NamedNumber, NumberKind, Rules } from './named-number.js';
import { pathWord, printPath } from './path.js';
import { planningNumbers } from './planning-numbers.js';
import type { Limits } from './scenario.js';
import type { Span } from '../text/span.js';

/** Every number of a rulebook that has a path, in the order of its declarations. Pure; the registry behind all that moves numbers. */
export function namedNumbers(rules: Rules): NamedNumber[] {
  return named(rules).flatMap((one) => (one.is === 'number' ? [one.at] : []));
}

/** As `namedNumbers`, with what can be set though it is no number: empty thresholds, lists. */
export function named(rules: Rules): Named[] {
  const found: Named[] = [
    ...rules.params.flatMap(ofParam),
    ...rules.populations.flatMap(ofPopulation),
    ...[...rules.bands, ...rules.tiers].flatMap((one) => ofTable(one, one.table, 'value')),
    ...[...rules.contexts, ...rules.lookups].flatMap((one) => ofTable(one, one.table, 'value')),
    ...rules.metrics.flatMap((metric) => [
      ...ofQuantity(metric, metric.ifEmpty, 'answer', 'if_empty'),
      ...ofQuantity(metric, metric.ifMissing, 'answer', 'if_missing'),
      ...ofQuantity(metric, metric.shortfallScale, 'value', 'shortfall_scale'),
    ]),
    ...rules.benchmarks.flatMap(ofBenchmark),
    ...rules.waivers.flatMap((waiver) => waiver.table.rows.flatMap((row) => edgesOf(waiver, waiver.table, row))),
    ...rules.levels.flatMap((level) => ofTable(level, level.table, 'points')),
    ...rules.scores.flatMap(ofScore),
    ...rules.targets.flatMap(ofTarget),
    ...planningNumbers(rules.planning).flatMap(({ quantity, path: _, ...where }) =>
      number(where, quantity, where.column === 'top' ? 'top' : 'plan', null),
    ),
  ];
  return sharedOnce(found);
}

/** An edge that two rows share is met twice and is one number. */
function sharedOnce(found: readonly Named[]): Named[] {
  const byPath = new Map<string, Named>();
  for (const one of found) {
    const known = byPath.get(one.at.path);
    if (known === undefined) byPath.set(one.at.path, one);
    else if (known.is === 'number' && one.is === 'number')
      byPath.set(one.at.path, { is: 'number', at: withSpans(known.at, one.at.spans) });
  }
  return [...byPath.values()];
}

const withSpans = (at: NamedNumber, more: readonly Span[]): NamedNumber => ({
  ...at,
  spans: [...at.spans, ...more.filter((span) => !at.spans.some((one) => one.start === span.start))],
});

type Where = Omit<Location, 'path'>;

function number(where: Where, quantity: Quantity, kind: NumberKind, operator: ComparisonOperator | null): Named[] {
  const { path, value, unit, span } = quantity;
  if (path === null) return [];
  // A share of somebody's time is counted in heads, too.
  const counts = unit.kind === 'count' && (kind !== 'plan' || value.eq(value.round(0)));
  const whole = kind === 'top' ? unit.kind !== 'percent' : counts;
  const bounds = boundsOf(kind, quantity);
  return [{ is: 'number', at: { ...where, path, kind, value, unit, operator, bounds, whole, spans: [span] } }];
}

const ZERO = new Big(0);
const ONE = new Big(1);

function boundsOf(kind: NumberKind, { unit, value }: Quantity): Limits {
  if (kind === 'peers') return { low: ONE, high: null };
  if (kind === 'weight') return { low: ZERO, high: ONE };
  if (kind === 'top') return unit.kind === 'percent' ? { low: ZERO, high: ONE } : { low: ONE, high: null };
  if (kind === 'factor' || kind === 'points') return { low: null, high: null };
  // A growth of -5% or of 120% is a percent, too: what is outside already has no bound on that side.
  if (unit.kind === 'percent') return { low: value.lt(0) ? null : ZERO, high: value.gt(1) ? null : ONE };
  return { low: unit.kind === 'count' && value.gte(0) ? ZERO : null, high: null };
}

const within = (of: Declared, column: string): Where => ({ owner: of.name, row: null, column, line: of.line });

const ofQuantity = (of: Declared, quantity: Quantity | null, kind: NumberKind, column: string): Named[] =>
  quantity === null ? [] : number(within(of, column), quantity, kind, null);

function ofParam(param: Param): Named[] {
  const where: Where = { owner: param.name, row: null, column: null, line: param.line };
  const { value } = param;
  if (value.kind === 'list') return [{ is: 'value', at: { ...where, path: pathWord(param.name), param } }];
  return value.constant.kind === 'quantity' ? number(where, value.constant.quantity, 'param', null) : [];
}

function ofPopulation(population: Population): Named[] {
  const amount = population.top?.amount;
  if (!amount) return [];
  return ofQuantity(population, amount.kind === 'share' ? amount.share : amount.rows, 'top', 'top');
}

function ofScore(score: Score): Named[] {
  const weights = score.terms.flatMap((term) =>
    number({ ...within(score, 'weight'), row: [term.name], line: term.line }, term.weight, 'weight', null),
  );
  return [...ofQuantity(score, score.times, 'factor', 'times'), ...weights];
}

function ofTarget(target: Target): Named[] {
  return target.rows.flatMap((row) =>
    ofThreshold({ ...within(target, 'attain'), row: [row.text], line: row.line }, row.attain, 'attain'),
  );
}

function ofThreshold(where: Where, threshold: Threshold, kind: NumberKind): Named[] {
  if (threshold.kind === 'bound') return number(where, threshold.quantity, kind, threshold.operator);
  const column = where.column ?? '';
  if (threshold.kind === 'peers') {
    const { percentile, least, operator } = threshold;
    return [
      ...number({ ...where, column: `${column}.percentile` }, percentile, kind, operator),
      ...number({ ...where, row: null, column: 'peers' }, least, 'peers', null),
    ];
  }
  const { low, high, highIncluded } = threshold;
  return [
    ...number({ ...where, column: `${column}.low` }, low, kind, '>='),
    ...number({ ...where, column: `${column}.high` }, high, kind, highIncluded ? '<=' : '<'),
  ];
}

function ofBenchmark(benchmark: Benchmark): Named[] {
  const { table } = benchmark;
  return table.rows.flatMap((row) => [
    ...edgesOf(benchmark, table, row),
    ...row.outcomes.flatMap((outcome, index): Named[] => {
      const output = table.outputs[index];
      if (output === undefined) return [];
      const where = { ...within(benchmark, output.name), ...at(row) };
      if (outcome) return ofThreshold(where, outcome, 'threshold');
      if (output.type.kind !== 'number') return [];
      const path = printPath({ name: benchmark.name, key: row.key, members: [output.name] });
      return [{ is: 'open', at: { ...where, path, metric: output.name, unit: output.type.unit, span: row.span } }];
    }),
  ]);
}

const at = (row: TableRow<unknown>): Pick<Where, 'row' | 'line'> => ({
  row: row.key.length === 0 ? null : row.key,
  line: row.line,
});

function ofTable(of: Declared, table: DecisionTable<Constant | null>, kind: NumberKind): Named[] {
  return table.rows.flatMap((row) => [
    ...edgesOf(of, table, row),
    ...row.outcomes.flatMap((outcome, index) => {
      const column = table.outputs[index]?.name ?? '';
      return outcome?.kind === 'quantity'
        ? number({ ...within(of, column), ...at(row) }, outcome.quantity, kind, null)
        : [];
    }),
  ]);
}

/** The numbers of a row's conditions. One that is shared with the next row is in a row of its own, `小型..中型`. */
function edgesOf(of: Declared, table: DecisionTable<unknown>, row: TableRow<unknown>): Named[] {
  return row.conditions.flatMap((condition, index) => {
    const column = table.inputs[index]?.name ?? '';
    const own = printPath({ name: of.name, key: row.key, members: [column] });
    return numbersOf(condition).flatMap(({ quantity, operator }) => {
      const { path } = quantity;
      if (path === null) return [];
      const shared = !path.startsWith(own);
      const key = shared ? [path.slice(pathWord(of.name).length + 1, path.lastIndexOf(']'))] : at(row).row;
      const end = shared ? '' : path.slice(own.length);
      return number(
        { ...within(of, `${column}${end}`), row: key, line: row.line },
        quantity,
        'edge',
        shared ? null : operator,
      );
    });
  });
}

interface Compared {
  readonly quantity: Quantity;
  readonly operator: ComparisonOperator;
}

function numbersOf(condition: Condition): Compared[] {
  const one = (constant: Constant | null, operator: ComparisonOperator): Compared[] =>
    constant?.kind === 'quantity' ? [{ quantity: constant.quantity, operator }] : [];
  switch (condition.kind) {
    case 'compare':
      return one(condition.constant, condition.operator);
    case 'range':
      return [
        ...one(condition.range.low, condition.range.lowIncluded ? '>=' : '>'),
        ...one(condition.range.high, condition.range.highIncluded ? '<=' : '<'),
      ];
    case 'values':
      return condition.values.flatMap((value) => one(value, condition.negated ? '!=' : '='));
    case 'either':
      return condition.conditions.flatMap(numbersOf);
    case 'not':
      return numbersOf(condition.condition);
    case 'any':
    case 'known':
    case 'else':
    case 'missing':
    case 'match':
      return [];
  }
}
