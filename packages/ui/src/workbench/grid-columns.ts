import { html, type TemplateResult } from 'lit';
import { STATES, type Report } from '@benchbook/engine/results';
import { levelChip, stateMark } from '../elements/marks.js';
import type { Format } from '../language/format.js';
import type { Words } from '../language/language.js';
import {
  columnNamed,
  labelOrder,
  type CodeColumn,
  type NumberColumn,
  type RankedColumn,
  type RankedTable,
} from '../ranking/table.js';

/** A column as the grid draws it. */
export interface GridColumn {
  /** The table's column it is sorted by. */
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** In CSS pixels: usually, and where the grid is narrow. */
  readonly width: number;
  readonly narrow: number;
  /** Stays at the left while the others are scrolled. */
  readonly isPinned: boolean;
  readonly align: 'start' | 'end';
  /** Numbers are first sorted from the largest. */
  readonly descendsFirst: boolean;
  cell(row: number): TemplateResult | string;
}

const ORDER: readonly RankedColumn['role'][] = [
  'rank',
  'name',
  'level',
  'score',
  'dimension',
  'tier',
  'metric',
  'number',
  'key',
  'count',
  'threshold',
  'shortfall',
];
const WIDTHS: Readonly<Record<RankedColumn['role'], number>> = {
  rank: 66,
  name: 220,
  key: 116,
  level: 96,
  score: 142,
  tier: 88,
  metric: 132,
  dimension: 112,
  number: 138,
  count: 84,
  threshold: 112,
  shortfall: 112,
  state: 0,
};
/** So that rank, name, level and score fit side by side on a phone. */
const NARROW: Partial<Readonly<Record<RankedColumn['role'], number>>> = { rank: 52, name: 122, level: 82, score: 80 };
/** Only on request: they repeat in numbers what marks and bars say. */
const FURTHER: readonly RankedColumn['role'][] = ['count', 'threshold', 'shortfall'];

export function gridColumns(
  table: RankedTable,
  report: Report,
  all: boolean,
  words: Words,
  format: Format,
): readonly GridColumn[] {
  return table.columns
    .filter((column) => column.role !== 'state' && (all || !FURTHER.includes(column.role)))
    .toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
    .map((column) => gridColumn(column, table, report, words, format));
}

function gridColumn(
  column: RankedColumn,
  table: RankedTable,
  report: Report,
  words: Words,
  format: Format,
): GridColumn {
  const isNumber = column.store === 'numbers';
  return {
    name: column.name,
    title: titleOf(column, table, words),
    unit: unitOf(column),
    width: WIDTHS[column.role],
    narrow: NARROW[column.role] ?? WIDTHS[column.role],
    isPinned: column.role === 'rank' || column.role === 'name',
    align: isNumber ? 'end' : 'start',
    descendsFirst: isNumber && column.role !== 'rank',
    cell: cellOf(column, table, report, words, format),
  };
}

function titleOf(column: RankedColumn, table: RankedTable, words: Words): string {
  const metricOf = (suffix: string): string => {
    const name = column.name.slice(0, -suffix.length);
    return columnNamed(table, name)?.label ?? name;
  };
  switch (column.role) {
    case 'rank':
      return words.roles.rank;
    case 'key':
    case 'name':
      return column.label === column.name ? words.roles[column.role] : column.label;
    case 'count':
      return isCountName(column.name) ? words.counts[column.name] : column.label;
    case 'threshold':
      return words.thresholdOf(metricOf('.threshold'));
    case 'shortfall':
      return words.shortfallOf(metricOf('.shortfall'));
    default:
      return column.label;
  }
}

function isCountName(name: string): name is 'failed' | 'passed' | 'unknown' {
  return name === 'failed' || name === 'passed' || name === 'unknown';
}

function unitOf(column: RankedColumn): string {
  const isPlain =
    column.kind === 'percent' ||
    column.role === 'count' ||
    column.role === 'rank' ||
    column.unit === 'number' ||
    column.unit === 'count';
  return isPlain ? '' : column.unit;
}

function cellOf(
  column: RankedColumn,
  table: RankedTable,
  report: Report,
  words: Words,
  format: Format,
): GridColumn['cell'] {
  if (column.store === 'texts') return (row) => column.at(row) ?? words.missing;
  if (column.store === 'codes') {
    return column.role === 'level'
      ? levelCell(column, labelOrder(report, column.name), words)
      : (row) => column.labels[column.codes[row] ?? -1] ?? words.missing;
  }
  if (column.role === 'metric') return metricCell(column, columnNamed(table, `${column.name}.state`), words, format);
  if (column.role === 'score') return scoreCell(column, report, format);
  const kind = column.role === 'shortfall' ? 'percent' : column.kind;
  if (column.role === 'rank') return rankCell(column, table, report, words, format);
  const write = format.column(column.values, kind);
  return (row) => shown(column.values[row], write);
}

/** Whoever has no score has a place in the list, but no rank. */
function rankCell(
  column: NumberColumn,
  table: RankedTable,
  report: Report,
  words: Words,
  format: Format,
): GridColumn['cell'] {
  const [score] = report.scores;
  const scores = score === undefined ? null : columnNamed(table, score.name);
  if (scores?.store !== 'numbers') return (row) => shown(column.values[row], format.count);
  const none = html`<span title=${words.notRanked} aria-label=${words.notRanked}>–</span>`;
  return (row) => (Number.isNaN(scores.values[row] ?? Number.NaN) ? none : shown(column.values[row], format.count));
}

function shown(value: number | undefined, say: (value: number) => string): string {
  return value === undefined || Number.isNaN(value) ? '–' : say(value);
}

function levelCell(column: CodeColumn, order: readonly string[], words: Words): GridColumn['cell'] {
  const chips = column.labels.map((label) => levelChip(label, order, words));
  const unknown = levelChip(null, order, words);
  return (row) => chips[column.codes[row] ?? -1] ?? unknown;
}

function metricCell(
  column: NumberColumn,
  states: RankedColumn | null,
  words: Words,
  format: Format,
): GridColumn['cell'] {
  const marks = STATES.map((state) => stateMark(state, words));
  const write = format.column(column.values, column.kind);
  return (row) => {
    const mark = states?.store === 'numbers' ? marks[states.values[row] ?? -1] : undefined;
    return html`<span class="value">${shown(column.values[row], write)}</span>${mark ?? ''}`;
  };
}

/** The bar runs from 0 to the most the score can reach. */
function scoreCell(column: NumberColumn, report: Report, format: Format): GridColumn['cell'] {
  const score = report.scores.find((candidate) => candidate.name === column.name);
  const most = Math.max(score?.attainable?.[1] ?? 0, score?.max ?? 0) || 1;
  return (row) => {
    const value = column.values[row] ?? Number.NaN;
    const width = Number.isNaN(value) ? 0 : Math.max(0, Math.min(1, value / most)) * 100;
    return html`<span class="score-bar" aria-hidden="true"><i .style=${`width: ${width.toFixed(1)}%`}></i></span
      ><span class="value">${shown(value, (known) => format.score(known))}</span>`;
  };
}
