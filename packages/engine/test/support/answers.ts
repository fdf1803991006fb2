import type { Explanation, Report } from '../../src/index.js';
import { run } from './project.js';
import { ACCOUNTS, CONTACTS, rules } from './rules.js';

/** The two small files that the rulebook of rules.ts reads. */
export const files = { 'accounts.csv': ACCOUNTS, 'contacts.csv': CONTACTS };

/** The report of the small rulebook with some parts replaced, over the small files, some of them replaced too. */
export async function reportOf(
  replaced: Parameters<typeof rules>[0],
  others: Readonly<Record<string, string>> = {},
): Promise<Report> {
  return (await run({ ...files, 'rules.bench': rules(replaced), ...others })).report;
}

/** The explanation of one account, under the same conditions. */
export async function explanationOf(
  key: string,
  replaced: Parameters<typeof rules>[0],
  others: Readonly<Record<string, string>> = {},
): Promise<Explanation> {
  const { run: finished } = await run({ ...files, 'rules.bench': rules(replaced), ...others });
  const explanation = await finished.explain(key, 'en');
  if (explanation === null) throw new Error(`nobody is called ${key}`);
  return explanation;
}

/** What a metric is for each account: `{ A1: 0, A2: 40 }`. */
export function metricOf({ ranking }: Report, metric: string): Readonly<Record<string, number | null | undefined>> {
  return Object.fromEntries(byKey(ranking).map(({ key, metrics }) => [key, metrics[metric]]));
}

/** The level of each account; null where it is unknown. */
export function levelOf({ ranking }: Report): Readonly<Record<string, string | null>> {
  return Object.fromEntries(byKey(ranking).map(({ key, level }) => [key, level]));
}

/** The first score of each account, as it is shown. */
export function scoreOf({ ranking }: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(byKey(ranking).map(({ key, score_display }) => [key, score_display]));
}

/** A band, tier or column of each account. */
export function dimensionOf({ ranking }: Report, name: string): Readonly<Record<string, string | null | undefined>> {
  return Object.fromEntries(byKey(ranking).map(({ key, dimensions }) => [key, dimensions[name]]));
}

/** How a metric was judged: `[passed, failed, unknown, not judged]`. */
export function statesOf({ metrics }: Report, name: string): readonly (number | undefined)[] {
  const metric = metrics[name];
  return [metric?.passed, metric?.failed, metric?.unknown, metric?.not_judged];
}

/** The rows of the first (or n-th) `show`. */
export function shownBy({ shows }: Report, index = 0): readonly (readonly (string | number | null)[])[] {
  return shows[index]?.rows ?? [];
}

function byKey(ranking: Report['ranking']): Report['ranking'] {
  return [...ranking].sort((one, other) => (one.key < other.key ? -1 : 1));
}
