import { describe, expect, test } from 'vitest';
import { codesOf, modelOf, onBase } from '../support.js';

const among = (rows: string): string => onBase(`benchmark among_peers\n  peers at least 8\n${rows}`);

const thresholdsOf = (rows: string): unknown =>
  modelOf(among(rows))
    .benchmarks.find(({ name }) => name === 'among_peers')
    ?.table.rows.map(({ outcomes: [threshold] }) =>
      threshold?.kind === 'peers'
        ? [
            threshold.operator,
            threshold.percentile.value.toString(),
            threshold.percentile.path,
            threshold.within.map(({ name, expression }) => [name, expression.kind]),
          ]
        : threshold?.kind,
    );

describe('a threshold among peers', () => {
  test('names a percentile and what peers have in common; the percentile has a path', () => {
    const rows = `  | industry | decision_share                   |
  | 医疗     | >= p75 within industry, employees |
  | 科技业   | <= median                        |
  | 零售业   | > p99.5 within risk_free         |
  | else     | >= 20%                           |
band risk_free
  | employees | risk_free |
  | < 100     | yes       |
  | >= 100    | no        |
`;
    expect(thresholdsOf(rows)).toEqual([
      [
        '>=',
        '0.75',
        'among_peers[医疗].decision_share.percentile',
        [
          ['industry', 'column'],
          ['employees', 'column'],
        ],
      ],
      ['<=', '0.5', 'among_peers[科技业].decision_share.percentile', []],
      ['>', '0.995', 'among_peers[零售业].decision_share.percentile', [['risk_free', 'given']]],
      'bound',
    ]);
  });

  test('the number of peers has a path, and is 5 unless it is said', () => {
    const leastOf = (text: string): unknown =>
      modelOf(text).benchmarks.flatMap(({ table }) =>
        table.rows.flatMap(({ outcomes }) =>
          outcomes.flatMap((one) => (one?.kind === 'peers' ? [[one.least.path, one.least.value.toNumber()]] : [])),
        ),
      );
    expect(leastOf(among('  | decision_share |\n  | >= p75 |'))).toEqual([['among_peers.peers', 8]]);
    expect(leastOf(onBase('benchmark b\n  | decision_share |\n  | >= p75 |'))).toEqual([['b.peers', 5]]);
  });

  test.each([
    ['equality', '  | decision_share |\n  | = p75 |', ['B303']],
    ['a percentile beyond p100', '  | decision_share |\n  | >= p101 |', ['B420']],
    ['a percentile of three digits behind the point', '  | decision_share |\n  | >= p50.123 |', ['B420']],
    ['a group that does not exist', '  | decision_share |\n  | >= p75 within industri |', ['B101']],
    [
      'peers that judging would have to find first',
      '  | decision_share |\n  | >= p75 within risk |\napply among_peers to others\npopulation others of accounts',
      ['B111'],
    ],
  ])('refuses %s', (_, rows, codes) => {
    expect(codesOf(among(rows))).toEqual(codes);
  });

  test('too few peers to ask for is no number of rows', () => {
    expect(codesOf(onBase('benchmark b\n  peers at least 0\n  | decision_share |\n  | >= p75 |'))).toEqual(['B210']);
  });

  test('strictest has no answer where one asks above and another below', () => {
    const text =
      'benchmark b\n  | decision_share |\n  | <= p75 |\npopulation o of accounts\napply strictest(generic, b) to o';
    expect(codesOf(onBase(text))).toEqual(['B402']);
  });
});
