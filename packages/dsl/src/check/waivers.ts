import type { Population, Source, Waiver, WaiverCell } from '../model/model.js';
import { TEXT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { CellNode, Declaration, TableNode, Word } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { asOfExpression } from './as-of.js';
import { cellText, isBlank, isDash } from './cells.js';
import { declared } from './declared.js';
import { decisionTable, inputColumns } from './decision.js';
import type { OutputColumn } from './decision.js';
import { groundOn } from './expression.js';
import { headerOf } from './header.js';
import type { HeaderColumn } from './header.js';
import type { Hit } from './hit-policy.js';
import { splitPeriods } from './periods.js';
import type { Period, PeriodColumns } from './periods.js';
import type { Scope } from './scope.js';

/** Every row that holds excuses: rows may overlap, and most entities fall under none. */
const EVERY: Hit = { policy: 'collect', gathering: 'list', byOutput: false, outputs: null };

/** Metrics that some entities are not judged on, with the reason and the day on which that ends. */
export function checkWaiver(scope: Scope, declaration: Declaration, name: Word): Waiver | null {
  const table = clauseOf(declaration, 'table')?.table;
  const of = clauseOf(declaration, 'of');
  if (table === undefined || of === undefined) return null;
  const population = scope.demand('population', of.name);
  const source = population && scope.get('source', population.source, of.span);
  const columns = columnsOf(scope, table);
  const { period, others, metric, reason } = columns;
  // A row that names no end is said to have none: `-`.
  if (period?.until == null) scope.report('B430', table.header.span, { column: 'until' });
  if (reason === null) scope.report('B430', table.header.span, { column: 'reason' });
  const day = period && dayOf(scope, table, period);
  if (population === null || source === null) return scope.spoil();
  const inputs = inputColumns(others, groundOn(scope, source, false));
  const judged = judgedOn(scope, population, declaration.nounSpan);
  const decision = decisionTable<WaiverCell>(scope, {
    noun: 'waiver',
    name: name.text,
    hit: EVERY,
    table,
    inputs,
    outputs: [
      ...(metric ? [metricColumn(scope, metric, source, judged)] : []),
      ...(reason ? [reasonColumn(scope, reason)] : []),
    ],
    whole: inputs.length === others.length && reason !== null && day !== undefined,
    key: others.map((input) => input.index),
    period: day ?? null,
  });
  if (day && period?.until) reportExpired(scope, table, period.until);
  return decision && { ...declared(scope, declaration, name), population: population.name, table: decision };
}

interface WaiverColumns {
  readonly period: PeriodColumns | null;
  readonly metric: HeaderColumn | null;
  readonly reason: HeaderColumn | null;
  /** Whom a row is about. */
  readonly others: readonly HeaderColumn[];
}

function columnsOf(scope: Scope, table: TableNode): WaiverColumns {
  const { period, others } = splitPeriods(headerOf(scope, table));
  const named = (name: string): HeaderColumn | null => others.find(({ cell }) => cell.raw === name) ?? null;
  const [metric, reason] = [named('metric'), named('reason')];
  return { period, metric, reason, others: others.filter((column) => column !== metric && column !== reason) };
}

/** The day on which rows have to hold; null where no row has an end or a beginning, undefined where nothing says it (reported). */
function dayOf(scope: Scope, table: TableNode, columns: PeriodColumns): Period | null | undefined {
  const cells = [columns.from, columns.until].flatMap((column) =>
    column === null ? [] : table.rows.flatMap((row) => row.cells[column.index] ?? []),
  );
  if (cells.every(isDash)) return null;
  const day = asOfExpression(scope, columns.span);
  return day === null ? undefined : { columns, day, mayLapse: true };
}

/** The metrics on which a population is judged; null where that cannot be told. */
function judgedOn(scope: Scope, population: Population, at: Span): ReadonlySet<string> | null {
  const apply = scope.applies(at).find((one) => one.population === population.name);
  const benchmarks = apply?.benchmarks.map((name) => scope.get('benchmark', name, apply.span)) ?? [];
  if (benchmarks.length === 0 || benchmarks.includes(null)) return null;
  return new Set(benchmarks.flatMap((benchmark) => benchmark?.metrics ?? []));
}

function metricColumn(
  scope: Scope,
  column: HeaderColumn,
  source: Source,
  judged: ReadonlySet<string> | null,
): OutputColumn<WaiverCell> {
  return {
    index: column.index,
    output: { name: 'metric', type: TEXT, cells: TEXT, column: column.index, span: column.cell.span },
    mayBeBlank: false,
    read: (cell) => {
      const names = wordsIn(cell);
      const metrics = names.map((word) => ({ word, metric: scope.demand('metric', word) }));
      for (const { word, metric } of metrics) {
        if (metric && metric.source !== source.name)
          scope.report('B103', word.span, { column: metric.name, source: source.name, suggestion: null });
        else if (metric && judged && !judged.has(metric.name))
          scope.report('B431', word.span, { metric: metric.name, judged: [...judged] });
      }
      const known = metrics.flatMap(({ metric }) => metric?.name ?? []);
      return known.length < names.length ? undefined : { kind: 'metrics', metrics: known };
    },
  };
}

/** The names in a cell, between commas. */
const wordsIn = (cell: CellNode): Word[] =>
  [...cell.raw.matchAll(/[^,，、]+/g)].flatMap((found) => {
    const text = found[0].trim();
    const start = cell.span.start + found.index + found[0].indexOf(text);
    return text === '' ? [] : [{ text, span: { start, end: start + text.length } }];
  });

function reasonColumn(scope: Scope, column: HeaderColumn): OutputColumn<WaiverCell> {
  return {
    index: column.index,
    output: { name: 'reason', type: TEXT, cells: TEXT, column: column.index, span: column.cell.span },
    mayBeBlank: false,
    readsAll: true,
    read: (cell) => {
      if (isDash(cell) || isBlank(cell)) return void scope.report('B432', cell.span, {});
      scope.want(cell.span, { kind: 'cell', type: TEXT });
      return { kind: 'reason', text: cellText(cell) };
    },
  };
}

/** Rows that excuse nobody any more on the day from which everything looks back. */
function reportExpired(scope: Scope, table: TableNode, until: HeaderColumn): void {
  const day = scope.asOf();
  for (const row of table.rows) {
    const cell = row.cells[until.index];
    const end = cell && !isBlank(cell) && !isDash(cell) ? cellText(cell) : null;
    if (cell && end !== null && day !== null && isDay(end) && end <= day)
      scope.report('B433', cell.span, { until: end, day }, table.rows.length > 1 ? scope.without(row.span) : {});
  }
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
