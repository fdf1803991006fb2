/** What `benchbook test` and `benchbook check` say. */
export const tests = {
  passed: 'ok',
  failed: 'FAILED',
  of: 'of',
  what: 'column',
  expected: 'expected',
  actual: 'came out',
  line: 'line',
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
