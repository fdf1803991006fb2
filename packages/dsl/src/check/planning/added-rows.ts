import type { AddedRows } from '../../model/planning/action.js';
import type { Source } from '../../model/model.js';
import { walk } from '../../model/walk.js';
import type { ClauseOf } from '../../syntax/nodes.js';
import { viaColumn } from '../aggregates.js';
import { column } from '../ground.js';
import { literalRows } from '../literal-rows.js';
import type { Scope } from '../scope.js';
import type { ActionGround } from './actions.js';

/** `adds contacts if absent`: rows that point at the entity, with generated keys. */
export function addedRows(ground: ActionGround, clause: ClauseOf<'adds'>): AddedRows | null {
  const { scope, name } = ground;
  const source = scope.demand('source', clause.name);
  if (source === null) return null;
  const via = viaColumn(source, ground.source, clause.name.span, scope);
  const literal = literalRows(scope, clause.table, source, 'action', name);
  if (via === null || literal === null) return null;
  const fixed = clause.table.header.cells[literal.columns.findIndex((one) => one === via || one === source.key)];
  if (fixed) return scope.report('B613', fixed.span, { column: fixed.raw, source: source.name });
  if (!setsWhatIsRead(scope, clause, source, new Set([...literal.columns, via, source.key ?? via]))) return null;
  return { source: source.name, via, absent: clause.absent, ...literal, span: clause.span };
}

/** A column that a metric reads must be set, or the metric would be unknown for every added row. */
function setsWhatIsRead(scope: Scope, clause: ClauseOf<'adds'>, source: Source, set: ReadonlySet<string>): boolean {
  for (const metric of scope.all('metric')) {
    const inside = [...walk(metric.expression)].filter(
      (part) => part.kind === 'aggregate' && part.source === source.name,
    );
    const columns = inside.flatMap((part) => [...walk(part)]).flatMap((part) => (part.kind === 'column' ? [part] : []));
    const read = new Set(columns.filter((one) => one.source === source.name).map((one) => one.column));
    const missing = [...read].filter((name) => !isSet(source, name, set));
    if (missing.length === 0) continue;
    scope.report('B612', clause.name.span, { source: source.name, columns: missing, metric: metric.name });
    return false;
  }
  return true;
}

/** A derived column is set by what it is worked out of. */
function isSet(source: Source, name: string, set: ReadonlySet<string>): boolean {
  if (set.has(name)) return true;
  const from = column(source, name)?.from;
  if (from?.kind !== 'derived') return from?.kind === 'not available';
  const read = [...walk(from.expression)].flatMap((part) => (part.kind === 'column' ? [part.column] : []));
  return read.every((one) => isSet(source, one, set));
}
