import type { Expression, Show } from '@benchbook/dsl';
import type { ShowResult } from '../../results.js';
import { asDouble, compile } from '../../sql/compile-expression.js';
import { aggregate, ascending, cast, column, descending } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { summarise } from '../figures.js';
import { readScored } from '../read.js';
import { titleOf, unitOf, written } from './formatting.js';
import { rankingOrder } from './ranking.js';

type Column = ShowResult['columns'][number];

/** Rows a listed population shows unless its `top` says otherwise. */
const LISTED = 20;

/** The small table behind each `show` of the population; the page draws it, the command prints it. */
export async function showResults(run: Executed): Promise<readonly ShowResult[]> {
  const shows = run.plan.model.shows.filter((show) => show.population === run.plan.population.name);
  return Promise.all(shows.map((show) => showResult(run, show)));
}

async function showResult(run: Executed, show: Show): Promise<ShowResult> {
  const { columns, rows } = show.what === null ? await listed(run, show) : await grouped(run, show, show.what);
  const title = show.label ?? written(run.plan.model, show.span).replace(/^show\s+/, '');
  return {
    id: show.name,
    title,
    form: show.form,
    line: show.line,
    columns,
    rows,
    because: rows.length === 0 ? 'the population is empty' : null,
  };
}

/** What is shown, for each value of what it is shown by: a label is counted, a number is averaged and counted. */
async function grouped(run: Executed, show: Show, what: Expression): Promise<Pick<ShowResult, 'columns' | 'rows'>> {
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
      orderBy: by.map((_, index) => ascending(column(`by_${index}`))),
    };
  });
  const columns: readonly Column[] = [
    ...keys.map((expression): Column => ({
      name: written(model, expression.span),
      label: titleOf(model, expression),
      kind: 'text',
    })),
    ...(isLabel ? [] : [{ name: 'mean', label: titleOf(model, what), kind: kindOf(what) } as const]),
    { name: 'count', label: 'count', kind: 'count' },
  ];
  const names = read.names;
  const order = labelOrder(run, keys);
  const rows = Array.from({ length: read.size }, (_, at) => names.map((name) => plainCell(read.cell(name, at))));
  return { columns, rows: rows.sort((one, other) => compareRows(one, other, order)) };
}

/** The members themselves, best first, with what the rulebook says of each. */
async function listed(run: Executed, show: Show): Promise<Pick<ShowResult, 'columns' | 'rows'>> {
  const { plan } = run;
  const { model, source } = plan;
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
    { name: 'name', label: source.naming ?? 'key', kind: 'text' },
    ...show.by.map((expression): Column => ({
      name: written(model, expression.span),
      label: titleOf(model, expression),
      kind: 'text',
    })),
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
  return {
    columns,
    rows: Array.from({ length: read.size }, (_, at) => read.names.map((name) => plainCell(read.cell(name, at)))),
  };
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

/** Labels of levels, bands and tiers keep the order of the rulebook's rows; other values go by their text. */
function labelOrder(run: Executed, keys: readonly Expression[]): readonly (readonly string[] | null)[] {
  const { model } = run.plan;
  return keys.map((expression) => {
    if (expression.kind !== 'given') return null;
    const declared = [...model.levels, ...model.bands, ...model.tiers].find(({ name }) => name === expression.name);
    return (
      declared?.table.rows.flatMap(({ outcomes: [first] }) => (first?.kind === 'text' ? [first.text] : [])) ?? null
    );
  });
}

type Row = readonly (string | number | null)[];

function compareRows(one: Row, other: Row, order: readonly (readonly string[] | null)[]): number {
  for (const [index, labels] of order.entries()) {
    const difference = place(one[index] ?? null, labels) - place(other[index] ?? null, labels);
    if (difference !== 0) return difference;
  }
  return 0;
}

function place(value: string | number | null, labels: readonly string[] | null): number {
  if (labels === null || typeof value !== 'string') return 0;
  const found = labels.indexOf(value);
  return found < 0 ? labels.length : found;
}
