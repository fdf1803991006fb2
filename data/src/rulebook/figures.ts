import type { Account } from '../world/account.js';
import { type Benchmark, generic, industryBenchmark } from './benchmarks.js';
import { judge, mean } from './judge.js';
import { coverage, coveredDepartments, decisionShare, density } from './measures.js';
import { keyAccounts } from './population.js';

/** What the rulebook says about a set of accounts, as numbers; shares are fractions. */
export type Figures = {
  readonly accounts: number;
  readonly keyAccounts: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly meanDensity: number;
  readonly meanShare: number;
  readonly meanCoverage: number;
  readonly coveredDepartments: number;
  readonly withoutContacts: number;
  readonly passingDensity: number;
  /** passing this metric and density */
  readonly passingCoverage: number;
  readonly passingShare: number;
  readonly industryHigh: number;
  readonly industryLow: number;
  /** 分 between the smallest key account and the largest other one */
  readonly gapAtTheCut: number;
  /** the smallest relative distance of any density from any threshold it is compared with */
  readonly closestDensity: number;
};

export function measureFigures(accounts: readonly Account[]): Figures {
  const key = keyAccounts(accounts);
  const isKey = new Set(key);
  const others = accounts.filter((account) => !isKey.has(account));
  const judged = key.map((account) => judge(account, generic));
  const byIndustry = key.map((account) => judge(account, industryBenchmark(account.industry)));
  return {
    accounts: accounts.length,
    keyAccounts: key.length,
    high: count(judged, ({ risk }) => risk === 'high'),
    medium: count(judged, ({ risk }) => risk === 'medium'),
    low: count(judged, ({ risk }) => risk === 'low'),
    meanDensity: mean(key.map(density)),
    meanShare: mean(key.map(decisionShare)),
    meanCoverage: mean(key.map(coverage)),
    coveredDepartments: key.reduce((sum, account) => sum + coveredDepartments(account).length, 0),
    withoutContacts: count(key, ({ contacts }) => contacts.length === 0),
    passingDensity: count(judged, ({ passesDensity }) => passesDensity),
    passingCoverage: count(judged, (j) => j.passesDensity && j.passesCoverage),
    passingShare: count(judged, (j) => j.passesDensity && j.passesShare),
    industryHigh: count(byIndustry, ({ risk }) => risk === 'high'),
    industryLow: count(byIndustry, ({ risk }) => risk === 'low'),
    gapAtTheCut: Math.min(...key.map(revenue)) - Math.max(...others.map(revenue)),
    closestDensity: Math.min(...key.map(distance)),
  };
}

function distance(account: Account): number {
  const from = ({ density: threshold }: Benchmark): number => Math.abs(density(account) / threshold - 1);
  return Math.min(from(generic), from(industryBenchmark(account.industry)));
}

const revenue = (account: Account): number => account.revenue;

function count<T>(list: readonly T[], which: (item: T) => boolean): number {
  return list.filter(which).length;
}
