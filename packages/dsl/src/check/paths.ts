import type Big from 'big.js';
import type { Condition, DecisionTable } from '../model/decision-table.js';
import type { Constant, Quantity } from '../model/expression.js';
import type { CellNode } from '../syntax/nodes.js';
import { printPath } from '../model/path.js';
import { cellText } from './cells.js';

/*
 * How a scenario names a number:
 *
 *   param                          the param itself
 *   metric.if_empty, .if_missing   what answers instead of the formula
 *   table[ROW].column              a cell; without condition columns `table.column`
 *   table[ROW].column.low, .high   the ends of a range in a cell
 *   band[A..B].column              the edge that the rows A and B share
 *   score.term.weight, score.times
 *   target[MEASURE].attain
 *   population.top
 *   count(param)                   the size of a list, which changes with the list
 *
 * ROW is the row's label in a level, a band and a tier, elsewhere its condition cells, `, ` between them.
 * A second row of the same name is ROW#2. Texts that would not read as they stand are quoted.
 */

/** Names the rows of one table, each once: what stands in the brackets of its paths. */
export class RowNames {
  readonly #seen = new Map<string, number>();

  /** The row's key; the second row of the same key is numbered `#2`. */
  next(cells: readonly CellNode[]): readonly string[] {
    const texts = cells.map(cellText);
    const text = texts.join(', ');
    const count = (this.#seen.get(text) ?? 0) + 1;
    this.#seen.set(text, count);
    return count === 1 ? texts : [...texts.slice(0, -1), `${texts.at(-1) ?? ''}#${count}`];
  }
}

interface Edge {
  readonly value: Big;
  readonly included: boolean;
  readonly side: 'upper' | 'lower';
  readonly row: number;
}

/**
 * Gives an edge that two rows of a band share one path: `< 200` and `200..<1_000` meet at 200, and moving one moves
 * the other. In whole numbers `1..50` and `51..200` meet as well. Rows are compared when all their other cells are the same.
 *
 * @param isWhole whether the column of an index holds whole numbers
 */
export function shareEdges<Outcome>(
  table: DecisionTable<Outcome>,
  name: string,
  labelOf: (outcome: Outcome | undefined) => string,
  isWhole: (column: number) => boolean,
): DecisionTable<Outcome> {
  let rows = table.rows.map((row) => row.conditions);
  for (const [index, input] of table.inputs.entries()) {
    const edges = rows.flatMap((conditions, row) =>
      edgesOf(conditions[index], row).map((edge) => ({ ...edge, others: otherCells(conditions, index) })),
    );
    for (const upper of edges.filter((edge) => edge.side === 'upper')) {
      const meeting = edges.filter(
        (edge) => edge.side === 'lower' && meetAt(upper, edge, isWhole(index)) && edge.others === upper.others,
      );
      const [lower] = meeting;
      if (meeting.length !== 1 || lower === undefined) continue;
      const labels = [upper.row, lower.row].map((row) => labelOf(table.rows[row]?.outcomes[0]));
      const path = printPath({ name, key: [labels.join('..')], members: [input.name] });
      rows = rows.map((conditions, row) => {
        if (row !== upper.row && row !== lower.row) return conditions;
        const value = row === upper.row ? upper.value : lower.value;
        return conditions.map((condition, at) => (at === index ? renamed(condition, value, path) : condition));
      });
    }
  }
  return { ...table, rows: table.rows.map((row, index) => ({ ...row, conditions: rows[index] ?? row.conditions })) };
}

const meetAt = (upper: Edge, lower: Edge, whole: boolean): boolean =>
  upper.value.eq(lower.value) || (whole && upper.included && lower.included && upper.value.plus(1).eq(lower.value));

const otherCells = (conditions: readonly Condition[], index: number): string =>
  JSON.stringify(conditions.map((condition, at) => (at === index ? null : strip(condition))));

const strip = (condition: Condition): unknown =>
  JSON.parse(
    JSON.stringify(condition, (key, value: unknown) => (key === 'span' || key === 'path' ? undefined : value)),
  );

function edgesOf(condition: Condition | undefined, row: number): Edge[] {
  if (condition?.kind === 'compare' && condition.constant.kind === 'quantity') {
    const { operator } = condition;
    const edge = { value: condition.constant.quantity.value, included: operator.endsWith('='), row };
    if (operator.startsWith('<')) return [{ ...edge, side: 'upper' }];
    return operator.startsWith('>') ? [{ ...edge, side: 'lower' }] : [];
  }
  if (condition?.kind !== 'range') return [];
  const { low, lowIncluded, high, highIncluded } = condition.range;
  const edge = (constant: Constant | null, included: boolean, side: Edge['side']): Edge[] =>
    constant?.kind === 'quantity' ? [{ value: constant.quantity.value, included, side, row }] : [];
  return [...edge(low, lowIncluded, 'lower'), ...edge(high, highIncluded, 'upper')];
}

function renamed(condition: Condition, value: Big, path: string): Condition {
  if (condition.kind === 'compare') return { ...condition, constant: renamedConstant(condition.constant, value, path) };
  if (condition.kind !== 'range') return condition;
  const { low, high } = condition.range;
  return {
    ...condition,
    range: {
      ...condition.range,
      low: low && renamedConstant(low, value, path),
      high: high && renamedConstant(high, value, path),
    },
  };
}

function renamedConstant(constant: Constant, value: Big, path: string): Constant {
  if (constant.kind !== 'quantity' || !constant.quantity.value.eq(value)) return constant;
  const quantity: Quantity = { ...constant.quantity, path };
  return { ...constant, quantity };
}
