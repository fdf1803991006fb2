import { printPath } from '../../model/path.js';
import type { Pay, PayPart, Resource } from '../../model/planning/resource.js';
import type { Quantity } from '../../model/expression.js';
import { countOf, isBare } from '../../model/units.js';
import { clauseOf, clausesOf } from '../../syntax/clauses.js';
import type { ClauseOf, Declaration, RowNode, TableNode, Word } from '../../syntax/nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { cellText, isBlank, isDash } from '../cells.js';
import { clashesWithAnyColumn, declared } from '../declared.js';
import { fixedColumns, wholeRows } from '../header.js';
import { optional, wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { counted } from './counted.js';
import { asCount, asDuration, asShare, estimate, refuse } from './estimates.js';
import { asPay } from './money.js';
import { emptyCell, misfit } from './planning-cells.js';
import { sumsToOne } from './shares.js';
import { coverage } from './spans.js';
import { asInterval } from './timings.js';

export function checkResource(scope: Scope, declaration: Declaration, name: Word): Resource | null {
  if (clashesWithAnyColumn(scope, declaration, name)) return null;
  const headcount = optional(clauseOf(declaration, 'amount'), ({ amount }) =>
    estimate(scope, amount, name.text, asHeads(name.text)),
  );
  const capacity = optional(clauseOf(declaration, 'capacity'), (clause) => capacityOf(scope, clause, name.text));
  const pay = optional(clauseOf(declaration, 'pay'), (clause) => payOf(scope, clause, name.text));
  const spans = wholes(clausesOf(declaration, 'span'), (clause) => coverage(scope, clause, name.text));
  const lead = (kind: 'hiring' | 'training') =>
    optional(clauseOf(declaration, kind), ({ duration }) =>
      estimate(scope, duration, `${name.text}.${kind}`, asDuration),
    );
  const [hiring, training] = [lead('hiring'), lead('training')];
  if (headcount === undefined || capacity === undefined || pay === undefined || spans === null) return null;
  if (hiring === undefined || training === undefined) return null;
  return { ...declared(scope, declaration, name), headcount, capacity, spans, hiring, training, pay };
}

/** Heads: none is possible, less is not. */
const asHeads =
  (name: string) =>
  (scope: Scope, quantity: Quantity): Quantity | null => {
    if (quantity.value.eq(0) && isBare(quantity.unit)) return { ...quantity, unit: countOf(name) };
    return asCount(countOf(name))(scope, quantity);
  };

function capacityOf(scope: Scope, clause: ClauseOf<'capacity'>, name: string): Quantity | null {
  const quantity = counted(scope, clause.amount, `${name}.capacity`);
  if (quantity === null) return null;
  const wanted = {
    en: 'a capacity above 0 per time, as in 20 days per month',
    zh: '大于 0 的单位时间能力，例如 20 days per month',
  };
  return quantity.value.gt(0) && quantity.unit.dimension.months === -1
    ? quantity
    : refuse(scope, clause.amount.span, wanted);
}

function payOf(scope: Scope, clause: ClauseOf<'pay'>, name: string): Pay | null {
  const amount = estimate(scope, clause.amount, `${name}.pay`, asPay);
  const parts = clause.table ? payParts(scope, clause.table, name) : [];
  return amount && parts && { amount, parts };
}

function payParts(scope: Scope, table: TableNode, name: string): readonly PayPart[] | null {
  const at = fixedColumns(scope, table, ['part', 'share'], ['every']);
  const rows = at && wholeRows(scope, table, 'resource');
  const parts = rows && wholes(rows, (row) => payPart(scope, row, at, name));
  if (!parts || parts.length < table.rows.length) return null;
  const what = { en: `the parts of what \`${name}\` is paid`, zh: `\`${name}\` 薪酬的各部分` };
  return sumsToOne(
    scope,
    table.header.span,
    what,
    parts.map((part) => part.share),
  )
    ? parts
    : null;
}

function payPart(
  scope: Scope,
  row: RowNode,
  at: { part?: number; share?: number; every?: number },
  name: string,
): PayPart | null {
  const [partCell, shareCell, everyCell] = [at.part, at.share, at.every].map((index) => row.cells[index ?? -1]);
  if (!partCell || !shareCell) return null;
  if (isBlank(partCell)) return emptyCell(scope, partCell, 'part');
  if (isBlank(shareCell)) return emptyCell(scope, shareCell, 'share');
  const part = cellText(partCell);
  const node = readCell('EstimateCell', codeView(shareCell.raw), shareCell.span);
  if (node === null) return misfit(scope, shareCell, { en: 'a share', zh: '比例' }, '40%');
  const share = estimate(scope, node, printPath({ name, key: [part], members: ['share'] }), asShare);
  if (share === null) return null;
  if (!everyCell || isBlank(everyCell) || isDash(everyCell)) return { name: part, share, every: null };
  const every = asInterval(scope, everyCell);
  return every && { name: part, share, every };
}
