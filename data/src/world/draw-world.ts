import type { Random } from '../random/draws.js';
import type { Account } from './account.js';
import { CompanyNames } from './company-names.js';
import { drawAccount } from './draw-account.js';
import { drawContacts } from './draw-contacts.js';

/** A believable customer file, with no figure in mind. `reserved` names are kept free for later. */
export function drawWorld(count: number, random: Random, reserved: readonly string[]): Account[] {
  const names = new CompanyNames(random, reserved);
  return Array.from({ length: count }, (_, i) => {
    const account = drawAccount(`A${String(i + 1).padStart(5, '0')}`, random, names);
    return { ...account, contacts: drawContacts(account, random) };
  });
}
