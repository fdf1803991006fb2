import { analyse, link, parse } from '@benchbook/dsl';
import type { Analysis, AnalysisOptions, DataFacts, Span, Tree } from '@benchbook/dsl';
import { baseOf } from '@benchbook/dsl';
import { BASE } from '../support.js';

/** What a run might have found in the sample data. */
export const FACTS: DataFacts = {
  population: { name: 'key_accounts', size: 1407 },
  sources: {
    accounts: {
      rows: 7035,
      columns: {
        industry: {
          missing: 35,
          distinct: 3,
          top: [
            { value: '金融服务业', count: 3500 },
            { value: '科技业', count: 2500 },
            { value: '贸易, 零售', count: 1000 },
          ],
          spread: null,
        },
        employees: {
          missing: 0,
          distinct: 812,
          top: [],
          spread: {
            min: 3,
            max: 9000,
            p10: 20,
            p25: 50,
            p50: 120,
            p75: 400,
            p90: 900,
            scale: 'linear',
            bins: [
              { low: 0, high: 3000, count: 6000 },
              { low: 3000, high: 6000, count: 1000 },
              { low: 6000, high: 9000, count: 35 },
            ],
          },
        },
      },
    },
  },
  values: {
    decision_share: { known: 1400, unknown: 7, mean: 0.0173, spread: null },
  },
  labels: { risk: { high: 1339, medium: 67, low: 1 } },
  rows: {},
};

/** The base with more after it, as an editor knows it; `¦` marks the cursor. */
export function editing(
  added: string,
  options: AnalysisOptions = {},
): { analysis: Analysis; offset: number; text: string } {
  const marked = `${BASE}\n${added}`;
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  return { analysis: analyse(parse('test.bench', text), options), offset, text };
}

/** A text that uses one other file. */
export function using(text: string, other: { file: string; text: string }, options: AnalysisOptions = {}): Analysis {
  const used: Tree = parse(other.file, other.text, { base: baseOf(1) });
  return analyse(link(parse('test.bench', text), new Map([[other.file, used]])), options);
}

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);
