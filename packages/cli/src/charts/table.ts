import { formatNumber } from '@benchbook/dsl';
import type { ShowResult } from '@benchbook/engine';

type Value = ShowResult['rows'][number][number];

/** A chart's figures as a person reads them. */
export const shownRows = ({ columns, rows }: ShowResult): readonly (readonly string[])[] =>
  rows.map((row) => row.map((value, place) => shown(value, columns[place]?.kind ?? 'text')));

function shown(value: Value, kind: ShowResult['columns'][number]['kind']): string {
  if (value === null) return '–';
  return typeof value === 'string' || kind === 'text' ? String(value) : formatNumber(value, kind);
}

/** A chart's figures as comma-separated values (RFC 4180): numbers in full, texts that a spreadsheet would run as a formula behind an apostrophe. */
export function toCsv({ columns, rows }: ShowResult): string {
  const lines = [columns.map(({ label }) => field(label)), ...rows.map((row) => row.map(field))];
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A chart's figures as a Markdown table below its title. */
export function toMarkdown(show: ShowResult, about: string): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} |`;
  return [
    `**${show.title}**`,
    '',
    line(show.columns.map(({ label }) => label)),
    line(show.columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'))),
    ...shownRows(show).map(line),
    '',
    about,
    '',
  ].join('\n');
}
