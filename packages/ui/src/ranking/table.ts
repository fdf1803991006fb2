import type { ColumnRole, Report } from '@benchbook/engine/results';
import type { NumberKind } from '../language/format.js';
import type { Language } from '../language/language.js';

/**
 * The ranked population as columns. A row is a number from 0; no object is ever made for one.
 */
export interface RankedTable {
  readonly rows: number;
  readonly columns: readonly RankedColumn[];
}

interface Named {
  readonly name: string;
  readonly role: ColumnRole;
  readonly label: string;
  /** The label in each language. */
  readonly labelIn: Readonly<Record<Language, string>>;
  readonly unit: string;
  readonly kind: NumberKind;
}

/** NaN stands for no value. */
export interface NumberColumn extends Named {
  readonly store: 'numbers';
  readonly values: Float64Array | Int32Array | Uint8Array;
}

/** One code a row into `labels`; -1 stands for no value. */
export interface CodeColumn extends Named {
  readonly store: 'codes';
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Texts as the UTF-8 bytes they came in; a text is made only for a row that is shown. */
export interface TextColumn extends Named {
  readonly store: 'texts';
  readonly chunks: readonly TextChunk[];
  at(row: number): string | null;
}

/** Rows `first` to `first + length - 1`; row i of them is `bytes[offsets[i]] .. bytes[offsets[i + 1]]`. */
export interface TextChunk {
  readonly first: number;
  readonly length: number;
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

export type RankedColumn = NumberColumn | CodeColumn | TextColumn;

export function columnNamed(table: RankedTable, name: string): RankedColumn | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

export function columnsOf(table: RankedTable, role: ColumnRole): readonly RankedColumn[] {
  return table.columns.filter((column) => column.role === role);
}

/** The same table with its columns named in a language. */
export function inLanguage(table: RankedTable, language: Language): RankedTable {
  return { ...table, columns: table.columns.map((column) => ({ ...column, label: column.labelIn[language] })) };
}

/** The row of a key, or -1. */
export function rowOfKey(table: RankedTable, key: string): number {
  const column = columnsOf(table, 'key')[0];
  if (column?.store !== 'texts') return -1;
  for (let row = 0; row < table.rows; row++) if (column.at(row) === key) return row;
  return -1;
}

/** The order in which a level's labels stand in the rulebook, worst first; codes of a column in other orders are mapped by it. */
export function labelOrder(report: Report, level: string): readonly string[] {
  return report.level_details.find((detail) => detail.name === level)?.labels.map((label) => label.label) ?? [];
}
