import type { Expression, Level, Model, Score } from '@benchbook/dsl';
import type { Columns } from '../database/columns.js';
import type { JudgedMetric, MeasuredMetric } from '../plan/plan.js';
import { decimals, toBase } from '../plan/units.js';
import { walk } from '../plan/walk.js';
import { STATES, type ExplainedMetric, type Explanation, type RuleRow, type State } from '../results.js';
import { compile } from '../sql/compile-expression.js';
import { cast, column, literal, operator, window, type SqlExpression } from '../sql/expression.js';
import { judgedScope } from '../sql/judged-scope.js';
import { answeredBy } from '../sql/metric-columns.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import { output, select, subquery, table, type Output, type Query } from '../sql/query.js';
import type { Executed } from './execute.js';
import { becauseOf, rankingOrder } from './report/ranking.js';
import { display, NUMBER, PERCENT, plainText, unitOf, written } from './report/formatting.js';
import { thresholdEnds, thresholdText } from './report/metrics.js';

/** Why an entity stands where it stands; null when nobody in the population has that key, or that name alone. */
export async function explain(run: Executed, keyOrName: string): Promise<Explanation | null> {
  const row = await findRow(run, keyOrName);
  if (row === null) return null;
  const { plan } = run;
  return {
    population: plan.population.name,
    key: row.text('key.text') ?? '',
    name: row.text('name.text'),
    rank: row.number('rank'),
    of: run.size,
    attributes: attributes(run, row),
    metrics: plan.measure.metrics.map((measured) => explainMetric(run, measured, row)),
    levels: plan.judge.levels.map((level) => explainLevel(plan.model, level, row)),
    scores: plan.score.scores.map((score) => explainScore(plan.model, score, row)),
  };
}

/** Keys and names close to a text that found nothing. */
export async function similar(
  run: Executed,
  text: string,
): Promise<readonly { readonly key: string; readonly name: string | null }[]> {
  const sought = literal(text.toLowerCase());
  const parameters = new ParameterSheet();
  const ranked = rankedRows(run);
  const closeness: SqlExpression = {
    kind: 'call',
    name: 'greatest',
    arguments: ['name.text', 'key.text'].map((name) => ({
      kind: 'call',
      name: 'jaro_winkler_similarity',
      arguments: [{ kind: 'call', name: 'lower', arguments: [column(name)] }, sought],
    })),
  };
  const query = select({
    columns: [output(column('key.text'), 'key'), output(column('name.text'), 'name'), output(closeness, 'closeness')],
    from: subquery(ranked, 'ranked'),
    where: operator(closeness, '>', literal(0.75)),
    orderBy: [
      { by: column('closeness'), descending: true },
      { by: column('key'), descending: false },
    ],
    limit: 3,
  });
  const columns = await run.database.read(query, parameters.values);
  return columns.texts('key').map((key, at) => ({ key: key ?? '', name: columns.text('name', at) }));
}

function rankedRows(run: Executed): Query {
  const { naming, key } = run.plan.source;
  const name = naming === null || naming === key ? column(named.key) : column(named.column(naming));
  return select({
    every: true,
    columns: [
      output(cast(column(named.key), 'VARCHAR'), 'key.text'),
      output(cast(name, 'VARCHAR'), 'name.text'),
      output(window('row_number', [], { order: rankingOrder(run.plan) }), 'rank'),
    ],
    from: table(run.scored.table),
  });
}

async function findRow(run: Executed, keyOrName: string): Promise<Columns | null> {
  const find = (name: string): Promise<Columns> => {
    const parameters = new ParameterSheet();
    const query = select({
      every: true,
      columns: run.plan.measure.metrics.flatMap((measured) => insideColumns(run, measured, parameters)),
      from: subquery(rankedRows(run), 'ranked'),
      where: operator(column(name), '=', literal(keyOrName)),
      limit: 2,
    });
    return run.database.read(query, parameters.values);
  };
  const byKey = await find('key.text');
  if (byKey.size === 1) return byKey;
  const byName = await find('name.text');
  return byName.size === 1 ? byName : null;
}

function attributes(run: Executed, row: Columns): Explanation['attributes'] {
  const { plan } = run;
  const own = plan.source.columns
    .filter(({ name }) => plan.measure.columns.includes(name) && name !== plan.source.naming)
    .map((declared) => ({
      name: declared.name,
      label: declared.label,
      display: shown(row, named.column(declared.name), columnUnit(declared.type)),
      line: declared.line,
    }));
  const labels = [
    ...plan.measure.bands.map((band) => ({ ...band, at: named.band(band.name) })),
    ...plan.measure.tiers.map((tier) => ({ ...tier, at: named.tier(tier.name) })),
  ];
  return [
    ...own,
    ...labels.map(({ name, label, line, at }) => ({ name, label, display: plainText(row.cell(at)), line })),
  ];
}

function columnUnit(type: Model['sources'][number]['columns'][number]['type']): typeof NUMBER {
  switch (type.kind) {
    case 'money':
      return { kind: 'money', dimension: { [type.currency]: 1 }, scale: NUMBER.scale, text: type.currency };
    case 'percent':
      return PERCENT;
    case 'count':
      return { ...NUMBER, kind: 'count' };
    default:
      return NUMBER;
  }
}

function shown(row: Columns, name: string, unit: typeof NUMBER): string {
  const cell = row.cell(name);
  return typeof cell === 'number' || typeof cell === 'bigint' ? display(Number(cell), unit) : plainText(cell);
}

function explainMetric(run: Executed, measured: MeasuredMetric, row: Columns): ExplainedMetric {
  const { metric } = measured;
  const { model } = run.plan;
  const judged = run.plan.judge.metrics.find((candidate) => candidate.measured === measured);
  const value = row.numbers(named.metric(metric.name))[0] ?? null;
  const state: State =
    judged === undefined ? 'not judged' : (STATES[row.number(named.state(metric.name))] ?? 'unknown');
  const shortfall = judged === undefined ? null : (row.numbers(named.shortfall(metric.name))[0] ?? null);
  return {
    name: metric.name,
    label: metric.label,
    doc: metric.doc,
    unit: metric.unit.text,
    value,
    display: display(value, metric.unit),
    state,
    ...decide(run, judged, row),
    shortfall,
    shortfall_display: display(shortfall, PERCENT, 0),
    formula: written(model, metric.expression.span),
    line: metric.line,
    inputs: explainInputs(run, measured, row),
    answered_by: whoAnswered(measured, value, row),
  };
}

/** The threshold applied and the rows asked, the deciding one first. */
function decide(
  run: Executed,
  judged: JudgedMetric | undefined,
  row: Columns,
): Pick<ExplainedMetric, 'threshold' | 'rules'> {
  if (judged === undefined) return { threshold: null, rules: [] };
  const { metric } = judged.measured;
  const applied = row.numbers(named.threshold(metric.name))[0] ?? null;
  const asked = judged.benchmarks.flatMap(({ benchmark, outcome }) => {
    const index = row.numbers(named.benchmarkRow(benchmark.name))[0] ?? null;
    const candidate = index === null ? undefined : benchmark.table.rows[index - 1];
    if (candidate === undefined) return [];
    const threshold = candidate.outcomes[outcome] ?? null;
    const ends =
      threshold === null ? null : { text: thresholdText(threshold, metric), ...thresholdEnds(threshold, metric) };
    return [{ ends, rule: ruleRow(run.plan.model, benchmark.name, candidate) }];
  });
  const decides = (ends: (typeof asked)[number]['ends']): boolean =>
    ends !== null && applied !== null && (ends.value === applied || ends.to === applied);
  const ordered = [...asked.filter(({ ends }) => decides(ends)), ...asked.filter(({ ends }) => !decides(ends))];
  const [first] = ordered;
  return {
    threshold: first !== undefined && decides(first.ends) ? first.ends : null,
    rules: ordered.map(({ rule }) => rule),
  };
}

function ruleRow(model: Model, declaration: string, row: { readonly text: string; readonly line: number }): RuleRow {
  return { declaration, text: row.text, file: model.file, line: row.line };
}

/** What went into a metric, and which of its clauses answered. */
function insideColumns(run: Executed, measured: MeasuredMetric, parameters: ParameterSheet): readonly Output[] {
  const scope = judgedScope(run.plan, parameters);
  const { name } = measured.metric;
  return [
    output(cast(answeredBy(measured, run.plan, scope), 'VARCHAR'), answerColumn(name)),
    ...inputsOf(run, measured).map(({ expression }, index) =>
      output(compile(expression, scope), inputColumn(name, index)),
    ),
  ];
}

const answerColumn = (metric: string): string => `${named.metric(metric)}.answer`;
const inputColumn = (metric: string, index: number): string => `${named.metric(metric)}.input.${index}`;

/** The parts of the formula that stand for a value of the entity, each once, in the order written. */
function inputsOf(
  run: Executed,
  { metric }: MeasuredMetric,
): readonly { readonly text: string; readonly expression: Expression }[] {
  const found = new Map<string, Expression>();
  for (const part of outermost(metric.expression)) {
    const text = written(run.plan.model, part.span);
    if (INPUTS.has(part.kind) && !found.has(text)) found.set(text, part);
  }
  return [...found].map(([text, expression]) => ({ text, expression }));
}

const INPUTS: ReadonlySet<Expression['kind']> = new Set([
  'aggregate',
  'column',
  'given',
  'output',
  'lookup',
  'percent_rank',
]);

function explainInputs(run: Executed, measured: MeasuredMetric, row: Columns): ExplainedMetric['inputs'] {
  return inputsOf(run, measured).map(({ text, expression }, index) => {
    const cell = row.cell(inputColumn(measured.metric.name, index));
    const value = typeof cell === 'number' ? cell : null;
    return { text, value, display: value === null ? plainText(cell) : display(value, unitOf(expression)) };
  });
}

/** Parts of an expression without those inside an aggregate or a rank: these belong to other rows. */
function* outermost(expression: Expression): Generator<Expression> {
  const inside = new Set<Expression>();
  for (const part of walk(expression)) {
    if (inside.has(part)) continue;
    if (part.kind === 'aggregate' || part.kind === 'percent_rank') for (const inner of walk(part)) inside.add(inner);
    yield part;
  }
}

function whoAnswered({ metric }: MeasuredMetric, value: number | null, row: Columns): ExplainedMetric['answered_by'] {
  const clause = row.text(answerColumn(metric.name));
  if (clause === 'if empty' || clause === 'if missing') return clause;
  return value === null ? null : 'formula';
}

function explainLevel(model: Model, level: Level, row: Columns): Explanation['levels'][number] {
  const index = row.numbers(named.level(level.name))[0] ?? null;
  const chosen = index === null ? undefined : level.table.rows[index - 1];
  const label = chosen?.outcomes[0]?.kind === 'text' ? chosen.outcomes[0].text : null;
  const counts = {
    failed: row.number(named.failed),
    passed: row.number(named.passed),
    unknown: row.number(named.unknown),
  };
  return {
    name: level.name,
    label: level.label,
    value: label,
    ...counts,
    because: becauseOf(level, label, counts),
    rule: chosen === undefined ? null : ruleRow(model, level.name, chosen),
  };
}

function explainScore(model: Model, score: Score, row: Columns): Explanation['scores'][number] {
  const times = score.times === null ? 1 : toBase(score.times).toNumber();
  const value = row.numbers(named.score(score.name))[0] ?? null;
  return {
    name: score.name,
    label: score.label,
    value,
    display: display(value, NUMBER, 2),
    times,
    line: score.line,
    terms: score.terms.map((term, index) => {
      const weight = toBase(term.weight).toNumber();
      const own = row.numbers(named.term(score.name, index))[0] ?? null;
      const contribution = own === null ? null : times * weight * own;
      return {
        name: term.name,
        text: written(model, term.value.span),
        weight,
        weight_display: display(weight, PERCENT, decimals(toBase(term.weight).times(100))),
        value: own,
        display: display(own, NUMBER, 4),
        contribution,
        contribution_display: display(contribution, NUMBER, 2),
        line: term.line,
      };
    }),
  };
}
