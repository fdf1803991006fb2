import type { Draws, Random } from '../random/draws.js';
import type { Account } from './account.js';
import { type Contact, type Department, departments, type Level } from './contact.js';
import { revenueModel } from './draw-account.js';
import { industries } from './industries.js';
import { personName } from './person-names.js';
import { owners } from './places.js';

/**
 * How many people we know at an account. Nearly half of all accounts have nobody on file; where
 * there is somebody, one or two is usual and more at larger accounts, with a long tail.
 */
export const contactModel = {
  /** log-odds that a median account has any contact, and what one log unit of revenue adds */
  known: 0.05,
  knownPerRevenue: 0.05,
  /** log of the typical number, what one log unit of revenue adds, and the spread */
  typical: 0.26,
  typicalPerRevenue: 0.13,
  spread: 0.88,
};

/** How often we meet a department when an industry has no habits of its own. */
export const departmentWeights: Readonly<Record<Department, number>> = {
  销售: 15,
  财务: 17,
  运营: 22,
  IT: 19,
  HR: 9,
  采购: 5,
  法务: 1,
  研发: 2,
  市场: 2,
  总经办: 0.5,
};

/**
 * Acquaintance spreads inside a department: the first contact's colleagues come first, then those
 * of a second department, and only a few people elsewhere. This is why many contacts cover few departments.
 */
export const doors = { first: 0.46, second: 0.46 };

/** The chance that a contact is one who decides. */
export const decides = 0.031;

const decisionLevel = [
  { level: 'C-level', weight: 2 },
  { level: 'VP', weight: 3 },
] as const satisfies readonly { level: Level; weight: number }[];

const workingLevel = [
  { level: '总监', weight: 20 },
  { level: '经理', weight: 43 },
  { level: '专员', weight: 37 },
] as const satisfies readonly { level: Level; weight: number }[];

/** The day the file was exported, and how long ago the typical last contact was. */
export const exported = { day: Date.UTC(2024, 10, 30), meanDaysAgo: 210, mostDaysAgo: 1_000 };

/** The contacts an account has by chance, often none. */
export function drawContacts(account: Account, random: Random): Contact[] {
  const odds = contactModel.known + contactModel.knownPerRevenue * logSize(account) + diligence(account);
  const known = random('known', account.id).chance(1 / (1 + Math.exp(-odds)));
  return known ? drawSomeContacts(account, random) : [];
}

/** The contacts an account has when it has any. */
export function drawSomeContacts(account: Account, random: Random): Contact[] {
  const { typical, typicalPerRevenue, spread } = contactModel;
  const mean = typical + typicalPerRevenue * Math.max(0, logSize(account));
  const count = Math.max(1, Math.round(Math.exp(mean + spread * random('contacts', account.id).normal())));
  return Array.from({ length: count }, (_, i) => drawContact(account, `${account.id}/${i + 1}`, random));
}

function drawContact(account: Account, id: string, random: Random): Contact {
  const level = random('decides', id).chance(decides) ? decisionLevel : workingLevel;
  return {
    id,
    name: personName(random('contact name', id)),
    department: drawDoor(account, id, random),
    level: random('level', id).weighted<{ level: Level; weight: number }>(level).level,
    lastContact: lastContact(random('last contact', id)),
  };
}

function drawDoor(account: Account, id: string, random: Random): Department {
  const at = random('door', id).uniform();
  if (at < doors.first) return drawDepartment(account, random('first door', account.id));
  if (at < doors.first + doors.second) return drawDepartment(account, random('second door', account.id));
  return drawDepartment(account, random('other door', id));
}

/** A department of the account's, as often as its industry has us meet it; `only` narrows the choice. */
export function drawDepartment(account: Account, draws: Draws, only: readonly Department[] = departments): Department {
  const buyers = industries.find(({ industry }) => industry === account.industry)?.buyers ?? {};
  return draws.weighted(
    only.map((department) => ({ department, weight: departmentWeights[department] * (buyers[department] ?? 1) })),
  ).department;
}

function logSize(account: Account): number {
  return Math.log(account.revenue / (100 * revenueModel.medianCny));
}

function diligence(account: Account): number {
  return owners.find(({ owner }) => owner === account.owner)?.diligence ?? 0;
}

function lastContact(draws: Draws): string {
  const daysAgo = Math.floor(-exported.meanDaysAgo * Math.log(draws.uniform())) % exported.mostDaysAgo;
  return new Date(exported.day - daysAgo * 86_400_000).toISOString().slice(0, 10);
}
