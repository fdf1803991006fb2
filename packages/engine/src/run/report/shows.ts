import type { Expression, Show, Unit } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { Columns } from '../../database/columns.js';
import type { Cell } from '../../database/database.js';
import type { ShowResult } from '../../results.js';
import { asDouble, compile, divide } from '../../sql/compile-expression.js';
import { aggregate, ascending, cast, column, descending, operator, type SqlExpression } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import { FAILED, PASSED, UNKNOWN } from '../../sql/states.js';
import type { Executed } from '../execute.js';
import { summarise } from '../figures.js';
import { readScored } from '../read.js';
import { distributionOf } from './distribution.js';
import { columnLabel, titleOf, unitOf, written } from './formatting.js';
import { rankingOrder } from './ranking.js';
import { ordered, type ShowRow } from './show-order.js';

type Column = ShowResult['columns'][number];
type ShowTable = Pick<ShowResult, 'columns' | 'rows'>;

const COUNT_COLUMN: Column = { name: 'count', label: 'count', kind: 'count' };

type Language = 'en' | 'zh';

/** What the engine itself names in a small table. */
const WORDS = {
  en: { count: 'count', low: 'from', high: 'to', yes: 'yes', no: 'no', empty: 'nobody to show' },
  zh: { count: '数量', low: '从', high: '到', yes: '是', no: '否', empty: '没有可显示的记录' },
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
  const { columns, rows } = await tableOf(run, show, language);
  const title = show.label ?? written(run.plan.model, show.span).replace(/^show\s+/, '');
  return {
    id: show.name,
    title,
    form: show.form,
    ...whereOf(run.plan.model, show),
    columns: columns.map((shown) => ({ ...shown, label: isWord(shown) ? WORDS[language][shown.label] : shown.label })),
    rows,
    because: rows.length === 0 ? WORDS[language].empty : null,
  };
}

function tableOf(run: Executed, show: Show, language: Language): Promise<ShowTable> {
  const { what } = show;
  if (what === null) return listed(run, show, language);
  if (show.form === 'distribution' && what.type.kind === 'number') return binned(run, what, what.type.unit);
  return what.kind === 'judgement' ? rates(run, show, what.what, language) : grouped(run, show, what, language);
}

/** The bins of a number, those at exactly 0 as a bin from 0 to 0 where they stand apart. */
async function binned(run: Executed, what: Expression, unit: Unit): Promise<ShowTable> {
  const { scale, zero, bins } = await distributionOf(run, (scope) => compile(what, scope), unit);
  const kind = unit.kind === 'percent' ? 'percent' : 'number';
  const columns: readonly Column[] = [
    { name: 'low', label: 'low', kind },
    { name: 'high', label: 'high', kind },
    COUNT_COLUMN,
  ];
  const rows = bins.map(({ low, high, count }) => [low, high, count] as const);
  return { columns, rows: scale === 'log' && zero > 0 ? [[0, 0, zero], ...rows] : rows };
}

type Judgement = Extract<Expression, { kind: 'judgement' }>['what'];

/** How many pass, fail, are judged or cannot be, metric by metric, for each value of what it is shown by. */
async function rates(run: Executed, show: Show, what: Judgement, language: Language): Promise<ShowTable> {
  const { judge } = run.plan;
  const read = await readScored(run, (scope) => {
    const by = show.by.map((expression) => compile(expression, scope));
    return {
      columns: [
        ...by.map((value, index) => output(value, `by_${index}`)),
        ...judge.metrics.map(({ measured: { metric } }) =>
          output(rateOf(what, column(named.state(metric.name))), named.metric(metric.name)),
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
  return { columns, rows: ordered(run, show.by, plainRows(read, language)) };
}

/** Those who pass or fail are a share of those judged; those who can be judged, or cannot, are a share of all. */
function rateOf(what: Judgement, state: SqlExpression): SqlExpression {
  const count = (where: SqlExpression): SqlExpression => asDouble(aggregate('count', [], { where }));
  const isJudged = operator(state, '<', UNKNOWN);
  switch (what) {
    case 'passed':
      return divide(count(operator(state, '=', PASSED)), count(isJudged));
    case 'failed':
      return divide(count(operator(state, '=', FAILED)), count(isJudged));
    case 'judged':
      return divide(count(isJudged), asDouble(aggregate('count', [])));
    case 'unknown':
      return divide(count(operator(state, '=', UNKNOWN)), asDouble(aggregate('count', [])));
  }
}

/** What is shown, for each value of what it is shown by: a label is counted, a number is averaged and counted. */
async function grouped(run: Executed, show: Show, what: Expression, language: Language): Promise<ShowTable> {
  const { model } = run.plan;
  const isLabel = what.type.kind !== 'number';
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
    ...(isLabel ? [] : [{ name: 'mean', label: titleOf(model, what), kind: kindOfMean(what) } as const]),
    COUNT_COLUMN,
  ];
  return { columns, rows: ordered(run, keys, plainRows(read, language)) };
}

function keyColumns(run: Executed, keys: readonly Expression[]): readonly Column[] {
  const { model } = run.plan;
  return keys.map((expression) => ({
    name: written(model, expression.span),
    label: titleOf(model, expression),
    kind: expression.type.kind === 'number' ? kindOf(expression) : 'text',
  }));
}

/** The members themselves, best first, with what the rulebook says of each. */
async function listed(run: Executed, show: Show, language: Language): Promise<ShowTable> {
  const { plan } = run;
  const { source } = plan;
  const naming =
    source.naming !== null && source.naming !== source.key ? column(named.column(source.naming)) : column(named.key);
  const read = await readScored(run, (scope) => ({
    columns: [
      output(cast(naming, 'VARCHAR'), 'name'),
      ...show.by.map((expression, index) => output(compile(expression, scope), `by_${index}`)),
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
  return { columns, rows: plainRows(read, language) };
}

function plainRows(read: Columns, language: Language): readonly ShowRow[] {
  return Array.from({ length: read.size }, (_, at) =>
    read.names.map((name) => plainCell(read.cell(name, at), language)),
  );
}

function given(by: 'level', name: string, span: Show['span']): Expression {
  return { kind: 'given', by, name, type: { kind: 'text' }, span };
}

function kindOf(expression: Expression): Column['kind'] {
  const { kind } = unitOf(expression);
  return kind === 'percent' || kind === 'count' ? kind : 'number';
}

/** The mean of counts is a number. */
function kindOfMean(expression: Expression): Column['kind'] {
  return unitOf(expression).kind === 'percent' ? 'percent' : 'number';
}

function plainCell(cell: Cell, language: Language): string | number | null {
  if (typeof cell === 'boolean') return WORDS[language][cell ? 'yes' : 'no'];
  if (typeof cell === 'bigint') return Number(cell);
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}
