import { threefry, type Key } from './threefry.js';

/** What a stream of random words decides; streams of different uses know nothing of each other. */
export type Use = 'value' | 'order' | 'scramble' | 'score' | 'resample' | 'luck';

/**
 * The key of the random numbers of one parameter, from the seed and the parameter's path: nothing else has a say, so
 * another parameter moves nobody's numbers.
 *
 * The text is taken in blocks of eight UTF-16 units and a block with its length, each enciphered under the key that those
 * before it came to and added to the result (Matyas, Meyer and Oseas; Skein hashes with the same cipher in the same way).
 */
export function streamKey(seed: number, use: Use, path: string): Key {
  const text = `${use} ${path}`;
  const words = new Int32Array(4);
  let key: Key = [seed | 0, 0, 0, 0];
  const absorb = (block: Key): void => {
    threefry(key, block, words);
    const [a = 0, b = 0, c = 0, d = 0] = words;
    key = [a ^ block[0], b ^ block[1], c ^ block[2], d ^ block[3]];
  };
  for (let at = 0; at < text.length; at += 8)
    absorb([twoUnits(text, at), twoUnits(text, at + 2), twoUnits(text, at + 4), twoUnits(text, at + 6)]);
  absorb([text.length, 0, 0, -1]);
  return key;
}

/** Past the end of the text there are zeros. */
const twoUnits = (text: string, at: number): number => (unit(text, at) << 16) | unit(text, at + 1);
const unit = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
