import { NO_ENTRIES, numberIndex, valueAt, type Model, type NamedNumber } from '@benchbook/dsl';
import type Big from 'big.js';

/** A number of the rules and where it stands, under the scenario that the model stands for. */
export interface Standing {
  readonly number: NamedNumber;
  /** null: nothing is asked there at present. */
  readonly value: Big | null;
}

/** The numbers that paths name; other things with paths are left out. */
export function standingAt(model: Model, paths: readonly string[]): readonly Standing[] {
  const index = numberIndex(model.scenario?.base ?? model);
  return paths.flatMap((path) => {
    const number = index.number(path);
    return number === undefined ? [] : [{ number, value: valueAt(index, model.scenario?.entries ?? NO_ENTRIES, path) }];
  });
}

/** The metric that a threshold asks. */
export const metricOf = ({ column }: NamedNumber): string => column?.split('.', 1)[0] ?? '';
