import { type Random, shuffled } from '../random/draws.js';
import { generic, industryBenchmark } from '../rulebook/benchmarks.js';
import { judge } from '../rulebook/judge.js';
import { coveredDepartments } from '../rulebook/measures.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { canWiden, demote, narrow, promote, widen } from './change.js';
import { figures } from './figures.js';

/** Up to here one decision maker passes the share, from the next number on he does not. */
export const fewContacts = Math.floor(1 / generic.share);

const passesShare = (account: Account): boolean => judge(account, generic).passesShare;
const passesCoverage = (account: Account): boolean => judge(account, generic).passesCoverage;
const passesDensity = (account: Account): boolean => judge(account, generic).passesDensity;

/**
 * Brings the risk census out. An account without contacts fails everything; one with contacts nearly
 * always passes density. So a medium account passes exactly one of coverage and share, the low one
 * passes both, and three counts settle the census: passing coverage, both, and share.
 */
export function settleRisk(accounts: readonly Account[], random: Random): void {
  const contacted = keyAccounts(accounts).filter(({ contacts }) => contacts.length > 0);
  for (const account of contacted) if (!passesDensity(account)) narrowUntilFailing(account, random);

  const candidates = contacted.filter(passesDensity);
  settleCoverage(candidates, random);
  settleBoth(candidates, random);
  settleShare(candidates, random);
}

function settleCoverage(candidates: readonly Account[], random: Random): void {
  const passing = shuffled(candidates.filter(passesCoverage), random, 'narrow');
  const change = figures.passingCoverage.from - passing.length;
  for (const account of passing.slice(0, Math.max(0, -change))) narrowUntilFailing(account, random);

  const nearly = candidates.filter((account) => coveredDepartments(account).length === 2 && canWiden(account));
  for (const account of shuffled(nearly, random, 'widen').slice(0, Math.max(0, change))) widen(account, random);
}

/** Exactly one account passes everything, and it does not under its industry's own benchmark. */
function settleBoth(candidates: readonly Account[], random: Random): void {
  const passing = shuffled(candidates.filter(passesCoverage), random, 'both');
  const chosen = passing.find((account) => !judge(account, industryBenchmark(account.industry)).passesCoverage);
  for (const account of passing) {
    if (account === chosen) promoteUntilPassing(account);
    else demoteUntilFailing(account);
  }
}

function settleShare(candidates: readonly Account[], random: Random): void {
  const passing = candidates.filter(passesShare);
  const change = figures.passingShare.from - passing.length;
  const movable = shuffled(
    passing.filter((account) => !passesCoverage(account)),
    random,
    'demote',
  );
  for (const account of movable.slice(0, Math.max(0, -change))) demoteUntilFailing(account);

  // One decision maker among so few contacts is enough to pass.
  const nearly = candidates.filter(
    (account) => !passesShare(account) && !passesCoverage(account) && account.contacts.length <= fewContacts,
  );
  for (const account of shuffled(nearly, random, 'promote').slice(0, Math.max(0, change))) promote(account);
}

function narrowUntilFailing(account: Account, random: Random): void {
  while (passesCoverage(account)) narrow(account, random);
}

function demoteUntilFailing(account: Account): void {
  while (passesShare(account)) demote(account);
}

function promoteUntilPassing(account: Account): void {
  while (!passesShare(account)) promote(account);
}
