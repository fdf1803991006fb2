import type { ExitName } from '../../exit-codes.js';
import type { OptionName } from '../../arguments/option.js';
import type { CommandName } from '../../commands/command-name.js';

export interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What a reader needs beyond the options, one paragraph a text. */
  readonly details: readonly string[];
  readonly examples: readonly string[];
}

const withoutFile = 'Without FILE the only rulebook under scenarios/ is taken.';

export const commands: Readonly<Record<CommandName, CommandHelp>> = {
  run: {
    summary: 'Run a rulebook over its data and report what came out',
    details: [
      withoutFile,
      'text is for reading here and markdown for a wiki; json is the whole report; csv, parquet and arrow are the ranked table. html and markdown of a notebook are its text with the results of its cells and their pictures. --out replaces a file only when it has been written to the end.',
    ],
    examples: [
      'benchbook run coverage.bench',
      'benchbook run coverage.bench --format markdown --out coverage.md',
      'benchbook run findings.md --format html --out findings.html',
    ],
  },
  check: {
    summary: 'Check rulebooks without running them',
    details: [withoutFile],
    examples: ['benchbook check scenarios/*.bench'],
  },
  test: {
    summary: 'Run the test blocks of rulebooks',
    details: [
      withoutFile,
      'A test that fails shows what was expected beside what came out, and the rule row behind it. junit is XML for CI systems.',
    ],
    examples: [
      'benchbook test coverage.bench --filter census',
      'benchbook test coverage.bench --coverage-min 80%',
      'benchbook test coverage.bench --watch',
    ],
  },
  fmt: {
    summary: 'Bring rulebooks into their one form',
    details: [
      'A folder stands for all rulebooks in and below it. Without FILE those under scenarios/ are taken.',
      'Tables are aligned, spaces and blank lines set, Chinese punctuation outside texts and cells replaced. What is said never changes, and a declaration that could not be read stays as it is.',
      'With --check nothing is written: files that are not in form are shown, and the command ends with 1. With --stdin a FILE only names what is read.',
    ],
    examples: ['benchbook fmt', 'benchbook fmt coverage.bench --check'],
  },
  lint: {
    summary: 'Look at the style of rulebooks',
    details: [
      'A folder stands for all rulebooks in and below it. Without FILE those under scenarios/ are taken.',
      'Ends with 1 if there is a warning (with --strict also a hint), with 3 if a rulebook has errors. --fix makes the repairs that change nothing of what is said.',
      'A comment allows what a rule does not like: # lint: allow L104, or # lint: allow L104 in this file.',
    ],
    examples: ['benchbook lint', 'benchbook lint coverage.bench --fix'],
  },
  diff: {
    summary: 'Tell what two rulebooks say otherwise, and who stands elsewhere because of it',
    details: [
      'A and B are files, or files as of a git revision (REV:FILE), or one of their scenarios (FILE#SCENARIO). REV FILE compares a revision with the file as it stands, REV REV FILE two revisions.',
      'Layout, comments and order that says nothing do not count. Both run over the data as it stands; --no-run leaves that out. markdown is for pull requests.',
    ],
    examples: [
      'benchbook diff old.bench new.bench',
      'benchbook diff HEAD~1 HEAD scenarios/coverage/coverage.bench',
      'benchbook diff HEAD coverage.bench --format markdown',
    ],
  },
  explain: {
    summary: 'Say why one account stands where it stands',
    details: [withoutFile, 'ACCOUNT is a key, or a name that only one account has.'],
    examples: ['benchbook explain coverage.bench A00042', 'benchbook explain "Shaw Inc" --rules coverage.bench'],
  },
  ask: {
    summary: 'Sweep a number, seek a goal, rank what drives a figure',
    details: [
      withoutFile,
      'Without QUESTION everything that the rulebook asks is answered: its sweep, seek and rank drivers. A QUESTION is one of them as a rulebook writes it, in quotes.',
    ],
    examples: [
      'benchbook ask coverage.bench',
      'benchbook ask "seek generic.decision_share so that share(risk = high of key_accounts) <= 80%"',
      'benchbook ask "rank drivers of share(risk = high of key_accounts)"',
    ],
  },
  plan: {
    summary: 'Work out the plan: money over time, people, phases, what must hold',
    details: [
      withoutFile,
      'Everything the rulebook plans: its models month by month with their returns, actions, people, budgets, phases, funnels, cohorts and requirements, and what its simulations draw. --scenario and --set change numbers of the plan, too.',
    ],
    examples: [
      'benchbook plan coverage.bench',
      'benchbook plan coverage.bench --set "managers=20"',
      'benchbook plan coverage.bench --format json',
    ],
  },
  history: {
    summary: 'List the runs that were kept, or the course of their figures',
    details: [
      withoutFile,
      'benchbook run --keep keeps a run in .benchbook/history: rules, data, numbers on top, engine and results, each under its hash. Nothing there is ever changed.',
      '--trend shows each figure over the kept runs, the last of them on the right.',
    ],
    examples: ['benchbook history', 'benchbook history coverage.bench --trend'],
  },
  compare: {
    summary: 'Tell what is other than when a run was kept, and who moved',
    details: [
      withoutFile,
      'A and B are kept runs: the first letters of an id, or last. Without B the run is compared with the rules and data as they stand; without A, too, the last that was kept is.',
    ],
    examples: ['benchbook compare', 'benchbook compare 3f2a last', 'benchbook compare last coverage.bench'],
  },
  replay: {
    summary: 'Run a kept run again and prove that it comes out the same',
    details: [
      withoutFile,
      'Rules and data come from the store; data that was left out (--no-data) from the project, where it must not have changed. Ends with 1 if anything differs.',
    ],
    examples: ['benchbook replay last', 'benchbook replay 3f2a coverage.bench'],
  },
  docs: {
    summary: 'Write a page on a rulebook, for those who live by its rules',
    details: [
      'Without FILE the only rulebook under scenarios/ is taken.',
      'Labels, documentation, tables with their units, formulas, tested examples, and a graph of what depends on what. html is one file that needs no script and no network; markdown has the graph as Mermaid and, with --out, as an SVG file. Without --out the page goes to the terminal.',
    ],
    examples: ['benchbook docs coverage.bench --out docs', 'benchbook docs coverage.bench -o docs --format markdown'],
  },
  chart: {
    summary: 'Write one chart as a file: SVG, PNG, HTML, CSV, JSON, Markdown',
    details: [
      'Without ID the charts of the rulebook or notebook are listed with their ids. The name of --out tells the form, else --format; SVG is the usual one.',
      'An SVG has no script, no web font, no style sheet and nothing from elsewhere, so that a wiki takes it. HTML is one file for an iframe. Each says what it was made from, in a line or, in JSON, whole.',
    ],
    examples: [
      'benchbook chart coverage.bench',
      'benchbook chart coverage.bench risk-by-industry-as-bars -o risk.svg --theme dark',
    ],
  },
  embed: {
    summary: 'Tell what to write into a wiki page to show a chart',
    details: [
      'The snippet goes to the terminal, what the wiki allows and its administrator has to permit beside it. The files are made by benchbook chart and put at --address.',
    ],
    examples: [
      'benchbook embed coverage.bench risk-by-industry-as-bars --for confluence --address https://rules.example.org/charts',
    ],
  },
  build: {
    summary: 'Publish notebooks and rulebooks as plain files',
    details: [
      'A folder stands for all rulebooks and notebooks in and below it. Without FILE those under scenarios/ are taken; the pages go to the folder site.',
      'Each page is one HTML file that needs no script, no network and no server, and says at its foot what it was made from. Pages whose rules and data have not changed are not made again; pages of files that are gone are taken away. Tables that name accounts or people stop the build until --include allows their columns. SOURCE_DATE_EPOCH gives the time that pages say.',
    ],
    examples: [
      'benchbook build scenarios/coverage --out site --include name',
      'benchbook build findings.md -o site --live https://rules.example.org/',
    ],
  },
  serve: {
    summary: 'Open a rulebook in the browser and follow its changes',
    details: [
      withoutFile,
      'The rulebook and its data are read again whenever they change. Stop with Ctrl-C.',
      'Without --port the next free port from 4321 on is taken. Any --host but a loopback address lets other machines read the data.',
    ],
    examples: ['benchbook serve coverage.bench --open'],
  },
  lsp: {
    summary: 'Speak to an editor: the language server',
    details: [
      'Speaks the Language Server Protocol on standard input and output. Editors start it; docs/guides/editors.md says how each is told to.',
      'It shows what is wrong as you type, completes names and values seen in the data, explains, renames and formats.',
    ],
    examples: ['benchbook lsp'],
  },
};

export const options: Readonly<Record<OptionName, string>> = {
  format: 'how the result is written',
  out: 'write to this file instead of the terminal',
  include: 'a column that names accounts or people and may be published, as often as you like',
  live: 'the address of the live page, which published pages link to',
  theme: 'the colours of a picture',
  scale: 'pixels of a PNG to one of the picture',
  for: 'the wiki that the chart is shown in',
  address: 'where the files of charts lie',
  population: 'report on this population instead of the first one judged',
  top: 'how many of the ranking to list (10 in text and markdown)',
  strict: 'take warnings for errors',
  'keep-going': 'leave declarations with errors out and run the rest',
  keep: 'keep the run, to compare it with later ones: benchbook history',
  note: 'what the kept run is remembered by',
  'no-data': 'keep the run without its data, which then must not change if it is to be replayed',
  trend: 'show the course of every figure',
  check: 'write nothing; end with 1 if a file is not in form',
  stdio: 'speak on standard input and output, which it does anyway; editors say it',
  stdin: 'read from standard input and write to standard output',
  fix: 'make the safe repairs',
  filter: 'only tests whose name contains this text',
  coverage: 'which rows of the tables no data and no test ever uses',
  'coverage-min': 'fail when a smaller share of the rows is used: 80%',
  watch: 'run again whenever the rulebook or its data changes; stop with q or Ctrl-C',
  'no-run': 'compare the rules alone, without running them',
  'exit-code': 'end with 1 if there are differences',
  rules: 'the rulebook, when only the account is given',
  port: 'listen on this port; 0 for any',
  host: 'listen on this address (127.0.0.1)',
  open: 'open the page in the browser',
  'no-open': 'do not open it (as when nothing is said)',
  'read-only': 'let nobody change the rulebook from the page',
  root: 'the folder that paths in the rulebook are relative to (the one that holds scenarios/, else this one)',
  threads: 'how many threads may work',
  scenario: 'run this scenario of the rulebook; base is the rulebook as it stands',
  set: 'put another number in place, as often as you like: --set generic.decision_share=20%',
  'as-of': 'the day to look back from, such as 2024-12-31, in place of what the rulebook says',
  memory: 'how much memory the database may use, such as 4GB',
  lang: 'speak English or Chinese (else BENCHBOOK_LANG, else the locale)',
  'no-color': 'no colours (as with NO_COLOR)',
  debug: 'show the details of an internal fault',
  help: 'show this',
  version: 'show the version',
};

const exitCodes: Readonly<Record<ExitName, string>> = {
  ok: 'All is well.',
  unmet:
    'A check of severity error does not hold or cannot be told, or a test failed; a file is not in the form of fmt --check. With --strict any check.',
  usage:
    'The command line asks for something that is not there: a command, option, file, account, place to write, port.',
  rulebook: 'The rulebook has errors, or cannot be read as text; with --strict also warnings.',
  data: 'The data stops the run: a file or column is missing, keys repeat, nobody is in the population.',
  fault: 'An internal fault. --debug shows its details.',
  interrupted: 'Stopped by Ctrl-C or a signal before it was done; a server that is stopped so ends with 0.',
};

export const help = {
  tagline: 'Rulebooks for account coverage: readable text in, judged populations out.',
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  examples: 'Examples',
  topics: 'Topics',
  synopsis: 'benchbook COMMAND [FILE] [OPTIONS]',
  more: 'benchbook COMMAND --help says more about one, benchbook help exit-codes about what a command ends with.',
  exitCodesTitle: 'What a command ends with',
  exitCodes,
};
