import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamKey } from '../../../src/projection/random/numbers/stream-key.js';
import { threefry, uniforms, type Key } from '../../../src/projection/random/numbers/threefry.js';

const hex = (text: string): Key => text.split(' ').map((word) => Number.parseInt(word, 16) | 0) as unknown as Key;

function block(counter: string, key: string): string {
  const out = new Int32Array(4);
  threefry(hex(key), hex(counter), out);
  return [...out].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
}

describe('the known answers of Random123 (tests/kat_vectors, threefry4x32 20)', () => {
  test.each([
    [
      '00000000 00000000 00000000 00000000',
      '00000000 00000000 00000000 00000000',
      '9c6ca96a e17eae66 fc10ecd4 5256a7d8',
    ],
    [
      'ffffffff ffffffff ffffffff ffffffff',
      'ffffffff ffffffff ffffffff ffffffff',
      '2a881696 57012287 f6c7446e a16a6732',
    ],
    [
      '243f6a88 85a308d3 13198a2e 03707344',
      'a4093822 299f31d0 082efa98 ec4e6c89',
      '59cd1dbb b8879579 86b5d00c ac8b6d84',
    ],
  ])('%s under %s', (counter, key, answer) => {
    expect(block(counter, key)).toBe(answer);
  });
});

describe('the chances of a stream', () => {
  const chances = (seed: number, path: string, trials: number, first = 0): number[] => {
    const out = new Float64Array(trials);
    uniforms(streamKey(seed, 'value', path), out, first);
    return [...out];
  };

  test('are these for ever', () => {
    expect(chances(1, 'managers', 4)).toEqual([
      0.6058650038832981, 0.031834293499086175, 0.90647348598415, 0.881864633430487,
    ]);
    expect(chances(1, '回复率', 2)).toEqual([0.24916312199940205, 0.5167390022719193]);
  });

  test('depend on the trial, whichever is drawn first', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), fc.string(), (first, count, path) => {
        expect(chances(7, path, count, first)).toEqual(chances(7, path, 100).slice(first, first + count));
      }),
    );
  });

  test('differ by seed, path and use, whatever the length of the path', () => {
    const seen = new Set<string>();
    const paths = ['', 'a', 'b', 'ab', 'a\0', 'a'.repeat(8), 'a'.repeat(9), 'a'.repeat(16)];
    for (const seed of [0, 1, 2 ** 32 - 1])
      for (const use of ['value', 'order'] as const)
        for (const path of paths) seen.add(streamKey(seed, use, path).join());
    expect(seen.size).toBe(3 * 2 * paths.length);
  });

  test('lie strictly between 0 and 1 and are spread evenly over 100 parts (chi squared, 99 degrees, p > 0.001)', () => {
    const counts = new Array<number>(100).fill(0);
    const found = chances(3, 'x', 100_000);
    for (const chance of found) counts[Math.floor(chance * 100)]!++;
    expect(found.every((chance) => chance > 0 && chance < 1)).toBe(true);
    const squared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(squared).toBeLessThan(148.2);
  });
});
