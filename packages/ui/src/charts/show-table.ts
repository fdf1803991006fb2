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

/** How the cells of a column are written: all with as many digits as any of them needs. */
export function cellWriter(
  show: ShowResult,
  place: number,
  format: Format,
): (value: string | number | null | undefined) => string {
  const kind = show.columns[place]?.kind ?? 'text';
  if (kind === 'text') return (value) => formatCell(value, kind, format);
  const write = format.column(
    show.rows.map((row) => numberAt(row, place)),
    kind,
  );
  return (value) => (typeof value === 'number' ? write(value) : formatCell(value, kind, format));
}

/** The show's rows as they stand beside its picture. */
export function figuresOf(show: ShowResult, { format }: ChartOptions): FigureTable {
  const writers = show.columns.map((_, place) => cellWriter(show, place, format));
  return {
    columns: show.columns.map((column) => column.label),
    rows: show.rows.map((row) => writers.map((write, place) => write(row[place]))),
  };
}

/** The distinct texts of a column in the order of their first row, what stands for no value last. */
export function distinct(show: ShowResult, place: number, missing: string): readonly string[] {
  const texts = [...new Set(show.rows.map((row) => textAt(row, place, missing)))];
  return [...texts.filter((text) => text !== missing), ...texts.filter((text) => text === missing)];
}

/** The number columns to draw: the figures themselves, or the counts where there is nothing else. */
export function drawn(show: ShowResult, numbers: readonly number[]): readonly number[] {
  const figures = numbers.filter((place) => show.columns[place]?.kind !== 'count');
  return figures.length > 0 ? figures : numbers;
}

/** The count that stands beside the figures; null where the counts are the figures. */
export function countBeside(show: ShowResult, numbers: readonly number[]): number | null {
  const shown = drawn(show, numbers);
  return numbers.find((place) => show.columns[place]?.kind === 'count' && !shown.includes(place)) ?? null;
}
