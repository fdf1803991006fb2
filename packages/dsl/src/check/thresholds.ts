import type { Threshold } from '../model/decision-table.js';
import type { Unit } from '../model/unit.js';
import { numberType } from '../model/units.js';
import type { CellNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { isDash, reportedDash } from './cells.js';
import { rangeOf } from './comparing.js';
import { fittedQuantity } from './quantities.js';
import type { Scope } from './scope.js';

/** Reads a benchmark's or a target's cell: null for `-`, undefined when it is not whole (reported). */
export function thresholdCell(scope: Scope, cell: CellNode, unit: Unit, path: string): Threshold | null | undefined {
  scope.want(cell.span, { kind: 'threshold' });
  if (isDash(cell)) return null;
  const node = readCell('ThresholdCell', codeView(cell.raw), cell.span);
  if (node?.kind === 'none') return null;
  if (node?.kind === 'relative') return void scope.report('B004', cell.span, { what: cell.raw });
  if (node?.kind === 'range') {
    const range = rangeOf(scope, node.range, numberType(unit), path);
    if (range?.low?.kind !== 'quantity' || range.high?.kind !== 'quantity') return undefined;
    return {
      kind: 'range',
      low: range.low.quantity,
      high: range.high.quantity,
      highIncluded: range.highIncluded,
      span: cell.span,
    };
  }
  if (node === null || node.operator === '=' || node.operator === '!=') return notThreshold(scope, cell);
  const quantity = fittedQuantity(scope, node.value, unit, path);
  return quantity ? { kind: 'bound', operator: node.operator, quantity, span: cell.span } : undefined;
}

function notThreshold(scope: Scope, cell: CellNode): undefined {
  if (reportedDash(scope, cell)) return undefined;
  return void scope.report('B303', cell.span, {
    cell: cell.raw,
    wanted: 'a threshold',
    zhWanted: '阈值',
    example: '>= 15%, < 3, 60%..80%, -',
  });
}
