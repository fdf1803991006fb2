import Big from 'big.js';
import type { Expression, Figure } from '@benchbook/dsl';
import type { FigureValue } from '../run/figure-value.js';
import type { Tally } from '../what-if-types.js';

/** Told from the census and the pass rates of a population; null where that has no value. Undefined: they do not tell it. */
export function countedFigure(figure: Figure, population: string, whole: Tally): FigureValue | null | undefined {
  if (figure.kind === 'attainment' && figure.population === population) return attainment(figure, whole);
  if (figure.kind !== 'tally' || figure.population !== population) return undefined;
  if (figure.where === null) return figure.name === 'count' ? fraction(whole.count, 1) : undefined;
  const asked = labelIn(figure.where);
  const counts = asked === null ? undefined : whole.levels[asked.level];
  if (asked === null || counts === undefined) return undefined;
  const { unknown = 0, [asked.label]: count = 0 } = counts;
  return figure.name === 'count' ? fraction(count, 1) : fraction(count, whole.count - unknown);
}

/** Whether counts may tell a figure, before anything is counted. */
export const isCounted = (figure: Figure, population: string, levels: readonly string[]): boolean =>
  countedFigure(figure, population, {
    count: 0,
    levels: Object.fromEntries(levels.map((level) => [level, {}])),
    metrics: {},
  }) !== undefined;

/** `risk = high`. */
function labelIn(where: Expression): { readonly level: string; readonly label: string } | null {
  if (where.kind !== 'compare' || where.operator !== '=') return null;
  const { left, right } = where;
  if (left.kind !== 'given' || left.by !== 'level') return null;
  if (right.kind !== 'constant' || right.constant.kind !== 'text') return null;
  // Counts have those whose level cannot be told under this word.
  return right.constant.text === 'unknown' ? null : { level: left.name, label: right.constant.text };
}

function attainment({ name, metric }: Extract<Figure, { kind: 'attainment' }>, whole: Tally): FigureValue | null {
  const states = whole.metrics[metric];
  if (states === undefined) return null;
  const { passed, failed, unknown } = states;
  if (name === 'unknown') return fraction(unknown, whole.count);
  return fraction(name === 'passed' ? passed : failed, passed + failed);
}

const fraction = (numerator: number, denominator: number): FigureValue | null =>
  denominator === 0 ? null : { numerator: new Big(numerator), denominator: new Big(denominator) };
