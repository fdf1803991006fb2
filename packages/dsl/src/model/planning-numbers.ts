import Big from 'big.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import type { Quantity } from './expression.js';
import type { Planned } from './named-number.js';

/** A number that a plan rests on, and the declaration and row that it stands in. */
export interface PlanningNumber {
  readonly quantity: Quantity;
  readonly path: string;
  readonly owner: string;
  readonly row: readonly string[] | null;
  readonly column: string | null;
  readonly line: number;
}

/** The numbers of plans that have a path, in the order of their declarations; a number that is uncertain comes with the ends of what it may be. */
export function planningNumbers(planned: Planned): readonly PlanningNumber[] {
  const { uncertain, ...declared } = planned;
  const own = Object.values(declared).flatMap((declarations) =>
    declarations.flatMap((one) => numbersIn(one, one.line, ({ name }) => name === one.name)),
  );
  return [...own, ...uncertain.flatMap(({ distribution, within, line }) => numbersIn({ distribution, within }, line))];
}

/** The numbers inside some part of a plan, each with the line of what it stands in. What is read from elsewhere has another owner. */
function numbersIn(part: unknown, line: number, isOwn: (path: Parts) => boolean = () => true): PlanningNumber[] {
  if (typeof part !== 'object' || part === null || part instanceof Big) return [];
  if (isQuantity(part)) {
    const path = part.path === null ? null : partsOf(part.path);
    return path === null || part.path === null || !isOwn(path)
      ? []
      : [{ quantity: part, path: part.path, owner: path.name, row: path.row, column: path.column, line }];
  }
  const own = 'line' in part && typeof part.line === 'number' ? part.line : line;
  return Object.values(part).flatMap((each) => numbersIn(each, own, isOwn));
}

interface Parts {
  readonly name: string;
  readonly row: readonly string[] | null;
  readonly column: string | null;
}

function partsOf(path: string): Parts | null {
  const node = readCell('PathCell', codeView(path), { start: 0, end: path.length });
  if (node === null) return null;
  const column = node.members.map(({ text }) => text).join('.');
  return {
    name: node.name.text,
    row: node.key?.texts.map(({ text }) => text) ?? null,
    column: column === '' ? null : column,
  };
}

const isQuantity = (node: object): node is Quantity => 'value' in node && node.value instanceof Big && 'path' in node;
