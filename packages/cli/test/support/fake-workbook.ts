import { link, parse, type Model } from '@benchbook/dsl';
import type { Reading, Report, Run, Workbook } from '@benchbook/engine';
import { sampleReport } from './sample-report.js';

/** A model that nothing looks into. */
export const emptyModel = { populations: [], tests: [], levels: [] } as unknown as Model;

export const goodReading = (text = 'rulebook coverage'): Reading => ({
  program: link(parse('coverage.bench', text)),
  model: emptyModel,
  diagnostics: [],
  leftOut: [],
});

/** A run whose report tells its runs apart by their version. */
export function fakeRun(version: string): Run {
  const report: Report = { ...sampleReport, rulebook: { ...sampleReport.rulebook, version } };
  return {
    report: () => Promise.resolve(report),
    ranking: async function* () {
      yield await Promise.resolve(new TextEncoder().encode(version));
    },
    writeRanking: () => Promise.resolve(),
    explain: () => Promise.resolve(null),
    outside: () => Promise.resolve(null),
    similar: () => Promise.resolve([]),
    ruleHits: () => Promise.resolve([]),
  };
}

/** A workbook that does as it is told, for what the real one cannot be made to do at will. */
export function fakeWorkbook(parts: Partial<Workbook>): Workbook {
  return {
    read: () => Promise.resolve(goodReading()),
    run: () => Promise.resolve(fakeRun('1')),
    test: () => Promise.resolve([]),
    coverage: () => Promise.resolve({ tables: [], rows: 0, hit: 0, populations: [], tests: [], problems: [] }),
    facts: () => Promise.resolve({ population: null, sources: {}, values: {}, labels: {}, rows: {} }),
    compare: () => Promise.reject(new Error('nothing to compare')),
    whatIf: () => Promise.reject(new Error('nothing to ask')),
    sweep: () => Promise.reject(new Error('nothing to ask')),
    seek: () => Promise.reject(new Error('nothing to ask')),
    inverse: () => Promise.reject(new Error('nothing to ask')),
    drivers: () => Promise.reject(new Error('nothing to ask')),
    plan: () => Promise.reject(new Error('nothing to ask')),
    watched: () => [],
    close: () => Promise.resolve(),
    ...parts,
  };
}
