import type { Random } from '../random/draws.js';
import { keyAccounts } from '../rulebook/population.js';
import type { Account } from '../world/account.js';
import { drawSomeContacts } from '../world/draw-contacts.js';
import { contactedDownTo, leaders } from './leaders.js';

/** The published top five take their revenue ranks, without contacts; their neighbours all have some. */
export function placeLeaders(accounts: readonly Account[], random: Random): void {
  const key = keyAccounts(accounts);
  for (const account of key.slice(0, contactedDownTo + 1)) {
    if (account.contacts.length === 0) account.contacts = drawSomeContacts(account, random);
  }
  for (const { name, industry, headcount, revenueRank } of leaders) {
    const account = key[revenueRank];
    if (account) Object.assign(account, { name, industry, headcount, contacts: [] });
  }
}

export const isLeader = ({ name }: Account): boolean => leaders.some((leader) => leader.name === name);
