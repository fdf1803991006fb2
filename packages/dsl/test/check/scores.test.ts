import { describe, expect, test } from 'vitest';
import { codesOf, modelOf, onBase } from '../support.js';

const score = (rows: string, head = 'times 10') =>
  modelOf(onBase(`score s of key_accounts ${head}\n  | term | weight | value |\n${rows}`)).scores[0];

describe('what judging found', () => {
  const withColumn = (name: string) => (text: string) =>
    onBase(text).replace('  | active         | boolean   |', `  | active         | boolean   |\n  | ${name} | count |`);

  test.each([
    ['failed', 'score s of key_accounts\n  | term | weight | value |\n  | a | 100% | passed |', ['B114']],
    ['passed', 'score s of key_accounts\n  | term | weight | value |\n  | a | 100% | passed |', ['B114']],
    ['judged', 'check count(judged >= 1) > 0', ['B114']],
    ['shortfall', 'score s of key_accounts\n  | term | weight | value |\n  | a | 100% | mean(shortfall) |', ['B114']],
    ['failed', 'metric x = failed * 2', ['B114']],
    ['unknown', 'metric x = unknown * 2', []],
  ])('a column `%s` is never read in its place: %s', (name, text, codes) => {
    expect(codesOf(withColumn(name)(text))).toEqual(codes);
  });

  test('nor a declaration', () => {
    expect(codesOf(onBase('metric failed = employees * 2'))).toEqual(['B114']);
  });
});

describe('score', () => {
  const priority = () =>
    score(
      '  | revenue | 40% | percent_rank(annual_revenue) |\n  | risk | 30% | risk.points |\n  | gap | 30% | mean(shortfall) |',
    );

  test('knows what each term can reach', () => {
    expect(priority()?.terms.map((term) => term.range)).toEqual([
      [0, 1],
      [1, 3],
      [0, 1],
    ]);
  });

  test('knows what it can reach, and given each label of a level: 9 to 16 for high', () => {
    expect(priority()?.range).toEqual({
      all: [3, 16],
      byLevel: [
        { level: 'risk', label: 'high', range: [9, 16] },
        { level: 'risk', label: 'medium', range: [6, 13] },
        { level: 'risk', label: 'low', range: [3, 10] },
      ],
    });
  });

  test('names its weights and its factor', () => {
    const found = priority();
    expect(found?.terms.map((term) => term.weight.path)).toEqual(['s.revenue.weight', 's.risk.weight', 's.gap.weight']);
    expect(found?.times?.path).toBe('s.times');
  });

  test('cannot tell the range of a column, but of a clamped one', () => {
    expect(score('  | a | 100% | employees |')?.range.all).toBeNull();
    expect(score('  | a | 100% | clamp(employees, 0, 500) / 500 |')?.range.all).toEqual([0, 10]);
  });

  test('ranks within a partition', () => {
    expect(score('  | a | 100% | percent_rank(annual_revenue within industry) |')?.terms[0]?.value).toMatchObject({
      kind: 'percent_rank',
      within: { kind: 'column', column: 'industry' },
    });
  });

  test('weights are exact: three thirds of 33.4, 33.3 and 33.3 percent are a whole', () => {
    expect(score('  | a | 33.4% | 1 |\n  | b | 33.3% | 1 |\n  | c | 33.3% | 1 |')?.terms).toHaveLength(3);
  });

  test.each([
    ['  | a | 50% | 1 |', ['B401']],
    ['  | a | 1 | 1 |', ['B203']],
    ['  | a | 50% | 1 |\n  | a | 50% | 2 |', ['B102']],
    ['  | a | 100% | risk.pts |', ['B101']],
    ['  | a | 100% | industry |', ['B205']],
  ])('%s is refused', (rows, codes) => {
    expect(codesOf(onBase(`score s of key_accounts\n  | term | weight | value |\n${rows}`))).toEqual(codes);
  });
});

describe('tier', () => {
  test('cuts a population by rank', () => {
    const [tier] = modelOf(
      onBase(
        'tier service of key_accounts by annual_revenue\n  | rank | service |\n  | 1..50 | 战略 |\n  | else | 潜力 |',
      ),
    ).tiers;
    expect(tier).toMatchObject({
      population: 'key_accounts',
      labels: ['战略', '潜力'],
      by: { kind: 'column', column: 'annual_revenue' },
    });
  });
});

describe('population', () => {
  test('keeps what `where` leaves, then the top share, exact', () => {
    const population = modelOf(
      onBase('population big of accounts\n  where active and annual_revenue > 0\n  top 12.5% by annual_revenue'),
    ).populations[1];
    expect(population?.where).toMatchObject({ kind: 'and' });
    expect(population?.top?.amount).toMatchObject({ kind: 'share', share: { path: 'big.top' } });
    expect(population?.top?.amount.kind === 'share' && population.top.amount.share.value.toString()).toBe('0.125');
  });

  test('top rows', () => {
    expect(
      modelOf(onBase('population big of accounts\n  top 50 by annual_revenue')).populations[1]?.top?.amount.kind,
    ).toBe('rows');
  });
});

describe('apply', () => {
  test('one benchmark, or the strictest of several', () => {
    const text =
      'population all_of_them of accounts\nbenchmark b\n  | decision_share |\n  | >= 20% |\napply strictest(generic, b) to all_of_them';
    expect(
      modelOf(onBase(text)).applies.map(({ population, benchmarks, combine }) => ({ population, benchmarks, combine })),
    ).toEqual([
      { population: 'key_accounts', benchmarks: ['generic'], combine: 'first' },
      { population: 'all_of_them', benchmarks: ['generic', 'b'], combine: 'strictest' },
    ]);
  });
});

describe('names', () => {
  test('a test may be called as anything else', () => {
    expect(
      codesOf(
        onBase('test "risk"\n  given key_accounts\n    | account_id |\n    | A |\n  expect count(key_accounts) = 1'),
      ),
    ).toEqual([]);
  });

  test.each(['param industry = "x"', 'table level\n  | a | b |\n  | x | y |\n  | else | z |'])(
    '%s would hide behind a column',
    (text) => {
      expect(codesOf(onBase(text))).toEqual(['B109']);
    },
  );
});
