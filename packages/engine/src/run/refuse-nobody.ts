import { DataError, notice } from '../notices/notice.js';
import { whereOf } from '../notices/where.js';
import type { Executed } from './execute.js';

/** @throws DataError when nobody is in the population */
export function refuseNobody({ plan, size, candidates }: Executed): void {
  if (size > 0) return;
  const { dropped, unknown, kept } = candidates;
  const { name, source } = plan.population;
  throw new DataError([
    notice(
      'R302',
      { population: name, source, of: dropped + unknown + kept, dropped, unknown },
      whereOf(plan.model, plan.population),
    ),
  ]);
}
