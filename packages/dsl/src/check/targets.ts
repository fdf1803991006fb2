import type { Figure } from '../model/expression.js';
import type { Check, Target, TargetRow } from '../model/model.js';
import { printPath } from '../model/path.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, RowNode, Word } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { Span } from '../text/span.js';
import { cellText, isBlank, isDash } from './cells.js';
import { dateConstant } from './constants.js';
import { declared } from './declared.js';
import { figureCondition, populationAsked } from './figure-conditions.js';
import { checkFigure } from './figures.js';
import type { FigureGround } from './figures.js';
import { fixedColumns, wholeRows } from './header.js';
import { notFormula } from './scores.js';
import { BASE } from './scenarios.js';
import { meaningOf } from './scope.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';
import { chosen } from './sources.js';
import { fixedThreshold } from './thresholds.js';

export function checkTarget(scope: Scope, declaration: Declaration, name: Word): Target | null {
  const table = clauseOf(declaration, 'table')?.table;
  const at = table && fixedColumns(scope, table, ['measure', 'attain'], ['from']);
  if (!table || !at) return null;
  const asked = populationAsked(scope, clauseOf(declaration, 'of')?.name);
  const population = asked(name.span);
  if (population === null) return null;
  const ground: FigureGround = { scope, population: () => population };
  const found = wholeRows(scope, table, 'target').map((row) => targetRow(row, at, ground, name.text));
  const rows = found.flatMap((row) => row ?? []);
  const date = clauseOf(declaration, 'by date')?.date;
  const by = date ? dateConstant(scope, date.text, date.span) : null;
  if (rows.length < table.rows.length || (date && by === null)) scope.spoil();
  if (rows.length === 0) return null;
  return {
    ...declared(scope, declaration, name),
    population: population.name,
    by: by?.kind === 'date' ? by.iso : null,
    rows,
  };
}

function targetRow(
  row: RowNode,
  at: { measure?: number; attain?: number; from?: number },
  ground: FigureGround,
  target: string,
): TargetRow | null {
  const { scope } = ground;
  const [measureCell, attainCell, fromCell] = [at.measure, at.attain, at.from].map((index) => row.cells[index ?? -1]);
  if (!measureCell || !attainCell) return null;
  for (const [cell, column] of [
    [measureCell, 'measure'],
    [attainCell, 'attain'],
  ] as const) {
    if (isBlank(cell)) return scope.report('B302', cell.span, { column, outcome: true });
  }
  const text = measureCell.raw;
  const node = readCell('ExpressionCell', codeView(text), measureCell.span);
  const measure = node ? checkFigure(node, ground) : notFormula(scope, measureCell);
  if (measure === null) return null;
  if (measure.type.kind !== 'number')
    return scope.report('B205', measureCell.span, { found: measure.type.kind, wanted: 'number' });
  const attain = fixedThreshold(
    scope,
    attainCell,
    measure.type.unit,
    printPath({ name: target, key: [text], members: ['attain'] }),
  );
  if (attain === null) return scope.report('B312', attainCell.span, { wanted: 'threshold' });
  const from = fromCell && !isBlank(fromCell) && !isDash(fromCell) ? cellText(fromCell) : null;
  if (from === null && compares(measure))
    return scope.report('B407', measureCell.span, { text }, fromCell ? replaceBy(fromCell.span, 'base') : {});
  if (attain === undefined || (fromCell && from !== null && !isScenario(scope, from, fromCell.span))) return null;
  return { text, measure, attain, from, span: row.span, line: scope.line(row.span) };
}

/** The base run, or a scenario of the rulebook: only its name is looked at, since a scenario may set the target itself. */
function isScenario(scope: Scope, name: string, span: Span): boolean {
  if (name === BASE) return true;
  const slot = scope.find(name);
  if (slot === 'broken') return false;
  if (slot?.noun === 'scenario') scope.use(span, meaningOf(slot));
  else scope.demand('scenario', { text: name, span });
  return slot?.noun === 'scenario';
}

function compares(figure: Figure): boolean {
  if (figure.kind === 'arithmetic') return compares(figure.left) || compares(figure.right);
  return figure.kind === 'converted';
}

/** `check missing(accounts.industry) <= 5% else warn`. */
export function checkCheck(scope: Scope, declaration: Declaration): Check | null {
  const node = clauseOf(declaration, 'condition')?.expression;
  if (node === undefined) return null;
  const condition = figureCondition(node, { scope, population: populationAsked(scope, undefined) });
  const clause = clauseOf(declaration, 'else');
  const severity = clause ? chosen(scope, clause.name, ['warn', 'error'] as const) : 'error';
  if (condition === null || severity === null) return null;
  const { span } = declaration;
  return { condition, severity: severity === 'warn' ? 'warning' : 'error', span, line: scope.line(span) };
}
