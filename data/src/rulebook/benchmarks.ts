/** The least an account must reach, as shares (0.15 is 15%) and in contacts per 亿元 of annual revenue. */
export type Benchmark = {
  readonly density: number;
  readonly share: number;
  readonly coverage: number;
};

export const generic: Benchmark = { density: 5, share: 0.15, coverage: 0.6 };

const byIndustry: Readonly<Record<string, Benchmark>> = {
  金融服务业: { density: 8, share: 0.2, coverage: 0.8 },
  科技业: { density: 10, share: 0.25, coverage: 0.85 },
  制药业: { density: 6, share: 0.18, coverage: 0.75 },
  制造业: { density: 5, share: 0.15, coverage: 0.7 },
  零售业: { density: 7, share: 0.18, coverage: 0.75 },
};

const otherIndustries = generic;
const aliases: Readonly<Record<string, string>> = { 金融服务: '金融服务业' };

/** The published industry table. A blank industry is judged like an unlisted one here. */
export function industryBenchmark(industry: string | null): Benchmark {
  return byIndustry[aliased(industry) ?? ''] ?? otherIndustries;
}

export function aliased(industry: string | null): string | null {
  return industry === null ? null : (aliases[industry] ?? industry);
}
