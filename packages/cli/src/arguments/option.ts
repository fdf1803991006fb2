/** Every option of every command; the dictionaries describe each. */
export type OptionName =
  | 'format'
  | 'out'
  | 'include'
  | 'for'
  | 'address'
  | 'theme'
  | 'scale'
  | 'live'
  | 'population'
  | 'top'
  | 'scenario'
  | 'set'
  | 'keep'
  | 'note'
  | 'no-data'
  | 'trend'
  | 'strict'
  | 'keep-going'
  | 'check'
  | 'stdin'
  | 'stdio'
  | 'fix'
  | 'filter'
  | 'coverage'
  | 'coverage-min'
  | 'watch'
  | 'no-run'
  | 'exit-code'
  | 'rules'
  | 'port'
  | 'host'
  | 'open'
  | 'no-open'
  | 'read-only'
  | 'root'
  | 'threads'
  | 'memory'
  | 'as-of'
  | 'lang'
  | 'no-color'
  | 'debug'
  | 'help'
  | 'version';

/** An option as a command takes it. */
export interface OptionSpec {
  readonly name: OptionName;
  /** What stands for the value in the help (`PATH`), or the words it may be; null for a flag. */
  readonly value: string | readonly string[] | null;
  readonly short?: string;
}

/** Options that every command takes. */
export const COMMON: readonly OptionSpec[] = [
  { name: 'lang', value: ['en', 'zh'] },
  { name: 'no-color', value: null },
  { name: 'debug', value: null },
  { name: 'help', value: null, short: 'h' },
];

/** Stands alone, without a command. */
export const VERSION: OptionSpec = { name: 'version', value: null, short: 'v' };

/** Options of every command that opens a rulebook. */
export const OPENING: readonly OptionSpec[] = [
  { name: 'root', value: 'DIR' },
  { name: 'as-of', value: 'DATE' },
];

/** Options of every command that runs a scenario of one. */
export const WHAT_IF: readonly OptionSpec[] = [
  { name: 'scenario', value: 'NAME' },
  { name: 'set', value: 'PATH=VALUE' },
];

/** Options of every command that runs one. */
export const RUNNING: readonly OptionSpec[] = [
  { name: 'threads', value: 'N' },
  { name: 'memory', value: 'SIZE' },
];

/** Options of every command that asks something of what the rules come to. */
export const WORKED_OUT: readonly OptionSpec[] = [
  { name: 'strict', value: null },
  { name: 'keep-going', value: null },
  ...WHAT_IF,
  ...OPENING,
  ...RUNNING,
];

/** Options of every command that asks something of one judged population. */
export const JUDGED: readonly OptionSpec[] = [{ name: 'population', value: 'NAME' }, ...WORKED_OUT];
