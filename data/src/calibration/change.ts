import type { Random } from '../random/draws.js';
import { drawDepartment } from '../world/draw-contacts.js';
import type { Account } from '../world/account.js';
import { type Contact, type Department, isKeyDepartment, keyDepartments, otherDepartments } from '../world/contact.js';
import { coveredDepartments, decides, decisionMakers } from '../rulebook/measures.js';

/** Someone we know moves up to VP, if anybody is left to; the first in a draw's order. */
export function promote(account: Account): void {
  const contact = account.contacts.find((contact) => !decides(contact));
  if (contact) replace(account, { ...contact, level: 'VP' });
}

/** One decision maker fewer: the account knows a 总监 in the same place. */
export function demote(account: Account): void {
  const contact = account.contacts.findLast(decides);
  if (contact) replace(account, { ...contact, level: '总监' });
}

/** One key department more, by placing someone whose own department stays covered without them. */
export function widen(account: Account, random: Random): void {
  const spare = spareContact(account);
  const covered = coveredDepartments(account);
  const open = keyDepartments.filter((department) => !covered.includes(department));
  if (!spare || open.length === 0) return;
  replace(account, { ...spare, department: drawDepartment(account, random('widen', spare.id), open) });
}

/**
 * One key department fewer: whoever stands for the thinnest one is a colleague in the account's main
 * department instead, or in one of no interest when it is the main one that goes.
 */
export function narrow(account: Account, random: Random): void {
  const bySize = coveredDepartments(account).sort((a, b) => members(account, a).length - members(account, b).length);
  const [thinnest] = bySize;
  const main = bySize.at(-1);
  if (thinnest === undefined) return;
  for (const contact of members(account, thinnest)) {
    const away = random('narrow', contact.id);
    replace(account, {
      ...contact,
      department: main !== thinnest && main !== undefined ? main : drawDepartment(account, away, otherDepartments),
    });
  }
}

/** Whether there is anybody to cover one more department with, and a department left to cover. */
export function canWiden(account: Account): boolean {
  return spareContact(account) !== undefined && coveredDepartments(account).length < keyDepartments.length;
}

/** Whether one more, or one fewer, decision maker is possible at all. */
export const canPromote = (account: Account): boolean => decisionMakers(account) < account.contacts.length;
export const canDemote = (account: Account): boolean => decisionMakers(account) > 0;

function spareContact(account: Account): Contact | undefined {
  return account.contacts.find(
    ({ department }) => !isKeyDepartment(department) || members(account, department).length > 1,
  );
}

function members(account: Account, department: Department): Contact[] {
  return account.contacts.filter((contact) => contact.department === department);
}

function replace(account: Account, changed: Contact): void {
  account.contacts = account.contacts.map((contact) => (contact.id === changed.id ? changed : contact));
}
