import { type Random, shuffled } from '../random/draws.js';
import { generic } from '../rulebook/benchmarks.js';
import { judge } from '../rulebook/judge.js';
import { decisionMakers, decisionShare } from '../rulebook/measures.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { canDemote, canPromote, demote, promote } from './change.js';
import { figures } from './figures.js';
import { middle } from './interval.js';

/**
 * Brings the mean decision-maker share out, without moving any account across the benchmark. Each step
 * takes the one promotion or demotion that leaves the smallest difference, until none makes it smaller.
 */
export function settleMeanShare(accounts: readonly Account[], random: Random): void {
  const key = keyAccounts(accounts);
  const contacted = shuffled(
    key.filter(({ contacts }) => contacts.length > 0),
    random,
    'mean share',
  );
  let difference = middle(figures.meanShare) * key.length - key.reduce((sum, a) => sum + decisionShare(a), 0);
  for (;;) {
    const step = Math.sign(difference);
    const best = smallest(
      contacted.filter((account) => isFree(account, step)),
      (account) => Math.abs(difference - step / account.contacts.length),
    );
    if (best === undefined) return;
    const left = difference - step / best.contacts.length;
    if (Math.abs(left) >= Math.abs(difference)) return;
    if (step > 0) promote(best);
    else demote(best);
    difference = left;
  }
}

/** Whether one decision maker more (or fewer) is possible and leaves the account on its side. */
function isFree(account: Account, step: number): boolean {
  if (!(step > 0 ? canPromote(account) : canDemote(account))) return false;
  const now = judge(account, generic).passesShare;
  const then = (decisionMakers(account) + step) / account.contacts.length >= generic.share;
  return now === then;
}

function smallest<T>(list: readonly T[], by: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of list) if (best === undefined || by(item) < by(best)) best = item;
  return best;
}
