import { printPath } from '../../model/path.js';
import type { Milestone, Phase } from '../../model/planning/phase.js';
import type { Moment } from '../../model/planning/time.js';
import { clauseOf } from '../../syntax/clauses.js';
import type { Declaration, RowNode, TableNode, Word } from '../../syntax/nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { cellText, isBlank, isDash } from '../cells.js';
import { declared } from '../declared.js';
import { defaultPopulation } from '../figure-conditions.js';
import { fixedColumns, wholeRows } from '../header.js';
import { writtenQuantity } from '../quantities.js';
import { optional, wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { notFormula } from '../scores.js';
import { fixedThreshold } from '../thresholds.js';
import { asDuration, estimate, refuse } from './estimates.js';
import { momentOf } from './moments.js';
import { checkPlanFigure } from './plan-figures.js';
import type { PlanGround } from './plan-figures.js';
import { keepsItsTime } from './phase-times.js';
import { emptyCell, misfit } from './planning-cells.js';

export function checkPhase(scope: Scope, declaration: Declaration, name: Word): Phase | null {
  const ends = endsOf(scope, declaration, name.text);
  const lasts = optional(clauseOf(declaration, 'lasts'), ({ duration }) =>
    estimate(scope, duration, `${name.text}.lasts`, asDuration),
  );
  const after = wholes(clauseOf(declaration, 'after')?.names ?? [], (word) => scope.demand('phase', word));
  const table = clauseOf(declaration, 'milestones')?.table;
  const milestones = table ? milestonesOf(scope, table, name.text) : [];
  if (ends === null || lasts === undefined || after === null || milestones === null) return null;
  const phase: Phase = {
    ...declared(scope, declaration, name),
    ...ends,
    lasts,
    after: after.map((one) => one.name),
    owner: clauseOf(declaration, 'owner')?.text.text ?? null,
    milestones,
  };
  return keepsItsTime(scope, phase, after) ? phase : null;
}

/** `months 4..6`, or `starts …` and `ends …`. */
function endsOf(scope: Scope, declaration: Declaration, name: string): Pick<Phase, 'starts' | 'ends'> | null {
  const months = clauseOf(declaration, 'months');
  const startsClause = clauseOf(declaration, 'starts');
  const endsClause = clauseOf(declaration, 'ends');
  const other = startsClause ?? endsClause ?? clauseOf(declaration, 'lasts');
  if (months && other) return scope.report('B635', other.span, { first: 'months', second: other.kind });
  if (months) {
    const month = (number: typeof months.low, end: string): Moment | null => {
      const quantity = writtenQuantity(number, `${name}.${end}`);
      if (quantity.value.lt(1) || !quantity.value.round(0).eq(quantity.value))
        return refuse(scope, number.span, { en: 'a whole number, counted from 1', zh: '从 1 数起的整数' });
      return { kind: 'period', unit: 'months', number: quantity };
    };
    const [starts, ends] = [month(months.low, 'starts'), month(months.high, 'ends')];
    return starts && ends && { starts, ends };
  }
  const starts = optional(startsClause, ({ moment }) => momentOf(scope, moment, `${name}.starts`));
  const ends = optional(endsClause, ({ moment }) => momentOf(scope, moment, `${name}.ends`));
  return starts === undefined || ends === undefined ? null : { starts, ends };
}

function milestonesOf(scope: Scope, table: TableNode, phase: string): readonly Milestone[] | null {
  const at = fixedColumns(scope, table, ['milestone', 'by'], ['measure', 'attain', 'owner']);
  const rows = at && wholeRows(scope, table, 'phase');
  const found = rows && wholes(rows, (row) => milestone(scope, row, at, phase));
  return found?.length === table.rows.length ? found : null;
}

interface Columns {
  readonly milestone?: number;
  readonly by?: number;
  readonly measure?: number;
  readonly attain?: number;
  readonly owner?: number;
}

function milestone(scope: Scope, row: RowNode, at: Columns, phase: string): Milestone | null {
  const cell = (column: keyof Columns) => row.cells[at[column] ?? -1];
  const [nameCell, byCell, ownerCell] = [cell('milestone'), cell('by'), cell('owner')];
  if (!nameCell || !byCell) return null;
  if (isBlank(nameCell)) return emptyCell(scope, nameCell, 'milestone');
  if (isBlank(byCell)) return emptyCell(scope, byCell, 'by');
  const name = cellText(nameCell);
  const node = readCell('MomentCell', codeView(byCell.raw), byCell.span);
  if (node === null) return misfit(scope, byCell, { en: 'a time', zh: '时间' }, 'month 6, 2025-06, end');
  const path = (column: string): string => printPath({ name: phase, key: [name], members: [column] });
  const by = momentOf(scope, node, path('by'));
  const goal = goalOf(scope, row, at, path('attain'));
  const owner = ownerCell && !isBlank(ownerCell) && !isDash(ownerCell) ? cellText(ownerCell) : null;
  return by && goal && { name, by, ...goal, owner, span: row.span, line: scope.line(row.span) };
}

/** `measure` and `attain` stand together, or neither. */
function goalOf(scope: Scope, row: RowNode, at: Columns, path: string): Pick<Milestone, 'measure' | 'attain'> | null {
  const [measureCell, attainCell] = [row.cells[at.measure ?? -1], row.cells[at.attain ?? -1]];
  const empty = (one: typeof measureCell) => !one || isBlank(one) || isDash(one);
  if (empty(measureCell) && empty(attainCell)) return { measure: null, attain: null };
  if (!measureCell || empty(measureCell))
    return emptyCell(scope, measureCell ?? row.cells[0] ?? attainCell!, 'measure');
  if (!attainCell || empty(attainCell)) return emptyCell(scope, attainCell ?? measureCell, 'attain');
  const node = readCell('ExpressionCell', codeView(measureCell.raw), measureCell.span);
  const ground: PlanGround = { scope, population: (span) => defaultPopulation(scope, span), own: null };
  const measure = node ? checkPlanFigure(node, ground) : notFormula(scope, measureCell);
  if (measure === null) return null;
  if (measure.type.kind !== 'number')
    return scope.report('B205', measureCell.span, { found: measure.type.kind, wanted: 'number' });
  const attain = fixedThreshold(scope, attainCell, measure.type.unit, path);
  return attain ? { measure, attain } : null;
}
