import type { Declaration } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { CellRule } from '../syntax/read.js';
import { usesWithin } from './analysis.js';
import type { Analysis } from './analysis.js';
import { wordsBetween } from './between.js';
import { leavesOf } from './leaves.js';
import type { Leaf } from './leaves.js';

/** Words that the type of a column begins with. */
const TYPE = /^(?:text|count|number|boolean|percent|money|date)(?!\w)/;

/** Signs that a cell on numbers or dates begins with. */
const ORDERED = /^(?:not\s+)?[-\d.<>=!≥≤≠]/;

/**
 * What a cell is made of. A cell in which the checker found a name is read as a formula, one that looks like a number
 * by the rules for numbers, any other as values; the grammar reads it in each case.
 */
export function cellLeaves(analysis: Analysis, declaration: Declaration, cell: Leaf): readonly Leaf[] {
  const raw = analysis.tree.text.slice(cell.start, cell.end);
  if (raw.trim() === '') return [];
  const named = usesWithin(analysis, cell).some(({ means }) => means.kind !== 'label' && means.kind !== 'term');
  if (cell.header && !named) return [{ ...cell, kind: 'header' }];
  const node = rules(declaration, raw, named).reduce<object | null>(
    (found, rule) => found ?? readCell(rule, rule === 'TextCondition' ? raw : codeView(raw), cell),
    null,
  );
  if (node === null) return [{ ...cell, kind: /^["“”＂]/.test(raw) ? 'text' : 'value' }];
  const leaves = leavesOf(node).map((leaf) => bareText(analysis, leaf));
  return [...leaves, ...wordsBetween(codeView(raw), cell.start, leaves)];
}

function rules({ noun }: Declaration, raw: string, named: boolean): readonly CellRule[] {
  const source: readonly CellRule[] = noun === 'source' && TYPE.test(raw) ? ['ColumnTypeCell'] : [];
  if (named) return [...source, 'HeaderCell', 'OriginCell'];
  const code = codeView(raw);
  // The given rows of a test hold values, which are whole even with a comma.
  const words: readonly CellRule[] = noun === 'test' ? [] : [...source, 'TextCondition'];
  if (/^["“”＂]/.test(raw)) return ['TextCell', ...words];
  return ORDERED.test(code) ? ['OrderedCondition', 'ThresholdCell', ...words] : words;
}

/** A text without quotes is a value of the cell. */
function bareText({ tree }: Analysis, leaf: Leaf): Leaf {
  return leaf.kind === 'text' && !/["“”＂]/.test(tree.text.charAt(leaf.start)) ? { ...leaf, kind: 'value' } : leaf;
}
