import type { Account } from '../world/account.js';
import { type Benchmark } from './benchmarks.js';
import { coverage, decisionShare, density } from './measures.js';

export type Risk = 'high' | 'medium' | 'low';

export type Judgement = {
  readonly passesDensity: boolean;
  readonly passesShare: boolean;
  readonly passesCoverage: boolean;
  readonly risk: Risk;
  /** The mean relative distance below the thresholds, 0 where one is reached. */
  readonly gap: number;
};

export function judge(account: Account, benchmark: Benchmark): Judgement {
  const measured = [
    [density(account), benchmark.density],
    [decisionShare(account), benchmark.share],
    [coverage(account), benchmark.coverage],
  ] as const;
  const [passesDensity, passesShare, passesCoverage] = measured.map(([value, least]) => value >= least) as [
    boolean,
    boolean,
    boolean,
  ];
  const failed = [passesDensity, passesShare, passesCoverage].filter((passes) => !passes).length;
  const shortfalls = measured.map(([value, least]) => Math.max(0, (least - value) / least));
  return { passesDensity, passesShare, passesCoverage, risk: riskOf(failed), gap: mean(shortfalls) };
}

/** Priority, from the revenue percentile among the judged accounts (0 to 1) and the judgement. */
export function priority(percentRank: number, { risk, gap }: Judgement): number {
  const points = { high: 3, medium: 2, low: 1 }[risk];
  return 10 * (0.4 * percentRank + 0.3 * points + 0.3 * gap);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function riskOf(failed: number): Risk {
  if (failed >= 2) return 'high';
  return failed === 1 ? 'medium' : 'low';
}
