const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  source: ['source', 'Sources'],
  param: ['param', 'Parameters'],
  context: ['context', 'Contexts'],
  table: ['table', 'Lookup tables'],
  population: ['population', 'Populations'],
  band: ['band', 'Bands'],
  metric: ['metric', 'Metrics'],
  benchmark: ['benchmark', 'Benchmarks'],
  waiver: ['waiver', 'Waivers'],
  apply: ['apply', 'What applies to whom'],
  level: ['level', 'Levels'],
  tier: ['tier', 'Tiers'],
  score: ['score', 'Scores'],
  target: ['target', 'Targets'],
  check: ['check', 'Data checks'],
  test: ['test', 'Examples that are tested'],
  show: ['show', 'Pictures'],
};

/** What `benchbook docs` writes around the rules. */
export const docs = {
  noun: (noun: string) => NOUNS[noun]?.[0] ?? noun,
  nouns: (noun: string) => NOUNS[noun]?.[1] ?? noun,
  version: (version: string) => `version ${version}`,
  graph: 'What depends on what',
  graphNote: 'From the data on the left to what is made of it. A dashed box is a benchmark that nothing applies.',
  index: 'Index',
  madeBy: 'Written by benchbook docs from the rules themselves.',
  noFolder: (folder: string) => `The folder ${folder} could not be made.`,
};
