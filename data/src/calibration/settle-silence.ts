import { type Random, shuffled } from '../random/draws.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { drawSomeContacts } from '../world/draw-contacts.js';
import { figures } from './figures.js';
import { missing } from './interval.js';
import { isLeader } from './place-leaders.js';
import { contactedDownTo } from './leaders.js';

/** Brings the number of key accounts without any contact into its interval. */
export function settleSilence(accounts: readonly Account[], random: Random): void {
  const key = keyAccounts(accounts);
  const silent = key.filter(({ contacts }) => contacts.length === 0);
  const change = missing(figures.withoutContacts, silent.length);

  // The top stays as it is. Elsewhere those fall silent where least is lost: a single contact.
  const single = key.slice(contactedDownTo + 1).filter(({ contacts }) => contacts.length === 1);
  for (const account of shuffled(single, random, 'fall silent').slice(0, Math.max(0, change))) account.contacts = [];

  const quiet = silent.filter((account) => !isLeader(account));
  for (const account of shuffled(quiet, random, 'speak').slice(0, Math.max(0, -change))) {
    account.contacts = drawSomeContacts(account, random);
  }
}
