import type { Account } from '../world/account.js';

/** One in how many accounts is a key account: the top 20%, rounded up. */
const oneIn = 5;

/** The key accounts, largest annual revenue first; at equal revenue the smaller id is first. */
export function keyAccounts(accounts: readonly Account[]): Account[] {
  const earning = accounts.filter(({ revenue }) => revenue > 0);
  return earning
    .sort((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1))
    .slice(0, Math.ceil(earning.length / oneIn));
}

/** Per account of a population, the share of the others that bring strictly less: 1 for the largest. */
export function percentRanks(population: readonly Account[]): Map<string, number> {
  const ascending = population.map(({ revenue }) => revenue).sort((a, b) => a - b);
  const below = new Map<number, number>();
  ascending.forEach((revenue, i) => below.has(revenue) || below.set(revenue, i));
  const others = Math.max(1, population.length - 1);
  return new Map(population.map(({ id, revenue }) => [id, (below.get(revenue) ?? 0) / others]));
}
