import Big from 'big.js';
import type { Cell } from '../../database/database.js';
import { formatNumber, textOf, type Expression, type Model, type Span, type Unit } from '@benchbook/dsl';

/** What stands where there is no value. */
export const NO_VALUE = '–';

const ONE = new Big(1);
/** A plain number, a share and a count: units of figures that no metric declares. */
export const NUMBER: Unit = { kind: 'number', dimension: {}, scale: ONE, text: 'number' };
export const PERCENT: Unit = { kind: 'percent', dimension: {}, scale: ONE, text: 'percent' };
export const COUNT: Unit = { kind: 'count', dimension: {}, scale: ONE, text: 'count' };

/** A figure as a reader sees it; unknown is a dash. `digits`: behind the point, by the unit's own habit unless given. */
export function display(value: number | null, unit: Unit, digits?: number): string {
  return value === null ? NO_VALUE : formatNumber(value, unit, digits);
}

/** A piece of the rulebook as written, on one line. */
export function written(model: Model, span: Span): string {
  return textOf(model.files, span).replaceAll(/\s+/g, ' ').trim();
}

/** The unit of an expression's value; a plain number where it has none. */
export function unitOf(expression: Expression): Unit {
  return expression.type.kind === 'number' ? expression.type.unit : NUMBER;
}

/** What a reader calls the value of an expression: the label of what it names, else the text as written. */
export function titleOf(model: Model, expression: Expression): string {
  if (expression.kind === 'column') return columnLabel(model, expression.source, expression.column);
  if (expression.kind !== 'given') return written(model, expression.span);
  const declared = {
    metric: model.metrics,
    band: model.bands,
    tier: model.tiers,
    level: model.levels,
    score: model.scores,
  }[expression.by];
  return declared.find(({ name }) => name === expression.name)?.label ?? expression.name;
}

/** A cell that is not a number, as a rulebook writes it; nothing is a dash. */
export function plainText(cell: Cell): string {
  if (cell === null) return NO_VALUE;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'object' ? cell.map(plainText).join(', ') : String(cell);
}

/** What a reader calls a column: its label, else its name. */
export function columnLabel(model: Model, source: string, name: string): string {
  const columns = model.sources.find((candidate) => candidate.name === source)?.columns;
  return columns?.find((column) => column.name === name)?.label ?? name;
}
