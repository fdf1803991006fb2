import type { FixedThreshold, Threshold } from '../model/decision-table.js';
import type { Quantity } from '../model/expression.js';
import type { Unit } from '../model/unit.js';
import { numberType } from '../model/units.js';
import type { CellNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { isDash, reportedDash } from './cells.js';
import { rangeOf } from './comparing.js';
import type { Ground } from './ground.js';
import { peerThreshold } from './peers.js';
import { fittedQuantity } from './quantities.js';
import type { Scope } from './scope.js';

/** What a benchmark's cell is read by: the metric's unit, the path of its numbers, and how many peers it takes. */
interface CellPlan {
  readonly unit: Unit;
  readonly path: string;
  readonly peers: Quantity;
}

/** Reads a benchmark's cell: null for `-`, undefined when it is not whole (reported). */
export function thresholdCell(ground: Ground, cell: CellNode, plan: CellPlan): Threshold | null | undefined {
  const node = isDash(cell) ? null : readCell('ThresholdCell', codeView(cell.raw), cell.span);
  if (node?.kind !== 'peers') return fixedThreshold(ground.scope, cell, plan.unit, plan.path);
  ground.scope.want(cell.span, { kind: 'threshold' });
  const { operator } = node;
  if (operator === '=' || operator === '!=') return notThreshold(ground.scope, cell);
  return peerThreshold({ ...node, operator }, ground, plan) ?? undefined;
}

/** Reads a cell that asks a number of its own, as a target does. */
export function fixedThreshold(
  scope: Scope,
  cell: CellNode,
  unit: Unit,
  path: string,
): FixedThreshold | null | undefined {
  scope.want(cell.span, { kind: 'threshold' });
  if (isDash(cell)) return null;
  const node = readCell('ThresholdCell', codeView(cell.raw), cell.span);
  if (node?.kind === 'none') return null;
  if (node?.kind === 'peers') return void scope.report('B421', cell.span, { cell: cell.raw });
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
