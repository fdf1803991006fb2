import type { Condition, DecisionTable } from '../model/decision-table.js';
import type { Constant, Quantity } from '../model/expression.js';
import type { CellNode } from '../syntax/nodes.js';
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
 * A second row of the same name is ROW#2.
 */

/** Names the rows of one table, each once. */
export class RowNames {
  readonly #seen = new Map<string, number>();

  /** `name[KEY]`, or just `name` when the table has no key. */
  next(name: string, key: readonly CellNode[]): string {
    if (key.length === 0) return this.#numbered(name, name);
    const text = key.map(cellText).join(', ');
    const count = this.#count(text);
    return count === 1 ? `${name}[${text}]` : `${name}[${text}#${count}]`;
  }

  #numbered(key: string, name: string): string {
    const count = this.#count(key);
    return count === 1 ? name : `${name}[#${count}]`;
  }

  #count(key: string): number {
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count;
  }
}

interface Edge {
  readonly value: string;
  readonly side: 'upper' | 'lower';
  readonly row: number;
}

/**
 * Gives an edge that two rows of a band share one path: `< 200` and `200..<1_000` meet at 200, and moving one moves
 * the other. Rows are compared when all their other cells are the same.
 */
export function shareEdges<Outcome>(
  table: DecisionTable<Outcome>,
  name: string,
  labelOf: (outcome: Outcome | undefined) => string,
): DecisionTable<Outcome> {
  let rows = table.rows.map((row) => row.conditions);
  for (const [index, input] of table.inputs.entries()) {
    const edges = rows.flatMap((conditions, row) =>
      edgesOf(conditions[index], row).map((edge) => ({ ...edge, others: otherCells(conditions, index) })),
    );
    for (const upper of edges.filter((edge) => edge.side === 'upper')) {
      const meeting = edges.filter(
        (edge) => edge.side === 'lower' && edge.value === upper.value && edge.others === upper.others,
      );
      const [lower] = meeting;
      if (meeting.length !== 1 || lower === undefined) continue;
      const labels = [upper.row, lower.row].map((row) => labelOf(table.rows[row]?.outcomes[0]));
      const path = `${name}[${labels.join('..')}].${input.name}`;
      rows = rows.map((conditions, row) => {
        if (row !== upper.row && row !== lower.row) return conditions;
        return conditions.map((condition, at) => (at === index ? renamed(condition, upper.value, path) : condition));
      });
    }
  }
  return { ...table, rows: table.rows.map((row, index) => ({ ...row, conditions: rows[index] ?? row.conditions })) };
}

const otherCells = (conditions: readonly Condition[], index: number): string =>
  JSON.stringify(conditions.map((condition, at) => (at === index ? null : strip(condition))));

const strip = (condition: Condition): unknown =>
  JSON.parse(
    JSON.stringify(condition, (key, value: unknown) => (key === 'span' || key === 'path' ? undefined : value)),
  );

function edgesOf(condition: Condition | undefined, row: number): Edge[] {
  if (condition?.kind === 'compare' && condition.constant.kind === 'quantity') {
    const value = condition.constant.quantity.value.toString();
    if (condition.operator.startsWith('<')) return [{ value, side: 'upper', row }];
    return condition.operator.startsWith('>') ? [{ value, side: 'lower', row }] : [];
  }
  if (condition?.kind !== 'range') return [];
  const { low, high } = condition.range;
  return [
    ...(low?.kind === 'quantity' ? [{ value: low.quantity.value.toString(), side: 'lower' as const, row }] : []),
    ...(high?.kind === 'quantity' ? [{ value: high.quantity.value.toString(), side: 'upper' as const, row }] : []),
  ];
}

function renamed(condition: Condition, value: string, path: string): Condition {
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

function renamedConstant(constant: Constant, value: string, path: string): Constant {
  if (constant.kind !== 'quantity' || constant.quantity.value.toString() !== value) return constant;
  const quantity: Quantity = { ...constant.quantity, path };
  return { ...constant, quantity };
}
