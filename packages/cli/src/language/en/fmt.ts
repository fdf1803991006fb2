const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

/** What `benchbook fmt` says. */
export const fmt = {
  formatted: (file: string) => `Formatted: ${file}`,
  more: (places: number) => `... and ${places} more ${places === 1 ? 'place' : 'places'}`,
  changed: (all: number, changed: number) => `${files(all)}, ${changed === 0 ? 'none' : changed} changed.`,
  wouldChange: (all: number, changed: number) =>
    changed === 0
      ? `${files(all)}, all in form.`
      : `${files(all)}, ${changed} not in form. benchbook fmt mends ${changed === 1 ? 'it' : 'them'}.`,
  left: (file: string, line: number, count: number) =>
    `${file}:${line}: ${count === 1 ? 'A declaration with an error was' : `${count} declarations with errors were`} left as ${count === 1 ? 'it is' : 'they are'}. benchbook check says what is wrong.`,
};
