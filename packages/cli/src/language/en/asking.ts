/** What is said of sweeps, goals and drivers. */
export const asking = {
  nothing:
    'There is nothing to ask: the rulebook has no sweep, seek or rank drivers. Write one behind the file, in quotes.',
  refused: (errors: number) =>
    `The question has ${errors === 1 ? 'an error' : `${errors} errors`}, so nothing was asked.`,
  sweepOf: (places: string) => `Sweep of ${places}`,
  seekOf: (place: string, goal: string) => `${place} so that ${goal}`,
  found: (place: string, value: string, figure: string) => `With ${place} at ${value} the goal is met: ${figure}.`,
  nearest: (place: string, value: string, figure: string) =>
    `No value meets the goal. Nearest comes ${place} at ${value}: ${figure}.`,
  cannotTell: 'Whether the goal is met cannot be told: the figure has no value.',
  current: (value: string, figure: string, met: boolean) =>
    `As it stands, at ${value}: ${figure}${met ? ', which meets it' : ''}.`,
  stretches: (ranges: string) => `It is met at ${ranges}.`,
  course: {
    rises: (from: string, to: string) => `From ${from} to ${to} the figure rises.`,
    falls: (from: string, to: string) => `From ${from} to ${to} the figure falls.`,
    level: (from: string, to: string) => `From ${from} to ${to} the figure stays as it is.`,
    turns: (from: string, to: string) => `From ${from} to ${to} the figure rises and falls.`,
  },
  tried: {
    steps: (amount: string) =>
      `${amount} values were tried, one between any two at which the data lets the figure change.`,
    grid: (amount: string) => `${amount} values were tried, in even steps and closer where the goal begins to be met.`,
  },
  inverseOf: (place: string | null, goal: string) =>
    `Any threshold${place === null ? '' : ` of ${place}`} so that ${goal}`,
  inverseNow: (figure: string, met: boolean | null) =>
    met === null
      ? 'Whether the goal is met as it stands cannot be told: the figure has no value.'
      : `As it stands: ${figure}, which ${met ? 'meets' : 'misses'} it.`,
  noThreshold: 'Nothing is asked of the population here, so there is no threshold to move.',
  threshold: 'threshold',
  scaled: (path: string, thresholds: string) => `${path}, ${thresholds} scaled together`,
  now: 'now',
  needed: 'needed',
  change: 'change',
  metAt: 'met at',
  neverMet: (value: string) => `never; nearest at ${value}`,
  ways: (able: string, all: string) => `${able} of ${all} can meet it by themselves.`,
  everyStep: 'Every step was tried at which the data lets the figure change.',
  someSteps: (paths: string) => `Of ${paths} values were tried in steps, closer where the goal begins to be met.`,
  driversOf: (figure: string, now: string) => `What moves ${figure}, now ${now}`,
  number: 'number',
  down: 'down',
  up: 'up',
  swing: 'swing',
  still: (amount: string, all: boolean) =>
    all
      ? `None of ${amount} numbers moves it by such a step.`
      : `${amount} other numbers do not move it by such a step.`,
};
