import { expect, test } from 'vitest';
import { wordsFor } from '../../src/language/words.js';

/** The names of all that a dictionary says, nested ones with a dot. */
function keys(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keys(value, `${prefix}${name}.`) : [prefix + name],
  );
}

test('both languages say the same things', () => {
  expect(keys(wordsFor('zh')).sort()).toEqual(keys(wordsFor('en')).sort());
});
