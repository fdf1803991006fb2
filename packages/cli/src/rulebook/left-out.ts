import type { Reading } from '@benchbook/engine';

/** What does not run because of errors, as a reader finds it in the rulebook: `metric decision_share`. */
export const leftOutNames = ({ leftOut }: Reading): readonly string[] =>
  leftOut.filter(({ noun }) => noun !== 'test').map(({ noun, name }) => `${noun} ${name}`);
