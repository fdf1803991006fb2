import { edgesOf, OTHER_TEXT } from '../model/probes.js';
import type { Probe } from '../model/probes.js';
import { bit } from '../model/table-space.js';
import type { Probes, Space } from '../model/table-space.js';
import type { Budget } from './coverage.js';
import { indexesOf, uncovered } from './coverage.js';
import type { InputColumn } from './decision.js';
import { elseRow } from './else-row.js';
import { endOf } from './gaps.js';
import type { Checked } from './hygiene.js';
import type { Scope } from './scope.js';

/** So many open cases are named. */
const MOST_SHOWN = 5;

/**
 * Reports cases that no row has: a text that is not listed where there is no `else`, a label or a truth value without a row, and
 * combinations of values that each have rows, but none together. Numbers that no row of their column has are reported as gaps; a missing
 * value has no answer unless a row says so, and is no gap; and where values are collected, no row is an answer, too.
 */
export function reportOpenCases(
  scope: Scope,
  { hit, header, columns, rows }: Checked,
  space: Space,
  budget: Budget,
): void {
  if (hit.policy === 'collect' || columns.length === 0) return;
  const domain = columns.map((column, index) => expected(column, space.columns[index] ?? [], space, index));
  const found = uncovered(domain, space.rows, budget, MOST_SHOWN);
  if (found.length === 0 || rows.length === 0) return;
  const edges = columns.map((_, index) => new Set(edgesOf(rows.flatMap(({ conditions }) => conditions[index] ?? []))));
  const gaps = found.map((box) =>
    columns
      .flatMap((column, index) =>
        box[index] === domain[index] && columns.length > 1 && box.some((probes, at) => probes !== domain[at])
          ? []
          : said(column, space.columns[index] ?? [], box[index] ?? 0n, edges[index] ?? new Set()),
      )
      .join(' and '),
  );
  scope.report('B314', header, { gaps }, elseRow(columns, rows));
}

/** What a column is expected to have rows for: every label, both truth values, any text, the numbers that some row has. */
function expected({ type }: InputColumn, probes: readonly Probe[], space: Space, column: number): Probes {
  const rows = space.rows.reduce((set, row) => set | (row[column] ?? 0n), 0n);
  const ordered = type.kind === 'number' || type.kind === 'date';
  return probes.reduce((set, { value, made }, index) => {
    if (value === null || made || (ordered && (rows & bit(index)) === 0n)) return set;
    return set | bit(index);
  }, 0n);
}

/** `industry in [A, B]`, `active = no`, `200 <= employees < 300`. */
function said({ name, type }: InputColumn, probes: readonly Probe[], set: Probes, edges: ReadonlySet<unknown>): string {
  if (type.kind === 'number' || type.kind === 'date') return saidOrdered(name, type, probes, set, edges);
  const other = probes.findIndex(({ value }) => value === OTHER_TEXT);
  const open = other >= 0 && (set & bit(other)) !== 0n;
  const named = probes.flatMap(({ value, made }, index) => {
    const isIn = (set & bit(index)) !== 0n;
    return value === null || made || value === OTHER_TEXT || isIn === open ? [] : [written(value)];
  });
  if (open) return named.length === 0 ? `${name} is not missing` : `${name} not in [${few(named)}]`;
  return named.length === 1 ? `${name} = ${named.join()}` : `${name} in [${few(named)}]`;
}

function written(value: NonNullable<Probe['value']>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return /^[\p{L}\p{N}_-]+$/u.test(String(value)) ? String(value) : `"${value}"`;
}

const few = (texts: readonly string[]): string =>
  texts.length > 6 ? `${texts.slice(0, 6).join(', ')}, …` : texts.join(', ');

/**
 * Probes stand in order, edges and what lies between them: a stretch begins at an edge or behind one, and ends likewise. Whole numbers
 * between two edges are numbers like the edges.
 */
function saidOrdered(
  name: string,
  type: InputColumn['type'],
  probes: readonly Probe[],
  set: Probes,
  edges: ReadonlySet<unknown>,
): string {
  const end = (index: number): string =>
    endOf(Number(probes[index]?.value ?? 0), type.kind === 'number' ? type.unit : null);
  const isEdge = (index: number): boolean => edges.has(probes[index]?.value);
  const texts = stretchesOf(indexesOf(set)).map(({ first, last }) => {
    const isHighest = !isEdge(last) && !isEdge(last + 1);
    if (first === last && isEdge(first)) return `${name} = ${end(first)}`;
    const low = isEdge(first) ? `${end(first)} <= ` : `${end(first - 1)} < `;
    const high = isEdge(last) ? ` <= ${end(last)}` : ` < ${end(last + 1)}`;
    if (first === 0) return isHighest ? `${name} = else` : `${name}${high}`;
    if (!isHighest) return `${low}${name}${high}`;
    return isEdge(first) ? `${name} >= ${end(first)}` : `${name} > ${end(first - 1)}`;
  });
  return texts.length > 1 ? `(${texts.join(' or ')})` : texts.join();
}

/** Runs of neighbours. */
function stretchesOf(indexes: readonly number[]): readonly { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (const index of indexes) {
    const open = stretches.at(-1);
    if (open?.last === index - 1) open.last = index;
    else stretches.push({ first: index, last: index });
  }
  return stretches;
}
