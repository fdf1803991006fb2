import { check, parse, type Uncertain } from '@benchbook/dsl';
import { createHash } from 'node:crypto';
import { drawColumns, type Draw } from '../../../src/projection/random/draw-columns.js';
import type { KnownValues } from '../../../src/projection/random/quantile-of.js';

/** What a rulebook of these lines says is uncertain. */
export function uncertain(...params: readonly string[]): readonly Uncertain[] {
  const { model, diagnostics } = check(parse('random.bench', `${SOURCE}\n${params.join('\n')}\n`));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (model === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return model.planning.uncertain;
}

const SOURCE = `source orders from "orders.csv" key order_id
  | column   | type      |
  | order_id | text      |
  | amount   | money CNY |`;

type Drawn = Extract<Draw, { kind: 'drawn' }>;

export function drawn(...[params, design, known]: Parameters<typeof drawColumns>): Drawn {
  const draw = drawColumns(params, design, known);
  if (draw.kind === 'refused') throw new Error(JSON.stringify(draw.refusals));
  return draw;
}

export const nothingKnown: KnownValues = () => new Float64Array();

export const hashOf = (column: Float64Array): string =>
  createHash('sha256').update(new Uint8Array(column.buffer)).digest('hex').slice(0, 16);

export const meanOf = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / column.length;

export const deviationOf = (column: Float64Array): number => {
  const mean = meanOf(column);
  return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (column.length - 1));
};

/** Simpson's rule over 2,000 intervals. */
export function integral(of: (x: number) => number, from: number, to: number): number {
  const step = (to - from) / 2000;
  let sum = of(from) + of(to);
  for (let index = 1; index < 2000; index++) sum += (index % 2 === 1 ? 4 : 2) * of(from + index * step);
  return (sum * step) / 3;
}
