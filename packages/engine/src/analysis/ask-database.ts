import { rankedEntities } from '../run/report/ranking.js';
import { breakdowns, wholeTally } from '../run/report/breakdowns.js';
import type { Executed } from '../run/execute.js';
import type { WhatIf, WhatIfOptions } from '../what-if-types.js';
import { diffRuns } from './run-diff.js';

/** The census and the pass rates, of everybody and of each group, as the database counts them. */
export async function countedByDatabase(run: Executed): Promise<Pick<WhatIf, 'whole' | 'breakdowns'>> {
  const [whole, groups] = await Promise.all([wholeTally(run), breakdowns(run)]);
  return { whole, breakdowns: groups };
}

/** Who comes first and who moved, as many as are asked for. */
export async function listedByDatabase(
  before: Executed,
  after: Executed,
  { top = 0, movers = 0, language = 'en' }: WhatIfOptions,
): Promise<Pick<WhatIf, 'top' | 'diff'>> {
  return {
    top: top > 0 ? await rankedEntities(after, top) : [],
    diff: movers > 0 ? await diffRuns(before, after, movers, language) : null,
  };
}
