import { type Random, shuffled } from '../random/draws.js';
import { coveredDepartments } from '../rulebook/measures.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { canWiden, narrow, widen } from './change.js';
import { figures } from './figures.js';

/** Two covered departments fail the benchmark and three pass it: below, coverage moves no level. */
const most = 2;

/** Brings the number of covered departments out by moving contacts of accounts that fail coverage anyway. */
export function settleDepartments(accounts: readonly Account[], random: Random): void {
  const key = keyAccounts(accounts);
  const covered = (account: Account): number => coveredDepartments(account).length;
  const failing = shuffled(
    key.filter((account) => covered(account) <= most),
    random,
    'departments',
  );
  let change = figures.coveredDepartments.from - key.reduce((sum, account) => sum + covered(account), 0);

  // One a round and account, so that the change is spread thin.
  for (let moved = true; change !== 0 && moved;) {
    moved = false;
    for (const account of failing) {
      if (change > 0 && covered(account) < most && canWiden(account)) {
        widen(account, random);
        change -= 1;
        moved = true;
      } else if (change < 0 && covered(account) > 0) {
        narrow(account, random);
        change += 1;
        moved = true;
      }
    }
  }
}
