import type { Random } from '../random/draws.js';
import type { Account } from './account.js';
import type { CompanyNames } from './company-names.js';
import { blankShare, industries, otherSpelling } from './industries.js';
import { cities, owners } from './places.js';

/**
 * Annual revenue is log-normal with a spread that gives a customer file its long tail: the top fifth
 * starts at about five medians, the largest of seven thousand brings about a thousand. Below lies a least
 * amount, added to every account's: nobody is a customer for pocket money.
 */
export const revenueModel = { leastCny: 1_000, medianCny: 68_000, spread: 1.93 };

/** Headcount grows slower than what an account brings us, and varies a lot at a given revenue. */
export const headcountModel = { median: 110, elasticity: 0.42, spread: 0.95, smallest: 3 };

/** An account without contacts yet. `id` alone decides every draw. */
export function drawAccount(id: string, random: Random, names: CompanyNames): Account {
  const industry = random('industry', id).weighted(industries);
  const { city, region } = random('city', id).weighted(cities);
  const { owner } = random('owner', id).pick(owners.filter((owner) => owner.region === region));
  const { leastCny, medianCny, spread } = revenueModel;
  const size = spread * random('revenue', id).normal();
  const people =
    headcountModel.median *
    industry.headcount *
    Math.exp(headcountModel.elasticity * size + headcountModel.spread * random('headcount', id).normal());
  return {
    id,
    name: names.name(id, city, industry),
    industry: random('blank industry', id).chance(blankShare) ? null : spelled(industry.industry, id, random),
    revenue: Math.round(100 * (leastCny + medianCny * industry.revenue * Math.exp(size))),
    headcount: random('blank headcount', id).chance(blankShare)
      ? null
      : Math.max(headcountModel.smallest, Math.round(people)),
    region,
    owner,
    contacts: [],
  };
}

function spelled(industry: string, id: string, random: Random): string {
  const other = industry === otherSpelling.of && random('industry spelling', id).chance(otherSpelling.share);
  return other ? otherSpelling.as : industry;
}
