import type { Expression } from '../model/expression.js';
import type { Expectation, ExpectedCell, GivenRows, Population, Test } from '../model/model.js';
import { clauseOf, clausesOf } from '../syntax/clauses.js';
import type { CellNode, Clause, ClauseOf, Declaration, RowNode, Word } from '../syntax/nodes.js';
import { isBlank, isDash, numberCell, valueCell } from './cells.js';
import { declared } from './declared.js';
import { headerNode } from './decision.js';
import { checkExpression, groundOn } from './expression.js';
import type { Ground } from './ground.js';
import { decimalsOf, defaultPopulation, figureCondition } from './figure-conditions.js';
import { headerOf, wholeRows } from './header.js';
import type { HeaderColumn } from './header.js';
import { literalRows } from './literal-rows.js';
import { labelsOf, unknownLabel, useLabel } from './labels.js';
import { wholeNumber } from './quantities.js';
import type { Scope } from './scope.js';
import { checkExpectedKeys, checkKeys } from './test-rows.js';
import type { Span } from '../text/span.js';

export function checkTest(scope: Scope, declaration: Declaration, name: Word): Test | null {
  const givenClauses = clausesOf(declaration, 'given');
  const given = givenClauses.flatMap((clause) => givenRows(scope, clause) ?? []);
  const only = given.filter((rows) => rows.isPopulation);
  const population = (at: Span): Population | null =>
    only.length === 1 && only[0] ? scope.get('population', only[0].of, at) : defaultPopulation(scope, at);
  const expected = declaration.clauses.filter((clause) => clause.kind === 'expect' || clause.kind === 'expect rows');
  const expect = expected.flatMap((clause) => expectation(scope, clause, population) ?? []);
  if (given.length < givenClauses.length || expect.length < expected.length) return null;
  for (const one of expect) {
    const about = one.kind === 'rows' ? scope.get('population', one.population, name.span) : null;
    const source = about && scope.get('source', about.source, name.span);
    if (source) checkExpectedKeys(scope, one, given, source);
  }
  return {
    ...declared(scope, declaration, name),
    onData: clauseOf(declaration, 'on data') !== undefined,
    given,
    expect,
  };
}

/** Rows for a source, or for a population, which then is just these rows. */
function givenRows(scope: Scope, clause: ClauseOf<'given'>): GivenRows | null {
  const slot = scope.find(clause.name.text);
  scope.want(clause.name.span, { kind: 'declaration', noun: 'source' });
  const isPopulation = slot !== undefined && slot !== 'broken' && slot.noun === 'population';
  const population = isPopulation ? scope.demand('population', clause.name) : null;
  const source = isPopulation
    ? population && scope.get('source', population.source, clause.name.span)
    : scope.demand('source', clause.name);
  if (source === null) return null;
  const literal = literalRows(scope, clause.table, source, 'test');
  if (literal === null) return null;
  const { columns, rows } = literal;
  const keyAt = columns.findIndex((column) => column === source.key);
  const keys = clause.table.rows.flatMap(({ cells }, index) => {
    const cell = cells[keyAt];
    return cell === undefined ? [] : [{ cell, value: rows[index]?.[keyAt] ?? null }];
  });
  return checkKeys(scope, source, keys)
    ? { of: clause.name.text, isPopulation, columns, rows, span: clause.span }
    : null;
}

function expectation(scope: Scope, clause: Clause, population: (at: Span) => Population | null): Expectation | null {
  if (clause.kind === 'expect') {
    const condition = figureCondition(clause.expression, { scope, population });
    return condition && { kind: 'condition', condition };
  }
  return clause.kind === 'expect rows' ? expectedRows(scope, clause) : null;
}

/** Each column is an expression on the population's rows; rows are found by the key unless `top` puts them in order. */
function expectedRows(scope: Scope, clause: ClauseOf<'expect rows'>): Expectation | null {
  const population = scope.demand('population', clause.name);
  const source = population && scope.get('source', population.source, clause.name.span);
  if (source === null) return null;
  const ground = groundOn(scope, source, true);
  const header = headerOf(scope, clause.table);
  const expressions = header.flatMap((column) => expectedColumn(column, ground) ?? []);
  const top = clause.top ? topRows(clause.top, ground) : null;
  if (expressions.length < header.length || (clause.top && top === null)) return null;
  if (top === null && !header.some((column) => column.name === source.key))
    return scope.report('B408', clause.table.header.span, {});
  const rows = wholeRows(scope, clause.table, 'test').flatMap(
    (row) => expectedRow(row, header, expressions, ground) ?? [],
  );
  if (rows.length < clause.table.rows.length) return null;
  return {
    kind: 'rows',
    population: clause.name.text,
    top,
    columns: header.map((column) => column.name),
    rows,
    span: clause.span,
  };
}

function expectedColumn(column: HeaderColumn, ground: Ground): Expression | null {
  const node = headerNode(column) ?? { kind: 'name' as const, name: column.name, span: column.cell.span };
  return checkExpression(node, ground);
}

export function topRows(
  top: NonNullable<ClauseOf<'expect rows'>['top']>,
  ground: Ground,
): { rows: number; by: Expression } | null {
  const rows = wholeNumber(ground.scope, top.amount);
  const by = checkExpression(top.by, ground);
  return rows === null || by === null ? null : { rows, by };
}

function expectedRow(
  row: RowNode,
  header: readonly HeaderColumn[],
  expressions: readonly Expression[],
  ground: Ground,
) {
  const cells = row.cells.flatMap((cell, index) => {
    const expression = expressions[index];
    return (expression && expectedCell(cell, header[index]?.name ?? '', expression, ground)) ?? [];
  });
  return cells.length < row.cells.length ? null : { cells, span: row.span, line: ground.scope.line(row.span) };
}

function expectedCell(cell: CellNode, column: string, expression: Expression, ground: Ground): ExpectedCell | null {
  const { scope } = ground;
  if (isBlank(cell)) return scope.report('B302', cell.span, { column, outcome: true });
  const common = { text: cell.raw, expression, span: cell.span };
  if (isDash(cell) || cell.raw === 'unknown') return { ...common, constant: null, digits: null };
  const constant = valueCell(scope, cell, expression.type, null);
  const labels = labelsOf(expression, ground);
  scope.want(cell.span, { kind: 'value', subject: expression });
  if (labels && constant?.kind === 'text' && expression.kind === 'given')
    useLabel(scope, cell.span, expression.name, constant.text, labels);
  if (constant?.kind === 'text' && labels && !labels.includes(constant.text)) {
    return unknownLabel(
      constant.text,
      { kind: 'text', text: constant.text, span: cell.span },
      expression,
      labels,
      ground,
    );
  }
  const number = constant?.kind === 'quantity' ? numberCell(cell) : null;
  return constant && { ...common, constant, digits: number ? decimalsOf(number) : null };
}
