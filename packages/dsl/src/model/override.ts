import Big from 'big.js';
import type { Threshold } from './decision-table.js';
import type { Entries } from './entries.js';
import type { Quantity } from './expression.js';
import type { NumberIndex } from './number-index.js';
import type { Benchmark, Param, Target } from './model.js';
import type { NamedNumber, Rules } from './named-number.js';
import { printPath } from './path.js';
import { COUNT, divided, isBare } from './units.js';

/**
 * The same rules with other numbers. What no entry touches stays the very same object; spans still point at the
 * rulebook's own text. What was worked out from the numbers (a score's range) is not worked out again.
 */
export function withEntries<Part extends Rules>(rules: Part, index: NumberIndex, entries: Entries): Part {
  if (entries.size === 0) return rules;
  const cells = {
    ...rules,
    params: mapped(rules.params, (param) => otherValue(param, entries)),
    benchmarks: mapped(rules.benchmarks, (benchmark) => otherCells(benchmark, entries)),
    targets: mapped(rules.targets, (target) => otherAttain(target, entries)),
  };
  return withNumbers(cells, index, entries);
}

/** As `withEntries`, for any part of the rules, numbers and lists alone. */
export function withNumbers<Part>(part: Part, index: NumberIndex, entries: Entries): Part {
  return deep(part, (node) => otherNumber(node, index, entries) ?? otherList(node, entries)) as Part;
}

function mapped<Item>(items: readonly Item[], change: (item: Item, index: number) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}

function otherValue(param: Param, entries: Entries): Param {
  const setting = entries.get(printPath({ name: param.name, key: null, members: [] }))?.setting;
  return setting?.kind === 'list' ? { ...param, value: setting } : param;
}

function otherCells(benchmark: Benchmark, entries: Entries): Benchmark {
  const { table } = benchmark;
  const rows = mapped(table.rows, (row) => {
    const outcomes = mapped(row.outcomes, (outcome, index) => {
      const column = table.outputs[index]?.name ?? '';
      return otherThreshold(outcome, printPath({ name: benchmark.name, key: row.key, members: [column] }), entries);
    });
    return outcomes === row.outcomes ? row : { ...row, outcomes };
  });
  return rows === table.rows ? benchmark : { ...benchmark, table: { ...table, rows } };
}

function otherAttain(target: Target, entries: Entries): Target {
  const rows = mapped(target.rows, (row) => {
    const path = printPath({ name: target.name, key: [row.text], members: ['attain'] });
    const attain = otherThreshold(row.attain, path, entries);
    return attain === row.attain || attain === null || attain.kind === 'peers' ? row : { ...row, attain };
  });
  return rows === target.rows ? target : { ...target, rows };
}

/** The threshold set at a path; it stands where the rule's own stands, so that a reader is led there. */
function otherThreshold(own: Threshold | null, path: string, entries: Entries): Threshold | null {
  const setting = entries.get(path)?.setting;
  if (setting?.kind !== 'threshold') return own;
  const { threshold } = setting;
  return threshold && own ? { ...threshold, span: own.span } : threshold;
}

function otherNumber(node: object, index: NumberIndex, entries: Entries): Quantity | null {
  if (!isQuantity(node) || node.path === null) return null;
  const setting = entries.get(node.path)?.setting;
  if (setting?.kind === 'number') {
    return { ...node, value: movedTo(setting.value, index.number(node.path), node) };
  }
  const list = /^count\((.*)\)$/.exec(node.path)?.[1];
  const other =
    list === undefined ? undefined : entries.get(printPath({ name: list, key: null, members: [] }))?.setting;
  return other?.kind === 'list' ? { ...node, value: new Big(other.items.length), unit: COUNT } : null;
}

/**
 * A param is read in the unit of what it meets: 650 in 万 CNY is 6,500,000 beside CNY. The other side of an edge
 * between whole numbers keeps its distance: 50 and 51 become 60 and 61.
 */
function movedTo(value: Big, number: NamedNumber | undefined, { unit, value: own }: Quantity): Big {
  if (number === undefined) return value;
  const { scale } = number.unit;
  if (isBare(number.unit) || isBare(unit) || scale.eq(unit.scale)) return value.plus(own.minus(number.value));
  return divided(value.times(scale), unit.scale);
}

/** Where a formula reads a param that is a list, its items stand in the formula. */
function otherList(node: object, entries: Entries): object | null {
  if (!('kind' in node) || node.kind !== 'list' || !('param' in node) || typeof node.param !== 'string') return null;
  const setting = entries.get(printPath({ name: node.param, key: null, members: [] }))?.setting;
  return setting?.kind === 'list' ? { ...node, items: setting.items } : null;
}

const isQuantity = (node: object): node is Quantity => 'value' in node && node.value instanceof Big && 'path' in node;

/** A copy of plain data in which some nodes are others; parts without such a node are not copied. */
function deep(node: unknown, change: (node: object) => object | null): unknown {
  if (typeof node !== 'object' || node === null || node instanceof Big) return node;
  const other = change(node);
  if (other !== null) return other;
  if (Array.isArray(node)) return mapped(node as readonly unknown[], (item) => deep(item, change));
  let copy: Record<string, unknown> | null = null;
  for (const [key, part] of Object.entries(node)) {
    const changed = deep(part, change);
    if (changed === part) continue;
    copy ??= { ...node };
    copy[key] = changed;
  }
  return copy ?? node;
}
