import { bit, meet } from '../model/table-space.js';
import type { Probes } from '../model/table-space.js';

type Box = readonly Probes[];

/** How many looks at a row a table is worth; a table that needs more is not looked at to the end. */
export class Budget {
  #left: number;

  constructor(looks: number) {
    this.#left = looks;
  }

  spend(looks: number): boolean {
    this.#left -= looks;
    return this.#left >= 0;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}

/**
 * The parts of a box that no row covers, as boxes that do not overlap; at most `most` of them, and as far as the budget goes.
 *
 * The columns are gone through one by one. Probes that the rows still in question do not tell apart are taken together, and
 * where one row covers all that is left nothing more is looked at: exact, and short for tables as people write them.
 */
export function uncovered(box: Box, rows: readonly Box[], budget: Budget, most: number): readonly Box[] {
  const found: Box[] = [];
  const search = (column: number, inQuestion: readonly Box[], before: Box): void => {
    if (found.length >= most || !budget.spend(inQuestion.length + 1)) return;
    if (inQuestion.some((row) => coversFrom(column, row, box))) return;
    const probes = box[column];
    if (probes === undefined || inQuestion.length === 0) {
      found.push([...before, ...box.slice(column)]);
      return;
    }
    for (const { probes: alike, rows: left } of told(probes, column, inQuestion, budget))
      search(column + 1, left, [...before, alike]);
  };
  search(
    0,
    rows.filter((row) => meet(row, box)),
    [],
  );
  return found;
}

function coversFrom(column: number, row: Box, box: Box): boolean {
  for (let at = column; at < box.length; at += 1) if (((box[at] ?? 0n) & ~(row[at] ?? 0n)) !== 0n) return false;
  return true;
}

/** The probes of a column in groups that the rows do not tell apart, each with the rows that hold for it. */
function told(
  probes: Probes,
  column: number,
  rows: readonly Box[],
  budget: Budget,
): readonly { readonly probes: Probes; readonly rows: readonly Box[] }[] {
  const groups = new Map<string, { probes: Probes; rows: readonly Box[] }>();
  for (const index of indexesOf(probes)) {
    if (!budget.spend(rows.length)) break;
    const holding = rows.map((row) => ((row[column] ?? 0n) & bit(index)) !== 0n);
    const key = holding.map(Number).join('');
    const group = groups.get(key) ?? { probes: 0n, rows: rows.filter((_, at) => holding[at]) };
    groups.set(key, { ...group, probes: group.probes | bit(index) });
  }
  return [...groups.values()];
}

/** Where the bits of a set are. */
export function indexesOf(probes: Probes): readonly number[] {
  const bits = probes.toString(2);
  return [...bits].flatMap((one, at) => (one === '1' ? [bits.length - 1 - at] : [])).reverse();
}
