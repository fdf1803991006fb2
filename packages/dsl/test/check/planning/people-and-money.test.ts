import { describe, expect, test } from 'vitest';
import { codes, planned } from './plan.js';

describe('a resource', () => {
  const only = (text: string) => planned(`resource r${text}`).resources.find((one) => one.name === 'r')!;

  test('has its headcount, capacity, lead times and pay', () => {
    expect(
      only(
        ' = 3 ~ 3..5\n  capacity 8 accounts per month\n  hiring 3 months\n  training 12 weeks\n  pay 30万 CNY per year\n    | part | share | every |\n    | base | 40% | every month |\n    | commission | 60% | every 3 months |',
      ),
    ).toMatchObject({
      headcount: { path: 'r' },
      capacity: { path: 'r.capacity', unit: { text: 'accounts per months' } },
      hiring: { path: 'r.hiring' },
      training: { path: 'r.training' },
      pay: {
        amount: { path: 'r.pay' },
        parts: [
          { name: 'base', share: { path: 'r[base].share' } },
          { name: 'commission', every: { unit: { text: 'months' } } },
        ],
      },
    });
  });

  test('whole heads, unless parts of one are written', () => {
    const { uncertain } = planned('resource r = 3 ~ 3..5\nresource q = 2.5 ~ 2..3');
    expect(uncertain.filter((one) => 'rq'.includes(one.path)).map(({ distribution }) => distribution)).toMatchObject([
      { kind: 'uniform', whole: true },
      { kind: 'uniform', whole: false },
    ]);
  });

  test('one for so many of a population or of another resource', () => {
    expect(only('\n  span 20 key_accounts rounded up\n  span 10 managers unrounded').spans).toMatchObject([
      {
        kind: 'ratio',
        of: { kind: 'population', name: 'key_accounts' },
        each: { path: 'r[key_accounts].span' },
        rounding: 'up',
      },
      { kind: 'ratio', of: { kind: 'resource', name: 'managers' }, rounding: 'none' },
    ]);
  });

  test('so many of each level, pooled or each by itself', () => {
    const table = '\n    | risk | accounts |\n    | high | 4 ~ 3..5 |\n    | medium | 10 |\n    | low | - |';
    expect(only(`\n  span of key_accounts pooled rounded up${table}`).spans[0]).toMatchObject({
      kind: 'table',
      pooled: true,
      table: { rows: [{ outcomes: [{ path: 'r[high].accounts' }] }, {}, { outcomes: [null] }] },
    });
    expect(only(`\n  span of key_accounts per risk rounded nearest${table}`).spans[0]).toMatchObject({
      pooled: false,
      rounding: 'nearest',
    });
  });

  test.each([
    [' = -3', ['B210']],
    [' = 3 CNY', ['B202']],
    ['', ['B013']],
    [' = 3\n  capacity -5 days per month', ['B210']],
    [' = 3\n  capacity 5 days', ['B210']],
    [' = 3\n  hiring 3', ['B210']],
    [' = 3\n  pay 3万 CNY', ['B210']],
    [' = 3\n  pay 3万 CNY per month\n    | part | share |\n    | base | 40% |\n    | bonus | 50% |', ['B602']],
    ['\n  span 20 key_accounts', ['B632']],
    ['\n  span 0 key_accounts rounded up', ['B210']],
    ['\n  span 20 risk rounded up', ['B105']],
    ['\n  span of key_accounts rounded up\n    | risk | accounts |\n    | else | 5 |', ['B632']],
    ['\n  span of key_accounts per industry rounded up\n    | risk | accounts |\n    | else | 5 |', ['B211']],
    [
      '\n  span of key_accounts pooled rounded up\n    | risk | accounts |\n    | hgh | 5 |\n    | else | 5 |',
      ['B104'],
    ],
    ['\n  span of key_accounts pooled rounded up\n    | risk | accounts |\n    | else | 5 to 8 |', ['B303']],
  ])('%s is refused', (text, wanted) => {
    expect(codes(`resource r${text}`)).toEqual(wanted);
  });

  test('a resource is not called like a column', () => {
    expect(codes('resource employees = 3')).toEqual(['B109']);
  });
});

describe('a budget', () => {
  const only = (text: string) => planned(`budget b${text}`).budgets.find((one) => one.name === 'b')!;

  test('has categories over years, phases or the whole', () => {
    expect(
      only(
        ' from 2025-01\n  | category | 2025 | year 2 | total |\n  | 技术 | 250万 CNY ~ 200万..300万 | - | 500万 CNY |',
      ),
    ).toMatchObject({
      currency: 'CNY',
      from: '2025-01-01',
      periods: [{ kind: 'calendar', year: 2025 }, { kind: 'year', number: 2 }, { kind: 'total' }],
      lines: [{ category: '技术', amounts: [{ path: 'b[技术].2025' }, null, { path: 'b[技术].total' }] }],
    });
  });

  test('may be shares of a total, with a reserve', () => {
    expect(
      only(
        ' = 1_000万 CNY per year\n  | category | year 1 | year 2 |\n  | 技术 | 40% | 25% |\n  | 渠道 | 50% | 65% |\n  reserve 10%',
      ),
    ).toMatchObject({ total: { path: 'b' }, reserve: { path: 'b.reserve' } });
  });

  test('moves money by rules', () => {
    expect(
      planned(
        'budget b\n  | category | total |\n  | a | 5 CNY |\n  | b | 5 CNY |\n  moves 10% from lowest roi to highest roi every 3 months\n  moves 20% from a to b when share(risk = high) < 20%',
      ).budgets.at(-1)?.moves,
    ).toMatchObject([
      { from: { kind: 'extreme', extreme: 'lowest', figure: 'roi' }, every: { unit: { text: 'months' } }, when: null },
      { from: { kind: 'category', category: 'a' }, to: { category: 'b' }, when: { text: 'share(risk = high) < 20%' } },
    ]);
  });

  test.each([
    ['', ['B013']],
    [' = 0 CNY', ['B629']],
    [' = 10%', ['B615']],
    [' = -5 CNY', ['B210']],
    [' = 100 CNY\n  | category | total |\n  | a | 80 CNY |\n  | b | 30 CNY |', ['B630']],
    [' = 100 CNY\n  | category | total |\n  | a | 80 CNY |\n  | b | 15 CNY |\n  reserve 10%', ['B630']],
    [' = 1_200 CNY per year\n  | category | 2025 | 2026 |\n  | a | 1_000 CNY | 1_300 CNY |', ['B630']],
    [' = 1_200 CNY per year\n  | category | 2025 | 2026 |\n  | a | 1_000 CNY | 1_200 CNY |', []],
    [' = 100 CNY\n  | category | year 1 | year 2 |\n  | a | 60% | 30% |\n  reserve 10%', []],
    [' = 100 CNY\n  | category | year 1 | year 2 |\n  | a | 60% | 40% |\n  reserve 10%', ['B630']],
    ['\n  | category | total |\n  | a | 80 CNY |\n  | b | 30 USD |', ['B616']],
    ['\n  | category | total |\n  | a | 80 |', ['B204']],
    ['\n  | category | total |\n  | a | 5 or 6 |', ['B303']],
    ['\n  | category | total |\n  | a | 1 CNY |\n  | a | 1 CNY |', ['B102']],
    ['\n  | kind | total |\n  | a | 1 CNY |', ['B306']],
    ['\n  | category | sometime |\n  | a | 1 CNY |', ['B306']],
    ['\n  | category |\n  | a |', ['B307']],
    ['\n  | category | total |\n  | a | 1 CNY |\n  moves 10% from a to c', ['B211']],
    ['\n  | category | total |\n  | a | 1 CNY |\n  moves 110% from a to a', ['B210']],
  ])('%s gives %j', (text, wanted) => {
    expect(codes(`budget b${text}`)).toEqual(wanted);
  });
});

describe('a phase', () => {
  const only = (text: string) => planned(`phase p${text}`).phases.find((one) => one.name === 'p')!;

  test('has months, or a start and an end or a length', () => {
    expect(only(' months 4..6')).toMatchObject({
      starts: { number: { path: 'p.starts' } },
      ends: { number: { path: 'p.ends' } },
    });
    expect(only(' starts 2025-04 ends 2025-06')).toMatchObject({
      starts: { iso: '2025-04-01' },
      ends: { iso: '2025-06-01' },
    });
    expect(only(' starts month 4 ~ 3..6 lasts 3 months')).toMatchObject({ lasts: { path: 'p.lasts' }, ends: null });
  });

  test('has milestones with what is to be reached by then', () => {
    expect(
      only(
        ' months 4..6\n  owner "项目办"\n  milestones\n    | milestone | by | measure | attain | owner |\n    | 试点 | month 6 | share(risk = high) | <= 60% | 王 |\n    | 完成 | end | - | - | - |',
      ),
    ).toMatchObject({
      owner: '项目办',
      milestones: [
        {
          name: '试点',
          by: { number: { path: 'p[试点].by' } },
          attain: { quantity: { path: 'p[试点].attain' } },
          owner: '王',
        },
        { name: '完成', by: { kind: 'end' }, measure: null, attain: null },
      ],
    });
  });

  test.each([
    [' months 6..4', ['B619']],
    [' starts month 6 ends month 4', ['B619']],
    [' starts 2025-06 ends 2025-04', ['B619']],
    [' starts year 2 ends month 12', ['B619']],
    [' months 0..4', ['B210']],
    [' months 1..3 lasts 2 months', ['B635']],
    [' starts month 1 ends month 3 lasts 3 months', ['B635']],
    ['', ['B013']],
    [' lasts 0 months', ['B210']],
    [' lasts 3 months after q', ['B101']],
    [' lasts 3 months after p', ['B111']],
    [' lasts 3 months after q\nphase q lasts 1 month after p', ['B111']],
    [' months 1..3\nphase q months 3..6 after p', ['B620']],
    [' starts month 1 lasts 3 months\nphase q months 3..6 after p', ['B620']],
    [' months 1..3\nphase q months 4..6 after p', []],
    [' months 1..3\n  milestones\n    | milestone | by |\n    | x | soon |', ['B303']],
    [' months 1..3\n  milestones\n    | milestone | by | measure |\n    | x | end | share(risk = high) |', ['B302']],
  ])('%s gives %j', (text, wanted) => {
    expect(codes(`phase p${text}`)).toEqual(wanted);
  });
});
