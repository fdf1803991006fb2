import type { Model } from '@benchbook/dsl';
import type { PlanResult } from '../../planning-types.js';
import type { DataSource } from '../../projection/figures/asked-data.js';
import { workOut } from './work-out.js';

/** A plan at the values of its numbers. */
export async function planned(model: Model, source: DataSource, signal: AbortSignal): Promise<PlanResult> {
  const { result } = await workOut(model, source, signal);
  return { ...result, simulations: [] };
}
