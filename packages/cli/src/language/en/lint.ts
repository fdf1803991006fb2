/** What `benchbook lint` says. */
export const lint = {
  clean: (file: string) => `${file}: nothing to say`,
  found: (file: string, warnings: number, hints: number, fixable: number) =>
    `${file}: ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${hints} ${hints === 1 ? 'hint' : 'hints'}` +
    (fixable === 0 ? '' : `; --fix mends ${fixable}`),
  errors: (file: string, errors: number) =>
    `${file} has ${errors === 1 ? 'an error' : `${errors} errors`}: what they touch was not looked at. benchbook check shows ${errors === 1 ? 'it' : 'them'}.`,
  fixed: (file: string, count: number) => `${file}: ${count} mended`,
};
