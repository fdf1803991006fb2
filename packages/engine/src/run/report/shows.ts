import type { Expression, Show } from '@benchbook/dsl';
import type { Columns } from '../../database/columns.js';
import type { MeasuredMetric } from '../../plan/plan.js';
import type { ShowResult } from '../../results.js';
import { asDouble, compile, divide } from '../../sql/compile-expression.js';
import { aggregate, ascending, cast, column, descending, operator, type SqlExpression } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import { PASSED, UNKNOWN } from '../../sql/states.js';
import type { Executed } from '../execute.js';
import { summarise } from '../figures.js';
import { readScored } from '../read.js';
import { columnLabel, titleOf, unitOf, written } from './formatting.js';
import { rankingOrder } from './ranking.js';
import { metricReport } from './metrics.js';
import { ordered, type ShowRow } from './show-order.js';

type Column = ShowResult['columns'][number];
type ShowTable = Pick<ShowResult, 'columns' | 'rows'>;

const COUNT_COLUMN: Column = { name: 'count', label: 'count', kind: 'count' };

type Language = 'en' | 'zh';

/** What the engine itself names in a small table. */
const WORDS = {
  en: { count: 'count', low: 'from', high: 'to', empty: 'nobody to show' },
  zh: { count: '数量', low: '从', high: '到', empty: '没有可显示的记录' },
} as const;

/** Rows a listed population shows unless its `top` says otherwise. */
const LISTED = 20;

/** Columns that the engine names itself, so that their label is a word of ours. */
function isWord(shown: Column): shown is Column & { readonly label: 'count' | 'low' | 'high' } {
  return shown.name === shown.label && ['count', 'low', 'high'].includes(shown.label);
}

/** The small table behind each `show` of the population; the page draws it, the command prints it. */
export async function showResults(run: Executed, language: Language): Promise<readonly ShowResult[]> {
  const shows = run.plan.model.shows.filter((show) => show.population === run.plan.population.name);
  return Promise.all(shows.map((show) => showResult(run, show, language)));
}

async function showResult(run: Executed, show: Show, language: Language): Promise<ShowResult> {
  const { columns, rows } = await tableOf(run, show);
  const title = show.label ?? written(run.plan.model, show.span).replace(/^show\s+/, '');
  return {
    id: show.name,
    title,
    form: show.form,
    line: show.line,
    columns: columns.map((shown) => ({ ...shown, label: isWord(shown) ? WORDS[language][shown.label] : shown.label })),
    rows,
    because: rows.length === 0 ? WORDS[language].empty : null,
  };
}

function tableOf(run: Executed, show: Show): Promise<ShowTable> {
  if (show.what === null) return listed(run, show);
  const shape = show.form === 'distribution' ? distributionOf(run, show.what) : null;
  if (shape !== null) return shape;
  return show.what.kind === 'judgement' ? passRates(run, show) : grouped(run, show, show.what);
}

/** The bins of a metric, those at exactly 0 as a bin from 0 to 0; null for anything else. */
function distributionOf(run: Executed, what: Expression): Promise<ShowTable> | null {
  const measured = run.plan.measure.metrics.find(
    ({ metric }) => what.kind === 'given' && what.by === 'metric' && metric.name === what.name,
  );
  return measured === undefined ? null : binned(run, measured);
}

async function binned(run: Executed, measured: MeasuredMetric): Promise<ShowTable> {
  const { scale, zero, bins } = (await metricReport(run, measured)).distribution;
  const kind = measured.metric.unit.kind === 'percent' ? 'percent' : 'number';
  const columns: readonly Column[] = [
    { name: 'low', label: 'low', kind },
    { name: 'high', label: 'high', kind },
    COUNT_COLUMN,
  ];
  const rows = bins.map(({ low, high, count }) => [low, high, count] as const);
  return { columns, rows: scale === 'log' && zero > 0 ? [[0, 0, zero], ...rows] : rows };
}

/** How many of those judged pass, metric by metric, for each value of what it is shown by. */
async function passRates(run: Executed, show: Show): Promise<ShowTable> {
  const { judge } = run.plan;
  const read = await readScored(run, (scope) => {
    const by = show.by.map((expression) => compile(expression, scope));
    return {
      columns: [
        ...by.map((value, index) => output(value, `by_${index}`)),
        ...judge.metrics.map(({ measured: { metric } }) =>
          output(passRate(column(named.state(metric.name))), metric.name),
        ),
        output(aggregate('count', []), 'count'),
      ],
      groupBy: by,
    };
  });
  const columns: readonly Column[] = [
    ...keyColumns(run, show.by),
    ...judge.metrics.map(({ measured: { metric } }): Column => ({
      name: metric.name,
      label: metric.label ?? metric.name,
      kind: 'percent',
    })),
    COUNT_COLUMN,
  ];
  return { columns, rows: ordered(run, show.by, plainRows(read)) };
}

function passRate(state: SqlExpression): SqlExpression {
  const count = (where: SqlExpression): SqlExpression => asDouble(aggregate('count', [], { where }));
  return divide(count(operator(state, '=', PASSED)), count(operator(state, '<', UNKNOWN)));
}

/** What is shown, for each value of what it is shown by: a label is counted, a number is averaged and counted. */
async function grouped(run: Executed, show: Show, what: Expression): Promise<ShowTable> {
  const { model } = run.plan;
  const isLabel = what.type.kind === 'text';
  const keys = isLabel ? [...show.by, what] : show.by;
  const read = await readScored(run, (scope) => {
    const by = keys.map((expression) => compile(expression, scope));
    return {
      columns: [
        ...by.map((value, index) => output(value, `by_${index}`)),
        ...(isLabel ? [] : [output(summarise('mean', what, null, scope), 'mean')]),
        output(aggregate('count', []), 'count'),
      ],
      groupBy: by,
    };
  });
  const columns: readonly Column[] = [
    ...keyColumns(run, keys),
    ...(isLabel ? [] : [{ name: 'mean', label: titleOf(model, what), kind: kindOf(what) } as const]),
    COUNT_COLUMN,
  ];
  return { columns, rows: ordered(run, keys, plainRows(read)) };
}

function keyColumns(run: Executed, keys: readonly Expression[]): readonly Column[] {
  const { model } = run.plan;
  return keys.map((expression) => ({
    name: written(model, expression.span),
    label: titleOf(model, expression),
    kind: 'text',
  }));
}

/** The members themselves, best first, with what the rulebook says of each. */
async function listed(run: Executed, show: Show): Promise<ShowTable> {
  const { plan } = run;
  const { source } = plan;
  const naming =
    source.naming !== null && source.naming !== source.key ? column(named.column(source.naming)) : column(named.key);
  const read = await readScored(run, (scope) => ({
    columns: [
      output(cast(naming, 'VARCHAR'), 'name'),
      ...show.by.map((expression, index) => output(cast(compile(expression, scope), 'VARCHAR'), `by_${index}`)),
      ...plan.judge.levels.map((level, index) =>
        output(compile(given('level', level.name, level.nameSpan), scope), `level_${index}`),
      ),
      ...plan.measure.metrics.map(({ metric }, index) =>
        output(asDouble(column(named.metric(metric.name))), `metric_${index}`),
      ),
      ...plan.score.scores.map((score, index) => output(column(named.score(score.name)), `score_${index}`)),
    ],
    orderBy:
      show.top === null ? rankingOrder(plan) : [descending(compile(show.top.by, scope)), ascending(column(named.key))],
    limit: show.top?.rows ?? LISTED,
  }));
  const columns: readonly Column[] = [
    {
      name: 'name',
      label: source.naming === null ? 'key' : columnLabel(plan.model, source.name, source.naming),
      kind: 'text',
    },
    ...keyColumns(run, show.by),
    ...plan.judge.levels.map((level): Column => ({ name: level.name, label: level.label ?? level.name, kind: 'text' })),
    ...plan.measure.metrics.map(({ metric }): Column => ({
      name: metric.name,
      label: metric.label ?? metric.name,
      kind: metric.unit.kind === 'percent' ? 'percent' : 'number',
    })),
    ...plan.score.scores.map((score): Column => ({
      name: score.name,
      label: score.label ?? score.name,
      kind: 'number',
    })),
  ];
  return { columns, rows: plainRows(read) };
}

function plainRows(read: Columns): readonly ShowRow[] {
  return Array.from({ length: read.size }, (_, at) => read.names.map((name) => plainCell(read.cell(name, at))));
}

function given(by: 'level', name: string, span: Show['span']): Expression {
  return { kind: 'given', by, name, type: { kind: 'text' }, span };
}

function kindOf(expression: Expression): Column['kind'] {
  return unitOf(expression).kind === 'percent' ? 'percent' : 'number';
}

function plainCell(cell: unknown): string | number | null {
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  return typeof cell === 'bigint' ? Number(cell) : null;
}
