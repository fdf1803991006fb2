import type { LevelReport, Report } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { toTerminal } from '../../src/document/to-terminal.js';
import { wordsFor } from '../../src/language/words.js';
import { census } from '../../src/report/sections/census.js';
import { plain } from '../../src/terminal/paint.js';
import { sampleReport } from '../support/sample-report.js';

const readings = new Map([['risk', [2, 1, null]]]);

/** The sentences under the chart, for so many accounts of each label and so many that cannot be told. */
function headlines(counts: readonly number[], unknown: number, language: 'en' | 'zh'): string[] {
  const size = counts.reduce((sum, each) => sum + each, unknown);
  const [risk] = sampleReport.level_details;
  const labels = risk!.labels.map((each, index) => ({ ...each, count: counts[index] ?? 0 }));
  const level: LevelReport = { ...risk!, labels, unknown };
  const population = { ...sampleReport.population, size };
  const report: Report = { ...sampleReport, population, level_details: [level] };
  const text = toTerminal(census(report, readings, wordsFor(language).report), { width: Infinity, paint: plain });
  return text.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []));
}

test.each([
  ['en', ['360 of 360 cannot be told: too much of what they are judged by is unknown']],
  ['zh', ['360 个里有 360 个无法判断: 评判所依据的未知太多']],
] as const)('where nothing can be told nothing else is said, in %s', (language, said) => {
  expect(headlines([0, 0, 0], 360, language)).toEqual(said);
});

test.each([
  ['en', '4 of 10 cannot be told: too much of what they are judged by is unknown'],
  ['zh', '10 个里有 4 个无法判断: 评判所依据的未知太多'],
] as const)('what cannot be told comes first, in %s', (language, said) => {
  const [first, ...rest] = headlines([3, 2, 1], 4, language);
  expect([first, rest.length]).toEqual([said, 2]);
});

test('where all is known nothing is said of it', () => {
  expect(headlines([6, 3, 1], 0, 'en')).toEqual([
    'high 6 (60.0%): miss at least two benchmarks',
    'high + medium 9 (80.0%): miss at least one benchmark',
  ]);
});
