import type { LevelReport, ShowResult } from '@benchbook/engine/results';
import { html } from './dom.js';
import { bars } from './bars.js';
import { distribution } from './distribution.js';
import { emptyFigure, type ChartOptions } from './figure.js';
import { fan } from './fan.js';
import { gantt } from './gantt.js';
import { heatmap } from './heatmap.js';
import { line } from './line.js';
import { list } from './list.js';
import { scatter } from './scatter.js';
import { cellWriter, countBeside, distinct, drawn, formatCell, numberAt, shapeOf, textAt } from './show-table.js';

export interface ShowData {
  readonly show: ShowResult;
  readonly levels: readonly LevelReport[];
  /** The rule as written, where the title is not its text. */
  readonly rule: string | null;
}

/** Draws a rulebook's `show` in the form it asks for, with its text quietly below the title. */
export function show({ show, levels, rule }: ShowData, options: ChartOptions): HTMLElement {
  const drawn = drawShow(show, levels, options);
  if (rule !== null) drawn.querySelector('figcaption')?.append(html('code', { class: 'rule-text' }, rule));
  return drawn;
}

function drawShow(show: ShowResult, levels: readonly LevelReport[], options: ChartOptions): HTMLElement {
  if (show.rows.length === 0) return emptyFigure(show.title, show.because ?? options.words.emptyShow);
  switch (show.form) {
    case 'bars':
      return isAdditive(show) ? bars(show, levels, options) : grid(show, levels, options);
    case 'table':
      return list(show, levels, options);
    case 'heatmap':
    case 'matrix':
      return grid(show, levels, options);
    case 'distribution':
      return spread(show, levels, options);
    case 'scatter':
      return scatter(show, levels, options);
    case 'line':
      return line(show, options);
    case 'fan':
      return fan(show, options);
    case 'gantt':
      return gantt(show, options);
  }
}

/**
 * Two text columns, a value and perhaps a count: a heatmap. One text column and several numbers: a matrix whose columns are
 * the numbers. Anything else is listed.
 */
function grid(show: ShowResult, levels: readonly LevelReport[], options: ChartOptions): HTMLElement {
  const { words, format } = options;
  const { texts, numbers } = shapeOf(show);
  const [downAt, acrossAt] = texts;
  const values = drawn(show, numbers);
  const [valueAt] = values;
  if (downAt === undefined || valueAt === undefined) return list(show, levels, options);
  const countAt = countBeside(show, numbers);
  const isShare = show.columns[valueAt]?.kind === 'percent';
  const noteOf = (row: ShowResult['rows'][number]): string | null => {
    if (countAt === null) return null;
    const count = formatCell(row[countAt], 'count', format);
    return isShare ? words.ofCount(count) : words.countOf(count);
  };
  const rows = distinct(show, downAt, words.missing);
  const shown = {
    title: show.title,
    corner: texts.map((place) => show.columns[place]?.label ?? '').join(' × '),
    rows,
    format: cellWriter(show, valueAt, format),
    ...(isShare ? { scale: { low: 0, high: 1 } } : {}),
  };
  const downOf = (row: ShowResult['rows'][number]): number => rows.indexOf(textAt(row, downAt, words.missing));
  if (acrossAt === undefined) {
    const cells = show.rows.flatMap((row) =>
      values.flatMap((place, column) => cellOf(downOf(row), column, numberAt(row, place), null)),
    );
    // One count stands for all the cells of a row: it has a column of its own.
    const counts =
      countAt === null
        ? null
        : {
            label: show.columns[countAt]?.label ?? '',
            shown: rows.map((_, down) => {
              const row = show.rows.find((candidate) => downOf(candidate) === down);
              return formatCell(row?.[countAt], 'count', format);
            }),
          };
    const columns = values.map((place) => show.columns[place]?.label ?? '');
    return heatmap({ ...shown, columns, cells, counts }, options);
  }
  const columns = distinct(show, acrossAt, words.missing);
  const cells = show.rows.flatMap((row) =>
    cellOf(downOf(row), columns.indexOf(textAt(row, acrossAt, words.missing)), numberAt(row, valueAt), noteOf(row)),
  );
  return heatmap({ ...shown, columns, cells }, options);
}

/** Only counts may be stacked: the parts of a mean do not add up to it. */
function isAdditive(show: ShowResult): boolean {
  const { texts, numbers } = shapeOf(show);
  const values = drawn(show, numbers);
  return values.every((place) => show.columns[place]?.kind === 'count') || (texts.length < 2 && values.length === 1);
}

function cellOf(row: number, column: number, value: number | null, note: string | null) {
  return value === null ? [] : [{ row, column, value, note }];
}

/** Bins as rows of low, high and count; anything else is listed. */
function spread(show: ShowResult, levels: readonly LevelReport[], options: ChartOptions): HTMLElement {
  const { numbers } = shapeOf(show);
  const [lowAt, highAt, countAt] = numbers;
  if (lowAt === undefined || highAt === undefined || countAt === undefined) return list(show, levels, options);
  const read = show.rows.map((row) => ({
    low: numberAt(row, lowAt),
    high: numberAt(row, highAt),
    count: numberAt(row, countAt) ?? 0,
  }));
  const bins = read.flatMap(({ low, high, count }) =>
    low === null || high === null || high <= low ? [] : [{ low, high, count }],
  );
  const zero = read.reduce((sum, { low, high, count }) => sum + (low === 0 && high === 0 ? count : 0), 0);
  const positive = bins.filter((bin) => bin.low > 0);
  const first = positive[0];
  const isLog =
    first !== undefined && positive.length === bins.length && (positive.at(-1)?.high ?? 0) / first.low > 100;
  const kind = show.columns[lowAt]?.kind === 'percent' ? 'percent' : 'number';
  const spreadOver = { scale: isLog ? ('log' as const) : ('linear' as const), zero, bins };
  return distribution(
    {
      title: show.title,
      name: show.title,
      kind,
      distribution: spreadOver,
      benchmarks: [],
      marks: [],
      zeroDisplay: options.format.count(zero),
    },
    options,
  );
}
