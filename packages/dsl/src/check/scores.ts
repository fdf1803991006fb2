import type { Score, ScoreTerm } from '../model/model.js';
import { printPath } from '../model/path.js';
import { isBare, NUMBER, PERCENT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { CellNode, Declaration, RowNode, Word } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { Span } from '../text/span.js';
import { cellText, isBlank, isDash, numberCell } from './cells.js';
import { clashesWithColumn, declared } from './declared.js';
import { checkNumber, groundOn } from './expression.js';
import type { Ground } from './ground.js';
import { fixedColumns, wholeRows } from './header.js';
import { fittedQuantity, readQuantity } from './quantities.js';
import { rangeOfExpression, scoreRange } from './ranges.js';
import type { Scope } from './scope.js';
import { standIn } from './stand-in.js';
import { reportWeights } from './weights.js';

export function checkScore(scope: Scope, declaration: Declaration, name: Word): Score | null {
  const table = clauseOf(declaration, 'table')?.table;
  const of = clauseOf(declaration, 'of');
  const population = of && scope.demand('population', of.name);
  const source = population && scope.get('source', population.source, of.span);
  if (!table || !population || !source) return scope.spoil();
  clashesWithColumn(scope, declaration, name, source);
  const timesNode = clauseOf(declaration, 'times')?.value;
  const times = timesNode ? readQuantity(scope, timesNode, `${name.text}.times`) : null;
  if (times && timesNode && !isBare(times.unit))
    scope.report('B210', timesNode.span, {
      what: scope.text(timesNode.span),
      wanted: PLAIN,
    });
  const at = fixedColumns(scope, table, ['term', 'weight', 'value']);
  if (at === null) return null;
  const ground = groundOn(scope, source, true);
  const seen = new Map<string, Span>();
  const found = wholeRows(scope, table, 'score').map((row) => scoreTerm(row, at, ground, name.text, seen));
  const terms = found.flatMap((term) => term ?? []);
  const whole = terms.length === table.rows.length && (timesNode === undefined || times !== null);
  if (!whole) scope.spoil();
  if (terms.length === 0) return null;
  if (terms.length === table.rows.length) reportWeights(scope, name, terms);
  const range = scoreRange(scope, terms, times?.value.toNumber() ?? 1);
  return { ...declared(scope, declaration, name), population: population.name, times, terms, range };
}

const PLAIN = { en: 'a number without a unit', zh: '没有单位的数' };

interface Columns {
  readonly term?: number;
  readonly weight?: number;
  readonly value?: number;
}

function scoreTerm(
  row: RowNode,
  at: Columns,
  ground: Ground,
  score: string,
  seen: Map<string, Span>,
): ScoreTerm | null {
  const { scope } = ground;
  const [nameCell, weightCell, valueCell] = [at.term, at.weight, at.value].map((index) => row.cells[index ?? -1]);
  if (!nameCell || !weightCell || !valueCell) return null;
  const empty = [nameCell, weightCell, valueCell].find((cell) => isBlank(cell) || isDash(cell));
  if (empty) return scope.report('B302', empty.span, { column: nameOf(empty, nameCell, weightCell), outcome: false });
  const name = cellText(nameCell);
  const first = seen.get(name);
  if (first)
    return scope.report(
      'B102',
      nameCell.span,
      { name, what: 'term', ...scope.elsewhere(first, nameCell.span) },
      { related: [first] },
    );
  seen.set(name, nameCell.span);
  scope.define(nameCell.span, { kind: 'term', owner: score, name });
  const weightNode = numberCell(weightCell);
  const weight = weightNode
    ? fittedQuantity(scope, weightNode, PERCENT, printPath({ name: score, key: null, members: [name, 'weight'] }))
    : notWeight(scope, weightCell);
  const node = readCell('ExpressionCell', codeView(valueCell.raw), valueCell.span);
  const value = node ? checkNumber(node, ground) : notFormula(scope, valueCell);
  if (weight === null) return scope.spoil();
  if (value === null) scope.spoil();
  return {
    name,
    weight,
    value: value ?? standIn(NUMBER, valueCell.span),
    range: value && rangeOfExpression(scope, value, null),
    span: row.span,
    line: scope.line(row.span),
  };
}

function nameOf(cell: CellNode, term: CellNode, weight: CellNode): string {
  if (cell === term) return 'term';
  return cell === weight ? 'weight' : 'value';
}

function notWeight(scope: Scope, cell: CellNode): null {
  return scope.report('B303', cell.span, { cell: cell.raw, wanted: 'a weight', zhWanted: '权重', example: '40%' });
}

export function notFormula(scope: Scope, cell: CellNode): null {
  return scope.report('B303', cell.span, {
    cell: cell.raw,
    wanted: 'a formula',
    zhWanted: '公式',
    example: 'percent_rank(annual_revenue)',
  });
}
