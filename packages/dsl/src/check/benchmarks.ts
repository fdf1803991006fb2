import type { Threshold } from '../model/decision-table.js';
import type { Quantity } from '../model/expression.js';
import type { Benchmark, Metric, Source } from '../model/model.js';
import { numberType } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, Word } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { asOfExpression } from './as-of.js';
import { declared } from './declared.js';
import { decisionTable, inputColumns } from './decision.js';
import type { OutputColumn } from './decision.js';
import { groundOn } from './expression.js';
import type { Ground } from './ground.js';
import { headerOf, split } from './header.js';
import type { HeaderColumn } from './header.js';
import { hitPolicy } from './hit-policy.js';
import { leastPeers } from './peers.js';
import { splitPeriods } from './periods.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';
import { thresholdCell } from './thresholds.js';

export function checkBenchmark(scope: Scope, declaration: Declaration, name: Word): Benchmark | null {
  const table = clauseOf(declaration, 'table')?.table;
  if (table === undefined) return null;
  const { period, others } = splitPeriods(headerOf(scope, table));
  const columns = split(others, (header) => isMetric(scope, header), false);
  if (columns === null) return noMetric(scope, declaration, name, headerOf(scope, table));
  const metrics = columns.outputs.map((column) => ({
    column,
    metric: scope.demand('metric', { text: column.name, span: column.cell.span }),
  }));
  const judged = metrics.flatMap(({ column, metric }) => (metric ? [{ column, metric }] : []));
  if (judged.length < metrics.length) scope.spoil();
  const source = sourceOf(scope, declaration, judged);
  const ground = groundOn(scope, source, false);
  const inputs = inputColumns(columns.inputs, ground);
  const peers = leastPeers(scope, declaration, name.text);
  const day = period && asOfExpression(scope, period.span);
  if (source === null || peers === null || (period && day === null)) return scope.spoil();
  const decision = decisionTable<Threshold>(scope, {
    noun: 'benchmark',
    name: name.text,
    hit: hitPolicy(scope, declaration),
    table,
    inputs,
    outputs: judged.map(({ column, metric }) => thresholdColumn(ground, column, metric, peers)),
    whole: judged.length === metrics.length && inputs.length === columns.inputs.length,
    key: columns.inputs.map((input) => input.index),
    period: day && period && { columns: period, day },
  });
  return (
    decision && {
      ...declared(scope, declaration, name),
      source: source.name,
      metrics: judged.map(({ metric }) => metric.name),
      table: decision,
    }
  );
}

function isMetric(scope: Scope, name: string): boolean {
  const slot = scope.find(name);
  return slot !== undefined && slot !== 'broken' && slot.noun === 'metric';
}

/** A header that is close to a metric's name is probably that metric; a name that could not be read is not to blame. */
function noMetric(scope: Scope, declaration: Declaration, name: Word, columns: readonly HeaderColumn[]): null {
  for (const { cell } of columns) scope.want(cell.span, { kind: 'declaration', noun: 'metric' });
  if (columns.some((column) => scope.find(column.name) === 'broken')) return null;
  const close = columns
    .map((column) => ({ column, suggestion: closest(column.name, scope.names('metric')) }))
    .find(({ suggestion }) => suggestion !== null);
  if (close === undefined) {
    const span = clauseOf(declaration, 'table')?.table.header.span ?? declaration.span;
    return scope.report('B304', span, { noun: 'benchmark', name: name.text, metrics: true });
  }
  const { span } = close.column.cell;
  return scope.report(
    'B101',
    span,
    { name: close.column.name, wanted: 'metric', suggestion: close.suggestion },
    replaceBy(span, close.suggestion),
  );
}

function sourceOf(
  scope: Scope,
  declaration: Declaration,
  judged: readonly { column: HeaderColumn; metric: Metric }[],
): Source | null {
  const stated = clauseOf(declaration, 'of')?.name;
  const first = stated?.text ?? judged[0]?.metric.source;
  if (first === undefined) return null;
  const odd = judged.find(({ metric }) => metric.source !== first);
  if (odd)
    return scope.report('B103', odd.column.cell.span, { column: odd.metric.name, source: first, suggestion: null });
  return stated ? scope.demand('source', stated) : scope.get('source', first, declaration.nounSpan);
}

function thresholdColumn(
  ground: Ground,
  column: HeaderColumn,
  metric: Metric,
  peers: Quantity,
): OutputColumn<Threshold> {
  const type = numberType(metric.unit);
  return {
    index: column.index,
    output: { name: metric.name, type, cells: type, column: column.index, span: column.cell.span },
    mayBeBlank: false,
    read: (cell, path) => thresholdCell(ground, cell, { unit: metric.unit, path, peers }),
  };
}
