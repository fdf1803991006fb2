import type { DecisionTable } from '../model/decision-table.js';
import type { Constant } from '../model/expression.js';
import type { Band } from '../model/model.js';
import { TEXT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, TableNode, Word } from '../syntax/nodes.js';
import { cellText } from './cells.js';
import { clashesWithColumn, declared } from './declared.js';
import { cellsOf, constantColumn, decisionTable, headerNode, inputColumns, typeOfCells } from './decision.js';
import type { InputColumn } from './decision.js';
import { entityOf } from './entity.js';
import { groundOn } from './expression.js';
import { headerOf, split } from './header.js';
import type { HeaderColumn } from './header.js';
import { hitPolicy } from './hit-policy.js';
import { shareEdges } from './paths.js';
import { meaningOf } from './scope.js';
import type { Scope } from './scope.js';

export function checkBand(scope: Scope, declaration: Declaration, name: Word): Band | null {
  const table = clauseOf(declaration, 'table')?.table;
  const columns = table && labelledColumns(scope, declaration, name, table);
  if (!columns) return null;
  const nodes = columns.inputs.flatMap((column) => headerNode(column) ?? []);
  const source = entityOf(scope, declaration, nodes);
  if (source === null) return null;
  clashesWithColumn(scope, declaration, name, source);
  const inputs = inputColumns(columns.inputs, groundOn(scope, source, false));
  const decision = labelTable(scope, declaration, name, table, inputs, columns);
  return decision && { ...declared(scope, declaration, name), source: source.name, table: decision };
}

/** The columns of a band's, level's or tier's table: its own name heads its labels, and they stand first among the outcomes. */
export function labelledColumns(scope: Scope, declaration: Declaration, name: Word, table: TableNode) {
  const header = headerOf(scope, table);
  const columns = split(header, (one) => one === name.text, false);
  const own = columns?.outputs.find((column) => column.name === name.text);
  const slot = scope.find(name.text);
  for (const { cell } of columns?.outputs ?? header) scope.want(cell.span, { kind: 'header', names: [name.text] });
  for (const column of columns?.outputs ?? []) {
    if (column !== own) scope.define(column.cell.span, { kind: 'column', owner: name.text, name: column.name });
    else if (slot && slot !== 'broken') scope.use(column.cell.span, meaningOf(slot));
  }
  if (columns === null || own === undefined) {
    return scope.report('B304', table.header.span, { noun: declaration.noun ?? '', name: name.text, metrics: false });
  }
  return { inputs: columns.inputs, outputs: [own, ...columns.outputs.filter((column) => column !== own)] };
}

/** A table whose first outcome is a label; rows are named by it, and edges that two rows share by both. */
export function labelTable(
  scope: Scope,
  declaration: Declaration,
  name: Word,
  table: TableNode,
  inputs: readonly InputColumn[],
  columns: { readonly inputs: readonly HeaderColumn[]; readonly outputs: readonly HeaderColumn[] },
): DecisionTable<Constant | null> | null {
  const { outputs } = columns;
  const own = outputs[0];
  if (own === undefined) return null;
  for (const cell of cellsOf(table, own.index))
    scope.define(cell.span, { kind: 'label', owner: name.text, name: cellText(cell) });
  const types = outputs.map((column) => (column === own ? TEXT : typeOfCells(cellsOf(table, column.index))));
  const decision = decisionTable<Constant>(scope, {
    noun: declaration.noun ?? '',
    name: name.text,
    hit: hitPolicy(scope, declaration),
    table,
    inputs,
    outputs: outputs.map((column, index) =>
      constantColumn(scope, column, types[index] ?? TEXT, column !== own && types[index]?.kind === 'text'),
    ),
    whole: inputs.length === columns.inputs.length,
    key: [own.index],
  });
  return (
    decision &&
    shareEdges(
      decision,
      name.text,
      (outcome) => (outcome?.kind === 'text' ? outcome.text : '-'),
      (column) => isCount(inputs[column]),
    )
  );
}

const isCount = (input: InputColumn | undefined): boolean =>
  input?.type.kind === 'number' && input.type.unit.kind === 'count';

/** The labels a table gives, in the order of its rows, each once. */
export function labelsOfTable(table: DecisionTable<Constant | null>): string[] {
  const labels = table.rows.flatMap((row) => (row.outcomes[0]?.kind === 'text' ? [row.outcomes[0].text] : []));
  return [...new Set(labels)];
}
