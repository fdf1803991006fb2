/** What `benchbook test` and `benchbook check` say. */
export const tests = {
  passed: 'ok',
  failed: 'FAILED',
  what: 'figure',
  expected: 'expected',
  actual: 'came out',
  line: 'line',
  place: 'place',
  missing: 'not there',
  difference: (of: string, what: string, expected: string, actual: string) =>
    `${of} · ${what}: expected ${expected}, came out ${actual}`,
  byRow: (declaration: string, line: number) => `${declaration}, line ${line}:`,
  atLine: (line: number) => `line ${line}`,
  coverage: (hit: number, rows: number, share: string) =>
    rows === 0 ? 'Coverage: there are no tables' : `Coverage: ${hit} of ${rows} rows are used (${share})`,
  withoutData: 'The data could not be read, so only tests on given rows are counted:',
  unused: 'Never used, by any data or any test:',
  table: 'table',
  row: 'row',
  rows: 'rows',
  byData: 'by data',
  byTests: 'by tests',
  used: 'used',
  share: 'share',
  tooLittle: (file: string, share: string, least: string) =>
    `${file}: ${share} of the rows are used, and --coverage-min asks for ${least}.`,
  notShare: (given: string) => `--coverage-min takes a share such as 80%, not "${given}".`,
  watching: 'Watching the rulebook and its data. Press q or Ctrl-C to stop.',
  watchIsText: '--watch is for reading along: leave out --format.',
  none: (file: string) => `${file} has no tests.`,
  noneMatches: (filter: string, near: string | null) =>
    `No test's name contains "${filter}".${near === null ? '' : ` Did you mean "${near}"?`}`,
  total: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
  skipped: (file: string) => `${file} has errors, so its tests were not run.`,
  clean: (file: string) => `${file}: in order`,
  found: (errors: number, warnings: number, hints: number) =>
    [
      `${errors} ${errors === 1 ? 'error' : 'errors'}`,
      `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      `${hints} ${hints === 1 ? 'hint' : 'hints'}`,
    ].join(', '),
};
