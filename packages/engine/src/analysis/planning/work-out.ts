import type { Model } from '@benchbook/dsl';
import type { PlanResult } from '../../planning-types.js';
import { AskedData, type DataSource } from '../../projection/figures/asked-data.js';
import { PlanValues } from '../../projection/figures/plan-values.js';
import { Numbers } from '../../projection/values/numbers.js';
import { planResult } from './plan-result.js';

/** Everything that is asked of a plan, with the data it took. */
export interface WorkedOut {
  readonly result: Omit<PlanResult, 'simulations' | 'optimisations'>;
  readonly data: AskedData;
}

/** Works a plan out at the values of its numbers: as often as it takes to have read all the data it asks for. */
export async function workOut(model: Model, source: DataSource, signal: AbortSignal): Promise<WorkedOut> {
  const data = new AskedData();
  for (;;) {
    signal.throwIfAborted();
    const otherwise = (numbers: ReadonlyMap<string, number>): PlanValues =>
      new PlanValues(model, new Numbers(1, numbers), data);
    const result = planResult(model, otherwise);
    if (!(await data.read(source))) return { result, data };
  }
}
