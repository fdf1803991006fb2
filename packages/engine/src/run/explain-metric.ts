import type { Expression, PeerThreshold } from '@benchbook/dsl';
import { whereOf } from '../notices/where.js';
import type { Columns } from '../database/columns.js';
import type { JudgedMetric, MeasuredMetric } from '../plan/plan.js';
import { peerBoundOf } from '../plan/peer-bounds.js';
import { toBase } from '../plan/units.js';
import { fingerprint } from '../plan/values.js';
import { walk } from '../plan/walk.js';
import { STATES, type ExplainedMetric, type RuleRow, type State } from '../results.js';
import { compile } from '../sql/compile-expression.js';
import { cast } from '../sql/expression.js';
import { judgedScope } from '../sql/judged-scope.js';
import { answeredBy } from '../sql/metric-columns.js';
import { benchmarkRowName } from '../sql/answer-rows.js';
import { named } from '../sql/names.js';
import type { ParameterSheet } from '../sql/parameters.js';
import { output, type Output } from '../sql/query.js';
import { leftOut } from '../sql/related.js';
import { waiversOf } from '../sql/waive.js';
import type { Language } from '../workbook-types.js';
import type { Executed } from './execute.js';
import { display, PERCENT, plainText, unitOf, written } from './report/formatting.js';
import { asked as askedBy, peerText } from './report/thresholds.js';
import { ruleRow } from './rule-row.js';

/** One metric of one entity: its value, how it was judged and by which row, and what went into it. */
export function explainMetric(
  run: Executed,
  measured: MeasuredMetric,
  row: Columns,
  language: Language,
): ExplainedMetric {
  const { metric } = measured;
  const { model } = run.plan;
  const judged = run.plan.judge.metrics.find((candidate) => candidate.measured === measured);
  const value = row.numbers(named.metric(metric.name))[0] ?? null;
  const state: State =
    judged === undefined ? 'not judged' : (STATES[row.number(named.state(metric.name))] ?? 'unknown');
  const decided = decide(run, judged, row);
  const waivers = judged === undefined ? [] : waiving(run, judged, row);
  const shortfall = judged === undefined ? null : (row.numbers(named.shortfall(metric.name))[0] ?? null);
  return {
    name: metric.name,
    label: metric.label,
    doc: metric.doc,
    unit: metric.unit.text,
    value,
    display: display(value, metric.unit),
    state,
    ...decided,
    waived: waivers[0]?.reason ?? null,
    rules: [...waivers.map(({ rule }) => rule), ...decided.rules],
    shortfall,
    shortfall_display: display(shortfall, PERCENT, 0),
    formula: written(model, metric.expression.span),
    ...whereOf(model, metric),
    inputs: explainInputs(run, measured, row, language),
    answered_by: whoAnswered(measured, value, row),
  };
}

/** The threshold applied and the rows asked, the deciding one first. */
function decide(
  run: Executed,
  judged: JudgedMetric | undefined,
  row: Columns,
): Pick<ExplainedMetric, 'threshold' | 'rules' | 'peers'> {
  if (judged === undefined) return { threshold: null, rules: [], peers: null };
  const { metric } = judged.measured;
  const applied = row.numbers(named.threshold(metric.name))[0] ?? null;
  const asked = judged.benchmarks.flatMap(({ benchmark, outcome }) => {
    const index = row.numbers(benchmarkRowName(benchmark, outcome))[0] ?? null;
    const candidate = index === null ? undefined : benchmark.table.rows[index - 1];
    if (index === null || candidate === undefined) return [];
    const threshold = candidate.outcomes[outcome] ?? null;
    const peers = threshold?.kind === 'peers' ? peersOf(run, judged, threshold, row) : null;
    const ends = threshold === null ? null : askedBy(threshold, metric, peers?.bound ?? null);
    const rule = ruleRow(run.plan.model, benchmark, index - 1, outcome);
    return rule === null ? [] : [{ ends, rule, peers: peers?.known ?? null }];
  });
  const decides = (ends: (typeof asked)[number]['ends']): boolean =>
    ends !== null && applied !== null && (ends.value === applied || ends.to === applied);
  const ordered = [...asked.filter(({ ends }) => decides(ends)), ...asked.filter(({ ends }) => !decides(ends))];
  const [first] = ordered;
  return {
    peers: first?.peers ?? null,
    threshold: first !== undefined && decides(first.ends) ? first.ends : null,
    rules: ordered.map(({ rule }) => rule),
  };
}

/** The rows that excuse an entity from a metric, with the reason. */
function waiving(
  { plan }: Executed,
  metric: JudgedMetric,
  row: Columns,
): readonly { readonly reason: string; readonly rule: RuleRow }[] {
  return waiversOf(metric, plan.judge.waivers).flatMap((waiver) => {
    const place = row.numbers(named.waived(waiver.name, metric.measured.metric.name))[0] ?? null;
    if (place === null) return [];
    const outcomes = waiver.table.rows[place - 1]?.outcomes ?? [];
    const at = outcomes.findIndex((cell) => cell?.kind === 'reason');
    const cell = outcomes[at];
    const rule = ruleRow(plan.model, waiver, place - 1, at);
    return rule === null || cell?.kind !== 'reason' ? [] : [{ reason: cell.text, rule }];
  });
}

/** The percentile that a threshold comes to for an entity, and among how many peers. */
function peersOf(
  run: Executed,
  judged: JudgedMetric,
  threshold: PeerThreshold,
  row: Columns,
): { readonly bound: number | null; readonly known: ExplainedMetric['peers'] } {
  const { name } = judged.measured.metric;
  const { id, group, least } = peerBoundOf(run.plan.judge.peers, name, threshold);
  const known = { text: peerText(threshold), known: row.number(named.peers(group)), least: toBase(least).toNumber() };
  return { bound: row.numbers(id)[0] ?? null, known };
}

/** What went into a metric, and which of its clauses answered. */
export function insideColumns(run: Executed, measured: MeasuredMetric, parameters: ParameterSheet): readonly Output[] {
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

interface Input {
  readonly text: string;
  readonly expression: Expression;
  /** Whether it is written once and read twice, and this is the second: the window before. */
  readonly before: boolean;
}

/** The parts of the formula that stand for a value of the entity, each once, in the order written. */
function inputsOf(run: Executed, { metric }: MeasuredMetric): readonly Input[] {
  const found = new Map<string, Input>();
  for (const expression of outermost(metric.expression)) {
    if (!INPUTS.has(expression.kind)) continue;
    const text = written(run.plan.model, expression.span);
    const first = found.get(text);
    if (first === undefined) found.set(text, { text, expression, before: false });
    else if (expression.kind === 'aggregate' && fingerprint(expression) !== fingerprint(first.expression))
      found.set(`${text} before`, { text, expression, before: true });
  }
  return [...found.values()];
}

const INPUTS: ReadonlySet<Expression['kind']> = new Set([
  'aggregate',
  'column',
  'given',
  'output',
  'lookup',
  'percent_rank',
  'cumulative_share',
]);

const BEFORE = { en: 'the window before', zh: '之前的一段' } as const;

const LEFT_OUT = {
  en: (rows: number) => `${rows} more cannot be told`,
  zh: (rows: number) => `另有 ${rows} 行无法判断`,
} as const;

function explainInputs(
  run: Executed,
  measured: MeasuredMetric,
  row: Columns,
  language: Language,
): ExplainedMetric['inputs'] {
  return inputsOf(run, measured).map(({ text: input, expression, before }, index) => {
    const text = before ? `${input} (${BEFORE[language]})` : input;
    const cell = row.cell(inputColumn(measured.metric.name, index));
    const value = typeof cell === 'number' ? cell : null;
    const shown = value === null ? plainText(cell) : display(value, unitOf(expression));
    const untold = rowsLeftOut(run, expression, row);
    return { text, value, display: untold > 0 ? `${shown} (${LEFT_OUT[language](untold)})` : shown };
  });
}

/** Related rows that an aggregate's `where` could not tell for this entity. */
function rowsLeftOut(run: Executed, expression: Expression, row: Columns): number {
  if (expression.kind !== 'aggregate' || expression.where === null) return 0;
  const sought = fingerprint(expression);
  const found = run.plan.measure.aggregates.find((measured) => fingerprint(measured.expression) === sought);
  return found === undefined ? 0 : Number(row.cell(leftOut(found.id)) ?? 0);
}

const OF_OTHER_ROWS: ReadonlySet<Expression['kind']> = new Set(['aggregate', 'percent_rank', 'cumulative_share']);

/** Parts of an expression without those inside an aggregate or a rank: these belong to other rows. */
function* outermost(expression: Expression): Generator<Expression> {
  const inside = new Set<Expression>();
  for (const part of walk(expression)) {
    if (inside.has(part)) continue;
    if (OF_OTHER_ROWS.has(part.kind)) for (const inner of walk(part)) inside.add(inner);
    yield part;
  }
}

function whoAnswered({ metric }: MeasuredMetric, value: number | null, row: Columns): ExplainedMetric['answered_by'] {
  const clause = row.text(answerColumn(metric.name));
  if (clause === 'if empty' || clause === 'if missing') return clause;
  return value === null ? null : 'formula';
}
