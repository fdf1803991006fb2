import type { Said } from '../../diagnostics/type-kinds.js';
import type { CellNode } from '../../syntax/nodes.js';
import type { Scope } from '../scope.js';

/** Says that something has to stand in a cell. */
export const emptyCell = (scope: Scope, cell: CellNode, column: string): null =>
  scope.report('B302', cell.span, { column, outcome: false });

/** Says what a cell should hold. */
export const misfit = (scope: Scope, cell: CellNode, wanted: Said, example: string): null =>
  scope.report('B303', cell.span, { cell: cell.raw, wanted: wanted.en, zhWanted: wanted.zh, example });
