import type { ShowResult } from '@benchbook/engine/results';
import type { ChartOptions, FigureTable } from './figure.js';
import type { Format } from '../language/format.js';

/** A `show` arrives as a small table; its columns are told apart by kind. */
export type ShowColumn = ShowResult['columns'][number];

export interface ShowShape {
  /** Places of the text columns, then of the others. */
  readonly texts: readonly number[];
  readonly numbers: readonly number[];
}

export function shapeOf(show: ShowResult): ShowShape {
  const places = show.columns.map((_, place) => place);
  const isText = (place: number): boolean => show.columns[place]?.kind === 'text';
  return { texts: places.filter(isText), numbers: places.filter((place) => !isText(place)) };
}

export function textAt(row: ShowResult['rows'][number], place: number, missing: string): string {
  const value = row[place];
  return value === null || value === undefined ? missing : String(value);
}

export function numberAt(row: ShowResult['rows'][number], place: number): number | null {
  const value = row[place];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function formatCell(
  value: string | number | null | undefined,
  kind: ShowColumn['kind'],
  format: Format,
): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (kind === 'percent') return format.percent(value);
  if (kind === 'count') return format.count(value);
  return kind === 'text' ? String(value) : format.number(value);
}

/** The show's rows as they stand beside its picture. */
export function figuresOf(show: ShowResult, { format }: ChartOptions): FigureTable {
  return {
    columns: show.columns.map((column) => column.label),
    rows: show.rows.map((row) => show.columns.map((column, place) => formatCell(row[place], column.kind, format))),
  };
}

/** The distinct texts of a column, in the order of their first row. */
export function distinct(show: ShowResult, place: number, missing: string): readonly string[] {
  return [...new Set(show.rows.map((row) => textAt(row, place, missing)))];
}
