import { mean } from '../rulebook/judge.js';
import { density } from '../rulebook/measures.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { figures } from './figures.js';
import { middle } from './interval.js';

/**
 * Multiplies every revenue by one factor, so that the mean density comes out. Density is contacts over
 * revenue, so the factor is exact; ranks, the cut and every other metric stay as they are.
 */
export function scaleRevenue(accounts: readonly Account[]): void {
  const factor = mean(keyAccounts(accounts).map(density)) / middle(figures.meanDensity);
  for (const account of accounts) account.revenue = Math.round(account.revenue * factor);
}
