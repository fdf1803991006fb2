import { count, NONE } from '../../document/figures.js';

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (amount: number): string => NUMERALS[amount] ?? count(amount);
const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Why an account stands where it stands. */
export const explain = {
  none: NONE,
  which: 'Which account? Name a key or a name.',
  notFound: (text: string, population: string) => `${population} has no account ${text}.`,
  shared: (name: string, amount: number) =>
    `${upperFirst(inWords(amount))} accounts are called ${name}. Name one by its key:`,
  outside: {
    sentence: (who: string, source: string, population: string, because: string) =>
      `${who} is in ${source} but not in ${population}: ${because}.`,
    'below cut': (display: string) => `its ${display} is below the cut`,
    where: (condition: string) => `it is left out by where ${condition}`,
    unknown: (display: string) => `whether it belongs there cannot be told (${display})`,
  },
  meant: 'Did you mean one of these?',
  rank: (rank: number, of: number, population: string) => `rank ${count(rank)} of ${count(of)} in ${population}`,
  unranked: (population: string, of: number) =>
    `not ranked among the ${count(of)} in ${population}: its score is unknown`,
  attributes: 'What is known of it',
  attribute: 'attribute',
  value: 'value',
  where: 'where',
  metric: (name: string, unit: string) => `Metric ${name} in ${unit}`,
  states: {
    failed: 'failed',
    passed: 'passed',
    unknown: 'unknown',
    'not judged': 'not judged',
  },
  verdict: (value: string, state: string) => `${value}: ${state}`,
  asked: (threshold: string) => `asked: ${threshold}`,
  amongPeers: (peers: string, known: number, least: number) =>
    known < least ? `${peers}: only ${known} known, it takes ${least}` : `among ${known} known`,
  shortBy: (share: string) => `short by ${share}`,
  waived: (reason: string) => `waived: ${reason}`,
  formula: (formula: string) => `= ${formula}`,
  answeredBy: (clause: string) => `answered by ${clause}`,
  input: 'input',
  rule: 'rule',
  declaration: 'in',
  level: (name: string, value: string) => `Level ${name}: ${value}`,
  counts: (failed: number, passed: number, unknown: number) => `failed ${failed}, passed ${passed}, unknown ${unknown}`,
  undecided: 'Too much is unknown to tell the level: it would depend on what the unknown metrics are.',
  score: (name: string, value: string) => `Score ${name}: ${value}`,
  term: 'term',
  reads: 'reads',
  weight: 'weight',
  contribution: 'adds',
  sum: 'sum',
  times: (times: string) => `adds = ${times} × weight × value`,
};
