/** What is said of published pages. */
export const publish = {
  title: 'Benchbook',
  home: 'All pages',
  kinds: { notebook: 'Notebooks', rulebook: 'Rulebooks' },
  asOf: (day: string) => `as of ${day}`,
  made: (at: string) => `made ${at} UTC`,
  engine: (version: string) => `Benchbook ${version}`,
  from: (hash: string, files: number) => `from ${hash} (${String(files)} data ${files === 1 ? 'file' : 'files'})`,
  live: 'live',
  names:
    'Nothing was written: these tables name accounts or people, and leave with the page. Say --include COLUMN for each that may.',
  namesIn: (file: string, columns: string) => `${file}: ${columns}`,
  notAddress: (given: string) =>
    `--live takes the address of a page, such as https://rules.example.org/, not ${given}.`,
  built: (folder: string, made: number, same: number, removed: number) =>
    [
      `${folder}: ${String(made)} ${made === 1 ? 'page' : 'pages'} made, ${String(same)} as before`,
      ...(removed > 0 ? [`${String(removed)} taken away`] : []),
    ].join(', '),
};
