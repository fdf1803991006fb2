import type { Level, Metric } from '@benchbook/dsl';
import type { CellFigure, CellResult } from '../notebook-types.js';
import type { LevelReport, ShowResult } from '../results.js';
import type { Runs } from './runs.js';
import { wordsOf } from './words.js';

/** A small table as cells show it. */
export function figureOf(
  parts: Pick<ShowResult, 'id' | 'title' | 'form' | 'columns' | 'rows'> & {
    readonly file: string;
    readonly line: number;
    readonly because?: string | null;
  },
  levels: readonly LevelReport[] = [],
): CellFigure {
  return { kind: 'figure', figure: { because: null, ...parts }, levels };
}

/** How many stand at each label of a level, those that cannot be told last. */
export const countsAt = (level: LevelReport, unknown: string): readonly (readonly [label: string, count: number])[] => [
  ...level.labels.map(({ label, count }) => [label, count] as const),
  ...(level.unknown > 0 ? [[unknown, level.unknown] as const] : []),
];

/** The census of a level that a cell declares. */
export async function censusFigure({ name }: Level, runs: Runs, under: string | null): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  const { report } = await runs.judged(under, null);
  const level = report.level_details.find((one) => one.name === name);
  if (level === undefined) return [];
  const title = level.label ?? level.name;
  return [
    figureOf({
      id: `census-${name}`,
      title: words.census(title),
      form: 'bars',
      file: level.file,
      line: level.line,
      columns: [
        { name, label: title, kind: 'text' },
        { name: 'count', label: words.count, kind: 'count' },
      ],
      rows: countsAt(level, words.unknown),
    }),
  ];
}

/** What a metric that a cell declares comes to. */
export async function metricsFigure(
  { name }: Metric,
  runs: Runs,
  under: string | null,
): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  const { report } = await runs.judged(under, null);
  const found = report.metrics[name];
  if (found === undefined) return [];
  return [
    figureOf({
      id: `metric-${name}`,
      title: found.label ?? name,
      form: 'table',
      file: found.file,
      line: found.line,
      columns: [
        { name: 'mean', label: words.mean, kind: 'text' },
        { name: 'median', label: words.median, kind: 'text' },
        { name: 'zero', label: words.zero, kind: 'percent' },
        { name: 'passed', label: words.passed, kind: 'percent' },
      ],
      rows: [[found.display.mean, found.display.median, found.zero_share, found.pass_rate]],
    }),
  ];
}
