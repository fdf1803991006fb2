import type { Account } from '../world/account.js';
import { type Contact, type Department, isDecisionLevel, isKeyDepartment, keyDepartments } from '../world/contact.js';

/** 分 in one 亿元. */
export const fenPerYi = 1e10;

/** Contacts per 亿元 of annual revenue. */
export function density(account: Account): number {
  return (account.contacts.length * fenPerYi) / account.revenue;
}

/** The share of contacts at C or VP level; none of no contacts counts as 0. */
export function decisionShare(account: Account): number {
  const all = account.contacts.length;
  return all === 0 ? 0 : decisionMakers(account) / all;
}

/** The share of the key departments in which we know anybody. */
export function coverage(account: Account): number {
  return coveredDepartments(account).length / keyDepartments.length;
}

export function decisionMakers(account: Account): number {
  return account.contacts.filter(decides).length;
}

export function coveredDepartments(account: Account): Department[] {
  return [...new Set(account.contacts.map(({ department }) => department).filter(isKeyDepartment))];
}

export function decides(contact: Contact): boolean {
  return isDecisionLevel(contact.level);
}
