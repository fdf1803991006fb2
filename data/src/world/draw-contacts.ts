import type { Draws, Random } from '../random/draws.js';
import type { Account } from './account.js';
import { type Contact, type Department, departments } from './contact.js';
import { contactModel, decides, departmentWeights, doors, exported, levelWeights, wellKept } from './contact-model.js';
import { revenueModel } from './draw-account.js';
import { industries } from './industries.js';
import { personName } from './person-names.js';
import { owners } from './places.js';

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
  const times = isWellKept(account, random) ? wellKept.times : 1;
  const count = Math.max(1, Math.round(times * Math.exp(mean + spread * random('contacts', account.id).normal())));
  return Array.from({ length: count }, (_, i) => drawContact(account, `${account.id}/${i + 1}`, count, random));
}

function drawContact(account: Account, id: string, among: number, random: Random): Contact {
  const chance = among < decides.many ? decides.usual : decides.amongMany;
  const levels = random('decides', id).chance(chance) ? levelWeights.deciding : levelWeights.working;
  return {
    id,
    name: personName(random('contact name', id)),
    department: drawDoor(account, id, random),
    level: random('level', id).weighted(levels).level,
    lastContact: lastContact(random('last contact', id)),
  };
}

function drawDoor(account: Account, id: string, random: Random): Department {
  const at = random('door', id).uniform();
  if (isWellKept(account, random)) return drawDepartment(account, random('other door', id));
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

function isWellKept(account: Account, random: Random): boolean {
  return random('well kept', account.id).chance(wellKept.share);
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
