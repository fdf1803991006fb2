import type { DecisionTable } from '../model/decision-table.js';
import type { Constant, ValueType } from '../model/expression.js';
import type { Context, Lookup } from '../model/model.js';
import { TEXT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, TableNode, Word } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { cellText, isBlank, isDash } from './cells.js';
import { statedColumn } from './columns.js';
import { dateConstant } from './constants.js';
import { clashesWithAnyColumn, declared } from './declared.js';
import { cellsOf, constantColumn, decisionTable, typeOfCells } from './decision.js';
import type { InputColumn } from './decision.js';
import { groundOn } from './expression.js';
import { typeOfColumn } from './ground.js';
import { headerOf, split } from './header.js';
import type { HeaderColumn } from './header.js';
import { hitPolicy } from './hit-policy.js';
import { labelsOf } from './labels.js';
import { askedDay, splitPeriods } from './periods.js';
import type { Scope } from './scope.js';

export function checkLookup(scope: Scope, declaration: Declaration, name: Word): Lookup | null {
  const table = lookupTable(scope, declaration, name);
  return table && { ...declared(scope, declaration, name), table };
}

export function checkContext(scope: Scope, declaration: Declaration, name: Word): Context | null {
  const table = lookupTable(scope, declaration, name);
  const dated = clauseOf(declaration, 'dated')?.date;
  const day = dated ? dateConstant(scope, dated.text, dated.span) : null;
  if (table === null) return null;
  const citation = clauseOf(declaration, 'source')?.text.text ?? null;
  return { ...declared(scope, declaration, name), citation, dated: day?.kind === 'date' ? day.iso : null, table };
}

/** A table of values: the last column, or those right of `->`, are what it gives. */
function lookupTable(scope: Scope, declaration: Declaration, name: Word): DecisionTable<Constant | null> | null {
  const table = clauseOf(declaration, 'table')?.table;
  if (table === undefined) return null;
  clashesWithAnyColumn(scope, declaration, name);
  const { period, others } = splitPeriods(headerOf(scope, table));
  const columns = split(others, (header) => header === name.text, true);
  if (columns === null) return null;
  for (const { cell, name: column } of columns.outputs)
    scope.define(cell.span, { kind: 'column', owner: name.text, name: column });
  return decisionTable<Constant>(scope, {
    noun: declaration.noun ?? '',
    name: name.text,
    hit: hitPolicy(scope, declaration),
    table,
    inputs: columns.inputs.map((column) => lookupInput(scope, name, table, column)),
    outputs: columns.outputs.map((column) =>
      constantColumn(scope, column, typeOfCells(cellsOf(table, column.index)), false),
    ),
    whole: true,
    key: columns.inputs.map((column) => column.index),
    period: period && { columns: period, day: askedDay(name.text, period.span) },
  });
}

/**
 * An input of a lookup gets its value where the table is used. Its type is that of the column or declaration of its
 * name, if there is one, else what its cells look like. As an expression it stands for itself.
 */
function lookupInput(scope: Scope, name: Word, table: TableNode, column: HeaderColumn): InputColumn {
  const known = knownInput(scope, table, column);
  const type = known?.type ?? typeOfConditions(table, column.index);
  const { span } = column.cell;
  const expression = { kind: 'column' as const, source: name.text, column: column.name, type, span };
  return {
    index: column.index,
    name: column.name,
    type,
    labels: known?.labels ?? null,
    input: { name: column.name, expression, span },
  };
}

function knownInput(
  scope: Scope,
  table: TableNode,
  column: HeaderColumn,
): { type: ValueType; labels: readonly string[] | null } | null {
  const slot = scope.find(column.name);
  if (slot !== undefined && slot !== 'broken' && ['level', 'band', 'tier', 'metric', 'score'].includes(slot.noun)) {
    const ground = groundOn(scope, null, true);
    const expression = ground.check({ kind: 'name', name: column.name, span: column.cell.span }, ground);
    if (expression) return { type: expression.type, labels: labelsOf(expression, ground) };
    // Which labels there are cannot be told: those that have a row are taken for all of them.
    if (slot.noun === 'metric' || slot.noun === 'score') return null;
    return { type: TEXT, labels: cellsOf(table, column.index).map(cellText) };
  }
  // A source may use this table in a derived column, so only what its column table says is looked at.
  const found = statedColumn(scope, column.name);
  if (found === undefined) return null;
  scope.use(column.cell.span, { kind: 'column', owner: found.source, name: column.name });
  return found.type && { type: typeOfColumn(found.type), labels: null };
}

/** What kind of value the conditions of a column look at. */
function typeOfConditions(table: TableNode, index: number): ValueType {
  const cells = cellsOf(table, index).filter(
    (cell) => !isBlank(cell) && !isDash(cell) && !/^(?:else|missing)$/.test(cell.raw),
  );
  const read = cells.flatMap((cell) => readCell('OrderedCondition', codeView(cell.raw), cell.span) ?? []);
  if (cells.length === 0 || read.length < cells.length) return TEXT;
  return typeOfCells(
    cells.map((cell) => ({
      ...cell,
      raw:
        codeView(cell.raw)
          .replace(/^(?:not\b)?[\s<>=≥≤!≠]*/, '')
          .split(/<?\.\.<?|, /)[0] ?? '',
    })),
  );
}
