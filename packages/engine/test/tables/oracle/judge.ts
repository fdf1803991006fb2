/** How metrics are judged and levels told, as the language's reference tells it to a reader; see condition.ts. */
import { every, holds, some, type Item, type Truth } from './condition.js';
import { settle, type Answer, type Case, type Table } from './decide.js';

/** The metrics that benchmarks ask for, each the column of its name, and the thresholds asked of them. */
export const METRICS: Readonly<Record<string, Readonly<{ column: string; unit: string }>>> = {
  m_score: { column: 'score', unit: 'number' },
  m_share: { column: 'share', unit: 'percent' },
  m_staff: { column: 'staff', unit: 'count' },
  m_revenue: { column: 'revenue', unit: 'CNY' },
};

const asks = (comparator: '>=' | '>' | '<=' | '<', value: number, text: string): Item => ({
  kind: 'compare',
  comparator,
  value,
  written: `${comparator} ${text}`,
});
const within = (low: number, high: number, takesHigh: boolean, text: string): Item => ({
  kind: 'range',
  low,
  high,
  takesLow: true,
  takesHigh,
  written: text,
});

export const THRESHOLDS: Readonly<Record<string, readonly Item[]>> = {
  m_score: [
    asks('>=', 0.1, '0.1'),
    asks('>', 0.3, '0.3'),
    asks('>=', -5, '-5'),
    asks('<=', 7, '7'),
    asks('<', 0, '0'),
    within(0.1, 7, true, '0.1..7'),
    within(-5, 0.3, false, '-5..<0.3'),
  ],
  m_share: [
    asks('>=', 0.2, '20%'),
    asks('>', 0.07, '7%'),
    asks('<=', 1, '100%'),
    asks('<', 0.2, '20%'),
    within(0, 0.2, false, '0%..<20%'),
  ],
  m_staff: [
    asks('>=', 3, '3'),
    asks('>', 10, '10'),
    asks('<=', 2, '2'),
    asks('<', 11, '11'),
    within(1, 3, true, '1..3'),
  ],
  m_revenue: [
    asks('>=', 500_000, '50万 CNY'),
    asks('>', 50_000_000, '50M CNY'),
    asks('<=', 150_000_000, '1亿5千万元'),
    asks('<', 50_000_000, '5_000万元'),
    within(500_000, 50_000_000, true, '50万 CNY..50M CNY'),
  ],
};

/** Several benchmarks together: what each asks must be met, or one of them, or what the first with an opinion asks. */
export type Combination = 'strictest' | 'loosest' | 'first';

export type State = 'passed' | 'failed' | 'unknown' | 'not judged';

/** Whether a benchmark is met; undefined where it asks nothing. */
function met(benchmark: Table, metric: string, one: Case): Truth | undefined {
  const output = benchmark.outputs.indexOf(metric);
  if (output < 0) return undefined;
  const row = settle(benchmark, one, output);
  if (row === null) return null;
  const asked = THRESHOLDS[metric]?.find(({ written }) => written === row.given?.written);
  const value = one[METRICS[metric]?.column ?? ''] ?? null;
  return asked && holds({ kind: 'items', negated: false, items: [asked] }, value, []);
}

export function stateOf(metric: string, benchmarks: readonly Table[], how: Combination, one: Case): State {
  const asked = benchmarks.map((each) => met(each, metric, one)).filter((each) => each !== undefined);
  if (asked.length === 0) return 'not judged';
  const [first = null] = asked;
  const truth = { strictest: every(asked), loosest: some(asked), first }[how];
  if (truth === null) return 'unknown';
  return truth ? 'passed' : 'failed';
}

export interface Counts {
  readonly failed: number;
  readonly passed: number;
  readonly judged: number;
  readonly unknown: number;
}

export function countsOf(states: readonly State[]): Counts {
  const of = (state: State): number => states.filter((each) => each === state).length;
  const [failed, passed] = [of('failed'), of('passed')];
  return { failed, passed, judged: failed + passed, unknown: of('unknown') };
}

/** With f failed and u unknown a level holds only if every count from f to f + u gives it. */
export function levelOf(level: Table, counts: Counts, one: Case, output: number): Answer {
  const { failed, passed, unknown } = counts;
  const answers = Array.from({ length: unknown + 1 }, (_, more) =>
    settle(level, { ...one, ...counts, failed: failed + more, passed: passed + unknown - more }, output),
  ).map((row) => row?.given?.value ?? null);
  return new Set(answers).size === 1 ? (answers[0] ?? null) : null;
}
