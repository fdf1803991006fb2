import type { Random } from '../random/draws.js';
import type { Account } from '../world/account.js';
import { placeLeaders } from './place-leaders.js';
import { scaleRevenue } from './scale-revenue.js';
import { settleDepartments } from './settle-departments.js';
import { settleMeanShare } from './settle-mean-share.js';
import { settleRisk } from './settle-risk.js';
import { settleSilence } from './settle-silence.js';

/**
 * Adjusts a drawn world, in place and as little as it can, until the published figures come out.
 * The order matters: each step leaves alone what the steps before it settled.
 */
export function calibrate(accounts: readonly Account[], random: Random): void {
  // How many contacts there are, and what they are divided by.
  placeLeaders(accounts, random);
  settleSilence(accounts, random);
  scaleRevenue(accounts);
  // Who the contacts are: first across the thresholds, then within them.
  settleRisk(accounts, random);
  settleDepartments(accounts, random);
  settleMeanShare(accounts, random);
}
