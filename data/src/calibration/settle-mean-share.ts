import { type Random, shuffled } from '../random/draws.js';
import { generic } from '../rulebook/benchmarks.js';
import { judge } from '../rulebook/judge.js';
import { decisionMakers, decisionShare } from '../rulebook/measures.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { canDemote, canPromote, demote, promote } from './change.js';
import { figures } from './figures.js';
import { middle } from './interval.js';
import { fewContacts } from './settle-risk.js';

/** When the sum of shares is this close, exchanging is too coarse and single moves finish the work. */
const close = 0.2;

/** Brings the mean decision-maker share out, with as many accounts above the benchmark as before. */
export function settleMeanShare(accounts: readonly Account[], random: Random): void {
  const key = keyAccounts(accounts);
  const sum = (): number => key.reduce((sum, account) => sum + decisionShare(account), 0);
  const wanted = middle(figures.meanShare) * key.length;
  exchange(key, wanted - sum(), random);
  finish(key, wanted - sum(), random);
}

/**
 * Lets a decision maker be known at another account instead. Between accounts with few contacts, one
 * falls below the benchmark and one rises above it, and the sum changes by the difference of two shares.
 */
function exchange(key: readonly Account[], difference: number, random: Random): void {
  const few = key.filter(
    (account) => account.contacts.length <= fewContacts && judge(account, generic).passesDensity && !isWide(account),
  );
  const givers = shuffled(few, random, 'give').filter((account) => decisionMakers(account) === 1);
  const takers = new Set(shuffled(few, random, 'take').filter((account) => decisionMakers(account) === 0));
  let left = difference;
  for (const giver of givers) {
    if (Math.abs(left) < close) return;
    const change = (taker: Account): number => 1 / taker.contacts.length - 1 / giver.contacts.length;
    const taker = [...takers].find((taker) => Math.abs(left - change(taker)) < Math.abs(left));
    if (taker === undefined) continue;
    left -= change(taker);
    takers.delete(taker);
    demote(giver);
    promote(taker);
  }
}

/**
 * Moves single decision makers where there are many contacts and a share changes little. Each step takes
 * the move that leaves the smallest difference, until none makes it smaller.
 */
function finish(key: readonly Account[], difference: number, random: Random): void {
  const many = shuffled(key, random, 'finish').filter(({ contacts }) => contacts.length > fewContacts);
  for (let left = difference; ;) {
    const step = Math.sign(left);
    const after = (account: Account): number => left - step / account.contacts.length;
    const best = smallest(
      many.filter((account) => staysOnItsSide(account, step)),
      (account) => Math.abs(after(account)),
    );
    if (best === undefined || Math.abs(after(best)) >= Math.abs(left)) return;
    left = after(best);
    if (step > 0) promote(best);
    else demote(best);
  }
}

/** Whether one decision maker more (or fewer) is possible and leaves the account on its side. */
function staysOnItsSide(account: Account, step: number): boolean {
  if (!(step > 0 ? canPromote(account) : canDemote(account))) return false;
  const share = (decisionMakers(account) + step) / account.contacts.length;
  return judge(account, generic).passesShare === share >= generic.share;
}

/** Accounts that pass coverage are no part of an exchange: there, the share decides the level. */
function isWide(account: Account): boolean {
  return judge(account, generic).passesCoverage;
}

function smallest<T>(list: readonly T[], by: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of list) if (best === undefined || by(item) < by(best)) best = item;
  return best;
}
