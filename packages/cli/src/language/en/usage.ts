const quoted = (values: readonly string[]): string => values.join(', ');
const meant = (name: string | null): string => (name === null ? '' : ` Did you mean ${name}?`);

/** What is wrong with a command line, and what else stops a command. */
export const usage = {
  fault: 'Error',
  unknownCommand: (name: string, near: string | null) => `There is no command ${name}.${meant(near)}`,
  unknownOption: (name: string, near: string | null) => `There is no option ${name} here.${meant(near)}`,
  unknownTopic: (name: string, near: string | null) => `There is no help on ${name}.${meant(near)}`,
  missingValue: (name: string) => `${name} needs a value.`,
  surplusValue: (name: string, value: string) => `${name} takes no value, so "${value}" has no place.`,
  notOneOf: (name: string, value: string, choices: readonly string[], near: string | null) =>
    `${name} is one of ${quoted(choices)}, not "${value}".${meant(near)}`,
  notWhole: (name: string, value: string, least: number, most: number) =>
    most === Number.MAX_SAFE_INTEGER
      ? `${name} takes a whole number from ${least}, not "${value}".`
      : `${name} takes a whole number from ${least} to ${most}, not "${value}".`,
  notDay: (value: string) => `--as-of takes a day such as 2024-12-31, not "${value}".`,
  notSize: (value: string) => `--memory takes a size such as 4GB or 500MB, not "${value}".`,
  surplus: (text: string) => `There is one argument too many: "${text}".`,
  seeHelp: (command: string | null) => `See benchbook ${command === null ? '' : `${command} `}--help.`,

  noRulebook: 'Which rulebook? Name a file: there is none under scenarios/ here.',
  manyRulebooks: 'Which rulebook? There are several under scenarios/:',
  taken: (file: string) => `Taking ${file}, the only rulebook under scenarios/.`,
  noFile: (file: string, near: string | null) => `There is no file ${file}.${meant(near)}`,
  notAFile: (file: string) => `${file} is a folder; a rulebook is a file.`,
  notARulebook: (file: string) => `${file} is neither a rulebook (.bench) nor a notebook (.md).`,
  notRules: (file: string) => `${file} holds no rules: rulebooks end in .bench, notebooks in .md.`,
  unreadable: (file: string) => `The file ${file} cannot be read. Check that it is a file and that you may read it.`,
  tooLarge: (file: string) => `${file} is larger than 8 MB: a rulebook is not. Is it a data file?`,
  notText: (file: string) => `${file} is not UTF-8 text. Save it again as UTF-8.`,
  outsideRoot: (file: string, root: string) => `${file} lies outside ${root}, the folder given with --root.`,
  noFolder: (folder: string) => `There is no folder ${folder}.`,
  noPopulation: (name: string, all: readonly string[], near: string | null) =>
    `The rulebook has no population ${name}; it has ${quoted(all)}.${meant(near)}`,

  noScenario: (name: string, all: readonly string[], near: string | null) =>
    `The rulebook has no scenario ${name}; it has ${quoted(all)}.${meant(near)}`,
  setRefused: (errors: number) =>
    `${errors === 1 ? 'A --set' : `${errors} of what --set says`} cannot be used, so nothing was run.`,

  needsOut: (format: string) => `--format ${format} writes a file: give it a place with --out PATH.`,
  noTopHere: (format: string) => `--format ${format} writes the whole ranked table: leave out --top.`,
  cannotWrite: (file: string, why: string) => `${file} could not be written: ${why}.`,
  placeFaults: {
    noFolder: (folder: string) => `there is no folder ${folder}`,
    isFolder: (_folder: string) => 'it is a folder, and a file is wanted',
    denied: (folder: string) => `nothing may be written to the folder ${folder}`,
    full: (_folder: string) => 'the disk is full',
    longName: (_folder: string) => 'its name is too long',
    busy: (_folder: string) => 'another program holds it open',
  },
  written: (file: string) => `Written: ${file}`,

  errorsFound: (file: string, errors: number) =>
    `${file} has ${errors === 1 ? 'an error' : `${errors} errors`}, so nothing was run. --keep-going runs the rest.`,
  nothingLeft: (file: string) => `Nothing in ${file} can be run.`,
  keptGoing: (errors: number, leftOut: readonly string[]) =>
    `${errors === 1 ? 'Because of the error' : `Because of the ${errors} errors`} ${leftOut.length === 0 ? 'something is' : `${leftOut.join(', ')} ${leftOut.length === 1 ? 'is' : 'are'}`} left out; this is the rest of the rulebook.`,
  strictWarnings: (file: string, warnings: number) =>
    `${file} has ${warnings === 1 ? 'a warning' : `${warnings} warnings`}, and --strict takes a warning for an error.`,
  dataStops: 'The data stops the run:',
  database: {
    memory: 'There was not enough memory for the run. Close other programs, or allow more with --memory.',
    disk: 'The disk ran full, or a temporary file could not be written.',
    file: 'A data file could not be read: it is damaged, not of the kind its name says, or may not be opened.',
  },
  internal: (why: string) => `Something went wrong inside Benchbook: ${why}`,
  moreWithDebug: 'Run the same command with --debug for the details, and please report them.',
};
