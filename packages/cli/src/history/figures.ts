import type { Report } from '@benchbook/engine';
import { count, fixed, NONE, percent } from '../document/figures.js';

/** A figure of a whole run, called as the language would ask for it: `count(risk = high)`. */
export interface Figure {
  readonly measure: string;
  readonly value: number | null;
  readonly display: string;
  /** How a difference of two such figures is written. */
  readonly write: (value: number) => string;
}

/** Every figure that a report gives of its population: size, census, means and pass rates, scores, targets. */
export function figuresOf({ population, level_details: levels, metrics, scores, targets }: Report): readonly Figure[] {
  return [
    figure(`count(${population.name})`, population.size, count),
    ...levels.flatMap(({ name, labels, unknown }) => [
      ...labels.map((one) => figure(`count(${name} = ${one.label})`, one.count, count)),
      ...(unknown > 0 ? [figure(`count(${name} is missing)`, unknown, count)] : []),
    ]),
    ...Object.entries(metrics).flatMap(([name, { mean, display, kind, pass_rate: rate }]) => [
      { ...figure(`mean(${name})`, mean, kind === 'percent' ? points : fixed), display: display.mean },
      ...(rate === null ? [] : [figure(`passed(${name})`, rate, points)]),
    ]),
    ...scores.map(({ name, mean }) => figure(`mean(${name})`, mean, fixed)),
    ...targets.flatMap(({ name, rows }) =>
      rows.map((row) => ({
        ...figure(`${name}: ${row.text}`, row.value, row.display.endsWith('%') ? points : fixed),
        display: row.value === null ? NONE : row.display,
      })),
    ),
  ];
}

/** Shares differ by percentage points. */
const points = (value: number): string => `${fixed(value * 100)} pp`;

function figure(measure: string, value: number | null, write: Figure['write']): Figure {
  const shown = write === points ? percent : write;
  return { measure, value, display: value === null ? NONE : shown(value), write };
}

/** `+1.20 pp`, `-38`; nothing where there is no difference, or nothing to take one of. */
export function change(before: Figure | undefined, after: Figure | undefined): string {
  if (before?.value == null || after?.value == null || before.value === after.value) return '';
  const by = after.value - before.value;
  return `${by > 0 ? '+' : '-'}${after.write(Math.abs(by))}`;
}

const BARS = '▁▂▃▄▅▆▇█';

/** The course of a figure as a row of bars from its least to its most; a gap where it has no value. */
export function course(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values
    .map((value) => {
      if (value === null) return ' ';
      const step = high === low ? 0 : Math.round(((value - low) / (high - low)) * (BARS.length - 1));
      return BARS[step] ?? '';
    })
    .join('');
}
