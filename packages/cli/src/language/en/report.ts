import { count, NONE } from '../../document/figures.js';

const rows = (amount: number): string => (amount === 1 ? '1 row' : `${count(amount)} rows`);
const benchmarks = (least: number): string => {
  const words = ['no', 'one', 'two', 'three', 'four', 'five'];
  return `${words[least] ?? String(least)} ${least === 1 ? 'benchmark' : 'benchmarks'}`;
};

/** The report of `benchbook run`, section by section. */
export const report = {
  scenario: (name: string) => `Scenario ${name}`,
  given: 'Numbers given on the command line',
  andGiven: 'and numbers given on the command line',
  startsFrom: (chain: readonly string[]) => `Made from ${chain.join(', then ')}.`,
  appliedTo: (benchmarks: string, population: string) => `${population} is judged by ${benchmarks}`,
  number: 'number',
  inBase: 'in base',
  inScenario: 'here',
  movedBy: 'by',
  rescaled: 'makes room',
  commandLine: '--set',
  moreMoved: (amount: number) => `${count(amount)} more ${amount === 1 ? 'number is' : 'numbers are'} moved.`,
  asOf: (day: string) => `as of ${day}`,
  version: (version: string) => `version ${version}`,
  unknown: 'unknown',
  none: NONE,
  listed: (items: readonly string[]) => items.join(', '),
  places: (numbers: readonly number[], more: boolean) =>
    `${numbers.length === 1 && !more ? 'row' : 'rows'} ${numbers.join(', ')}${more ? ', …' : ''}`,

  population: (name: string, size: number, of: number, source: string) =>
    `${name}: ${count(size)} of ${count(of)} ${source}`,
  cut: (by: string, display: string) => `cut by ${by} at ${display}`,
  leftOutWhere: (amount: number) => `${rows(amount)} left out by its where`,
  leftOutUnknown: (amount: number) => `${rows(amount)} left out because its where cannot be told`,
  belowCut: (amount: number) => `${rows(amount)} below the cut`,
  tied: (amount: number) =>
    `${rows(amount)} left out ${amount === 1 ? 'that ties' : 'that tie'} with the last one in, decided by the key`,

  data: 'Data',
  source: 'source',
  file: 'file',
  read: 'rows read',
  kept: 'rows kept',
  dropped: 'dropped',
  notAvailable: 'not available',
  droppedRows: (source: string, amount: number, reason: string, where: string) =>
    `${source}: ${rows(amount)} dropped: ${reason} (${where})`,
  missing: (place: string, amount: number) => `${place}: no value in ${rows(amount)}`,
  unreadable: (place: string, amount: number) => `${place}: unreadable in ${rows(amount)}, counted as no value`,
  orphans: (place: string, amount: number) => `${place}: points at nothing in ${rows(amount)}`,

  meaning: (least: number) => `miss at least ${benchmarks(least)}`,
  untold: (amount: number, of: number) =>
    `${count(amount)} of ${count(of)} cannot be told: too much of what ${of === 1 ? 'it is' : 'they are'} judged by is unknown`,
  headline: (labels: string, amount: number, share: string) => `${labels} ${count(amount)} (${share})`,
  colon: ': ',

  metrics: 'Metrics',
  metric: 'metric',
  mean: 'mean',
  median: 'median',
  p10: 'p10',
  p90: 'p90',
  zero: 'at zero',
  pass: 'pass rate',
  notKnown: 'unknown',
  notJudged: 'not judged',
  benchmark: 'benchmark',
  thresholds: (amount: number) => `${count(amount)} thresholds`,
  rowsLeftOut: (metric: string, amount: number) =>
    `${metric}: ${rows(amount)} left out of the aggregates because a where cannot be told`,

  score: (name: string) => `Score ${name}`,
  scored: (low: string, high: string, mean: string) => `From ${low} to ${high}, mean ${mean}.`,
  attainable: (low: string, high: string, byLevel: readonly string[]) =>
    `Attainable: ${low} to ${high}${byLevel.length === 0 ? '' : ` (${byLevel.join(', ')})`}.`,
  attainableBy: (label: string, low: string, high: string) => `${label} ${low} to ${high}`,
  scoreUnknown: (amount: number) => `${rows(amount)} without a score: not ranked, listed last.`,
  term: 'term',
  value: 'value',
  declared: 'declared',
  effective: 'effective',
  byRange: 'by range',
  weights:
    'Declared is the weight as written; effective is how much of the ranking the term decides on this data; by range is its share of what the score can reach.',

  target: (name: string) => `Target ${name}`,
  by: (date: string) => `by ${date}`,
  measure: 'measure',
  now: 'now',
  attain: 'attain',
  met: 'met',
  gap: 'gap',
  short: 'accounts short',
  yes: 'yes',
  no: 'no',

  between: (low: string, high: string) => `${low} to ${high}`,

  checks: 'Checks',
  check: 'check',
  holds: 'holds',
  cannotTell: 'cannot be told',
  found: 'found',
  severity: 'severity',
  error: 'error',
  warning: 'warning',
  note: 'note',
  hint: 'hint',

  top: (amount: number, of: number) => `Top ${count(amount)} of ${count(of)}`,
  rank: 'rank',
  name: 'name',
  key: 'key',
  industry: 'industry',
  level: 'level',
  points: 'score',
  because: 'because',

  notices: 'Notices',
  at: (file: string, line: number | null) => (line === null ? file : `${file}:${line}`),
};
