import { namedNumbers, type Drivers, type Limits, type NamedNumber } from '@benchbook/dsl';
import Big from 'big.js';
import { setPlace, type Place } from '../scenario/set-place.js';
import type { DriversResult, SeekPoint } from '../analysis-types.js';
import { figureOfData } from './figure-of-data.js';
import { shownFigure, shownPoint } from './shown-figure.js';
import type { WhatIfs } from './what-ifs.js';

/** What is wanted of a figure, and what a plan rests on, moves no figure about the data. */
const APART: ReadonlySet<NamedNumber['kind']> = new Set(['attain', 'plan']);

const STEP = new Big('0.1');
/** Weights are shares of one whole: a tenth of a small one would say nothing. */
const WEIGHT_STEP = new Big('0.05');

/**
 * Each number of the rulebook is moved alone, a step down and a step up, and the figure is told for both. A step is a tenth of the number, five percentage
 * points of a weight, at least one of what only comes whole; no number leaves its natural bounds.
 *
 * @throws DataError for a figure that only a plan comes to
 */
export async function rankDrivers(asked: Drivers, whatIfs: WhatIfs, signal: AbortSignal): Promise<DriversResult> {
  const { model } = whatIfs.run.plan;
  const figure = figureOfData(asked.figure, asked, model);
  const levels = new Set(model.levels.map(({ name }) => name));
  // How many failures make a level is no amount: a row that moves alone overlaps its neighbour, or leaves a gap.
  const numbers = namedNumbers(model).filter(
    ({ kind, owner }) => !APART.has(kind) && !(kind === 'edge' && levels.has(owner)),
  );
  const at = async (number: NamedNumber, value: Big): Promise<SeekPoint> => {
    signal.throwIfAborted();
    const place: Place = { text: number.path, paths: [number.path], span: asked.span };
    const [found = null] = await whatIfs.figures([figure], setPlace(place, value, asked.line), signal);
    return { ...shownPoint(value, number.unit), figure: shownFigure(figure, found) };
  };
  const [current = null] = await whatIfs.figures([figure], { applies: [], overrides: [] }, signal);
  const bars: DriversResult['bars'][number][] = [];
  const still: string[] = [];
  for (const number of numbers) {
    const [down, up] = stepped(number);
    const [low, high] = [await at(number, down), await at(number, up)];
    const values = [low.figure.value, high.figure.value, shownFigure(figure, current).value].flatMap(
      (one) => one ?? [],
    );
    const swing = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
    if (swing === 0) still.push(number.path);
    else bars.push({ path: number.path, file: model.file, line: number.line, low, high, swing });
  }
  return {
    name: asked.name,
    label: asked.label,
    file: model.file,
    line: asked.line,
    figure: asked.text,
    current: shownFigure(figure, current),
    bars: bars.sort((a, b) => b.swing - a.swing || a.line - b.line),
    still,
  };
}

function stepped(number: NamedNumber): readonly [Big, Big] {
  const { value, bounds } = number;
  const step = stepOf(number);
  return [clipped(value.minus(step), bounds), clipped(value.plus(step), bounds)];
}

function stepOf({ kind, value, whole }: NamedNumber): Big {
  if (kind === 'weight') return WEIGHT_STEP;
  const tenth = value.eq(0) ? STEP : value.abs().times(STEP);
  return whole ? max(tenth.round(0), new Big(1)) : tenth;
}

const max = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

function clipped(value: Big, { low, high }: Limits): Big {
  if (low !== null && value.lt(low)) return low;
  return high !== null && value.gt(high) ? high : value;
}
