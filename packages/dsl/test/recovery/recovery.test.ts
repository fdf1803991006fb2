import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineMap, message } from '@benchbook/dsl';
import { COVERAGE, diagnosticsOf, onBase, readProjectFile, run } from '../support.js';

const TEN = readProjectFile('packages/dsl/test/recovery/ten-on-one-another.bench');

/** What is said of a text, a line each. */
function said(text: string): string[] {
  const lines = new LineMap(text);
  return diagnosticsOf(text).map((one) => {
    const { line, column } = lines.position(one.span.start);
    return `${String(line)}:${String(column)} ${one.code} ${message(one, 'en').text}`;
  });
}

/** Every mistake of the ten with what was meant, from the top. */
const REPAIRS: readonly (readonly [wrong: string, right: string])[] = [
  ['| txt ', '| text'],
  ['annual_revenue > 5', 'annual_revenue > 5 CNY'],
  ['| >= 15 ', '| >= 15%'],
  ['  | 0      | low  |', '  | 0..1   | low  |'],
  ['| 50%    |', '| 60%    |'],
  ['percent_rank(annual_revenu)', 'percent_rank(annual_revenue)'],
  ['passed(densty)', 'passed(density)'],
  ['risk = hi)', 'risk = high)'],
  ['by industri ', 'by industry '],
  ['generic.shar ', 'generic.share '],
];

describe('ten mistakes that stand on one another', () => {
  test('are ten messages, each where it was made', () => {
    expect(said(TEN)).toEqual([
      '6:22 B207 `txt` is not a column type.',
      '17:26 B204 A bare 5 stands where money is wanted.',
      '27:18 B203 A bare 15 stands where a percent is wanted.',
      '32:3 B313 No row says what holds when `failed` is 1.',
      '36:7 B401 The weights of `priority` come to 90%, not to 100%.',
      '38:37 B101 There is no column `annual_revenu`.',
      '43:12 B101 There is no metric `densty`.',
      '46:23 B104 `risk` has no label `hi`.',
      '48:14 B103 The source `accounts` has no column `industri`.',
      '51:7 B501 `generic.shar` names no number of this rulebook.',
    ]);
  });

  test.each(REPAIRS)('%s mended leaves the other nine', (wrong, right) => {
    expect(TEN).toContain(wrong);
    expect(said(TEN.replace(wrong, right))).toHaveLength(9);
  });

  test('any of them can be mended in any order', () => {
    fc.assert(
      fc.property(fc.subarray([...REPAIRS]), (repairs) => {
        const text = repairs.reduce((mended, [wrong, right]) => mended.replace(wrong, right), TEN);
        expect(said(text)).toHaveLength(REPAIRS.length - repairs.length);
      }),
    );
  });
});

/** Slips in the project's own rulebook, each in another declaration that much stands on. */
const SLIPS: readonly (readonly [right: string, wrong: string])[] = [
  ['| employees      | count     |', '| employees      | cuont     |'],
  ['where annual_revenue > 0 CNY', 'where annual_revenue > 0%'],
  ['  = count(contacts) / annual_revenue\n', '  = count(contacts) / annual_revenu\n'],
  ['  if empty 0%', '  if empty 0 CNY'],
  ['| gap     | 30%    |', '| gap     | 20%    |'],
];

test('slips in what much stands on are as many messages as slips', () => {
  for (const [right] of SLIPS) expect(COVERAGE).toContain(right);
  fc.assert(
    fc.property(fc.subarray([...SLIPS]), (slips) => {
      const text = slips.reduce((broken, [right, wrong]) => broken.replace(right, wrong), COVERAGE);
      expect(said(text)).toHaveLength(slips.length);
    }),
    { numRuns: 32 },
  );
});

describe('what is whole, and stands on what is whole, is in the model', () => {
  const names = (text: string) => {
    const { model } = run(onBase(text));
    return [...model.metrics, ...model.benchmarks, ...model.levels, ...model.scores].map(({ name }) => name);
  };

  test('a metric that is not whole takes along what reads it, and nothing else', () => {
    expect(names('metric a = employees + "x"\nmetric b = a * 2\nmetric c = employees * 2\n')).toEqual([
      'decision_share',
      'contact_density',
      'c',
      'generic',
      'risk',
    ]);
  });

  test('a column that is lost takes along only what names it', () => {
    const text = onBase('metric per_head = employees * 1\n').replace(
      '| employees      | count     |',
      '| employees      | cuont     |',
    );
    const { model, codes } = run(text);
    expect(codes).toEqual(['B207']);
    expect(model.metrics.map(({ name }) => name)).toEqual(['decision_share', 'contact_density']);
    expect(model.levels.map(({ name }) => name)).toEqual(['risk']);
  });

  test('a benchmark with a cell that cannot be read judges nobody', () => {
    const { model, codes } = run(onBase('').replace('>= 15% ', '>= 15x '));
    expect(codes).toHaveLength(1);
    expect(model.benchmarks).toEqual([]);
    expect(model.applies).toEqual([]);
    expect(model.metrics.map(({ name }) => name)).toEqual(['decision_share', 'contact_density']);
  });
});
