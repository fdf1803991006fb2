import type { Drivers, Inverse, Seek, Sweep } from '@benchbook/dsl';
import type { FigureAt, SeekPoint, SweepResult } from '../analysis-types.js';
import type { CellFigure, CellResult, Statement } from '../notebook-types.js';
import { DataError, toNotice } from '../notices/notice.js';
import type { ShowResult } from '../results.js';
import { figureOf } from './census.js';
import type { Runs } from './runs.js';
import { wordsOf, type Words } from './words.js';

/** The figures of a sweep: over one number a line each, over two a heatmap each. */
export async function sweepResults(asked: Sweep, runs: Runs, under: string | null): Promise<readonly CellResult[]> {
  return answered(runs, async () => {
    const answer = await runs.workbook.sweep(runs.model(under), asked, runs.stopped);
    return answer.figures.map((_, figure) => sweepFigure(answer, figure, wordsOf(runs.language)));
  });
}

function sweepFigure(answer: SweepResult, figure: number, words: Words): CellFigure {
  const { name, label, axes, rows, file, line } = answer;
  const text = answer.figures[figure] ?? '';
  const values = rows.flatMap(({ figures }) => figures[figure] ?? []);
  return figureOf({
    id: figure === 0 ? name : `${name}-${figure}`,
    title: label ?? words.sweep(text, axes.map((axis) => axis.text).join(' × ')),
    form: axes.length === 1 ? 'line' : 'heatmap',
    file,
    line,
    columns: [
      ...axes.map((axis, at) => ({ name: `axis${at}`, label: axis.text, kind: 'text' as const })),
      { name: 'value', label: text, kind: kindOf(values) },
    ],
    rows: rows.map(({ at, figures }) => [
      ...axes.map(({ points }, axis) => points[at[axis] ?? 0]?.display ?? ''),
      figures[figure]?.value ?? null,
    ]),
  });
}

/** Told by how reports write them. */
function kindOf(values: readonly FigureAt[]): ShowResult['columns'][number]['kind'] {
  if (values.some(({ display }) => display.endsWith('%'))) return 'percent';
  return values.every(({ value }) => value === null || Number.isInteger(value)) ? 'count' : 'number';
}

/** Whether and where a goal is met. */
export async function seekResults(asked: Seek, runs: Runs, under: string | null): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  return answered(runs, async () => {
    const { place, goal, found, nearest, current, met } = await runs.workbook.seek(
      runs.model(under),
      asked,
      runs.stopped,
    );
    const said = (point: SeekPoint): readonly [string, string, string] => [place, point.display, point.figure.display];
    const statements: Statement[] = [];
    if (found !== null) statements.push({ about: 'target', text: words.found(goal, ...said(found)), met: true });
    else if (nearest !== null)
      statements.push({ about: 'target', text: words.nearest(goal, ...said(nearest)), met: false });
    else statements.push({ about: 'target', text: words.untold(goal), met: null });
    if (current !== null) statements.push({ about: 'target', text: words.stands(...said(current)), met });
    return [{ kind: 'statements', statements }];
  });
}

/** Thresholds that meet a goal alone, with what each would have to be, the smallest change first; then how near the nearest of the others come. */
export async function inverseResults(asked: Inverse, runs: Runs, under: string | null): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  return answered(runs, async () => {
    const { name, label, goal, current, ways, file, line } = await runs.workbook.inverse(
      runs.model(under),
      asked,
      runs.stopped,
    );
    const able = ways.filter(({ found }) => found !== null);
    const [near] = ways;
    if (near === undefined) return statement(words.nothingAsked, null);
    if (able.length === 0)
      return statement(
        near.nearest === null
          ? words.untold(goal)
          : `${words.noWay(goal)}; ${words.stands(near.path, near.nearest.display, near.nearest.figure.display)}`,
        near.nearest === null ? null : false,
      );
    const title = label ?? words.inverse(goal, current.display);
    return [
      figureOf({
        id: name,
        title,
        form: 'table',
        file,
        line,
        columns: [
          { name: 'threshold', label: words.threshold, kind: 'text' },
          { name: 'now', label: words.now, kind: 'text' },
          { name: 'needed', label: words.needed, kind: 'text' },
          { name: 'change', label: words.change, kind: 'percent' },
          { name: 'figure', label: words.figure, kind: kindOf(able.flatMap(({ found }) => found?.figure ?? [])) },
        ],
        rows: able
          .slice(0, LISTED)
          .map(({ path, scaled, thresholds, current: now, found, change }) => [
            scaled ? words.scaled(path, thresholds) : path,
            now.display,
            found?.display ?? '',
            change,
            found?.figure.value ?? null,
          ]),
      }),
    ];
  });
}

const statement = (text: string, met: boolean | null): readonly CellResult[] => [
  { kind: 'statements', statements: [{ about: 'target', text, met }] },
];

/** Numbers that are named: a reader looks no further. */
const LISTED = 12;

/** The numbers that move a figure most. */
export async function driversResults(asked: Drivers, runs: Runs, under: string | null): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  return answered(runs, async () => {
    const { name, label, figure, current, bars, file, line } = await runs.workbook.drivers(
      runs.model(under),
      asked,
      runs.stopped,
    );
    if (bars.length === 0)
      return [{ kind: 'statements', statements: [{ about: 'change', text: words.undriven(figure), met: null }] }];
    const swings = kindOf(bars.map(({ high }) => high.figure));
    return [
      figureOf({
        id: name,
        title: label ?? words.drivers(figure, current.display),
        form: 'table',
        file,
        line,
        columns: [
          { name: 'path', label: words.number, kind: 'text' },
          { name: 'down', label: words.down, kind: 'text' },
          { name: 'up', label: words.up, kind: 'text' },
          { name: 'swing', label: words.swing, kind: swings },
        ],
        rows: bars.slice(0, LISTED).map(({ path, low, high, swing }) => [path, told(low), told(high), swing] as const),
      }),
    ];
  });
}

const told = ({ display, figure }: SeekPoint): string => `${display}: ${figure.display}`;

/** What keeps a question from being answered is told in its place. */
async function answered(
  { language }: Runs,
  answer: () => Promise<readonly CellResult[]>,
): Promise<readonly CellResult[]> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.notices.map((found) => ({ kind: 'notice', notice: toNotice(found, language) }));
  }
}
