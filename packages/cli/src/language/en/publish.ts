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
  id: 'id',
  chart: 'chart',
  form: 'form',
  noChart: (id: string, near: string | null) =>
    `There is no chart ${id}.${near === null ? '' : ` Did you mean ${near}?`} There are:`,
  noPicture: (id: string) => `${id} is a table, not a picture: write it as html, csv, json or md.`,
  noId: 'Say which chart: benchbook chart lists them.',
  wikis: {
    confluence: (id: string) => [
      `Put ${id}.html at the address. Insert the macro through the page's storage format or the iframe macro's dialog.`,
      'An administrator has to switch the iframe macro on (Data Center: General configuration → Macros) or allow the address (Cloud: allowlist); the server of the file must not forbid frames.',
      'PDF exports drop frames: attach the PNG for those.',
    ],
    mediawiki: (id: string) => [
      `Upload ${id}.svg as File:${id}.svg. MediaWiki refuses scripts, foreignObject and style sheets in SVG: there are none.`,
      'An administrator has to allow uploads (wgEnableUploads) of svg (wgFileExtensions) and a converter (wgSVGConverter).',
    ],
    github: (id: string) => [
      `Put ${id}.svg and, made with --theme dark, ${id}.dark.svg at the address, or commit both and use their paths.`,
      'GitHub serves pictures through a proxy that keeps them for hours, and shows no frames.',
    ],
    gitlab: (id: string) => [
      `Put ${id}.svg at the address, or commit it and use its path. GitLab shows no frames in Markdown.`,
    ],
    notion: (id: string) => [
      `Put ${id}.html at the address, and paste the address as an /embed block. Notion fetches it through its own servers: the address has to be reachable from outside.`,
    ],
    sharepoint: (id: string) => [
      `Put ${id}.html at the address, and paste the snippet into an Embed web part.`,
      'A site owner has to allow the address (Site settings → HTML field security).',
    ],
    html: (id: string) => [`Put ${id}.html at the address; the page that shows it has to allow it (frame-src).`],
  },
};
