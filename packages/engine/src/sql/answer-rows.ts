import type { Benchmark, Constant, DecisionTable, Quantity, Threshold } from '@benchbook/dsl';
import { toBase } from '../plan/units.js';
import { fingerprint } from '../plan/values.js';
import { givenBy } from './compile-table.js';
import { named } from './names.js';

/**
 * A column that holds the row which answers for some outputs of a table. Of several rows that may hold, all can give the same label and
 * not the same points: then the label is certain and the points are not, and each has a row of its own.
 */
export interface AnswerRow {
  readonly as: string;
  /** What each row gives of these outputs, as a text that equal outcomes share. */
  readonly gives: readonly string[];
}

/** The name of the column that holds the row for the n-th output of a band, a tier or a level. */
export function rowName(base: string, table: DecisionTable<Constant | null>, output: number): string {
  return nameFor(base, table, output, (at) => givenBy(table, at));
}

/** All such columns of a band, a tier or a level; the first is that of its label. */
export function answerRows(base: string, table: DecisionTable<Constant | null>): readonly AnswerRow[] {
  return rowsFor(base, table, (at) => givenBy(table, at));
}

/** The name of the column that holds the row by which a benchmark judges its n-th metric. */
export function benchmarkRowName({ name, table }: Benchmark, outcome: number): string {
  return nameFor(named.benchmarkRow(name), table, outcome, (at) => thresholdsOf(table, at));
}

export function benchmarkRows({ name, table }: Benchmark): readonly AnswerRow[] {
  return rowsFor(named.benchmarkRow(name), table, (at) => thresholdsOf(table, at));
}

type Gives = (output: number) => readonly string[];

function rowsFor(base: string, table: DecisionTable<unknown>, gives: Gives): readonly AnswerRow[] {
  const rows = table.outputs.map((_, output) => ({ as: nameFor(base, table, output, gives), gives: gives(output) }));
  return rows.filter(({ as }, index) => rows.findIndex((other) => other.as === as) === index);
}

/** The text that explains a level goes with its label. */
function nameFor(base: string, { outputs }: DecisionTable<unknown>, output: number, gives: Gives): string {
  const name = outputs[output]?.name ?? '';
  return name === 'because' || shape(gives(output)) === shape(gives(0)) ? base : `${base}.${name}`;
}

/** Which rows give the same, whatever it is. */
export const shape = (gives: readonly string[]): string => gives.map((one) => gives.indexOf(one)).join();

/** What each row asks of the n-th metric, as a text that equal thresholds share. */
export function thresholdsOf({ rows }: DecisionTable<Threshold | null>, outcome: number): readonly string[] {
  return rows.map(({ outcomes }) => written(outcomes[outcome] ?? null));
}

function written(threshold: Threshold | null): string {
  if (threshold === null) return '-';
  if (threshold.kind === 'peers')
    return [
      threshold.operator,
      digits(threshold.percentile),
      ...threshold.within.map((one) => fingerprint(one.expression)),
    ].join(' ');
  if (threshold.kind === 'bound') return `${threshold.operator} ${digits(threshold.quantity)}`;
  return `${digits(threshold.low)}..${threshold.highIncluded ? '' : '<'}${digits(threshold.high)}`;
}

const digits = (quantity: Quantity): string => toBase(quantity).toFixed();
