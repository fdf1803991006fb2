import { describe, expect, test } from 'vitest';
import type { Constant } from '@benchbook/dsl';
import { check, message, parse } from '@benchbook/dsl';
import { codesOf, modelOf, onBase, run } from '../support.js';

const paths = (part: unknown): string[] => {
  const found: string[] = [];
  JSON.stringify(part, (key, value: unknown) => {
    if (key === 'path' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
};
const band = (rows: string) => modelOf(onBase(`band size\n  | employees | size |\n${rows}`)).bands[0];
const text = (constant: Constant | null | undefined) => (constant?.kind === 'text' ? constant.text : null);

describe('band', () => {
  const size = () => band('  | < 200 | 小型 |\n  | 200..<1_000 | 中型 |\n  | >= 1_000 | 大型 |');

  test('reads ranges and labels', () => {
    const found = size();
    expect(found?.source).toBe('accounts');
    expect(found?.table.rows.map((row) => text(row.outcomes[0]))).toEqual(['小型', '中型', '大型']);
    expect(found?.table.rows[1]?.conditions[0]).toMatchObject({
      kind: 'range',
      range: { lowIncluded: true, highIncluded: false },
    });
    expect(found?.table.rows[1]?.text).toBe('| 200..<1_000 | 中型 |');
  });

  test('either end of a range is taken or left, and is shared with the row beside it', () => {
    const tax = band(
      '  | <= 36_000 | 3% |\n  | 36_000<..144_000 | 10% |\n  | 144_000<..<300_000 | 20% |\n  | >= 300_000 | 25% |',
    );
    expect(tax?.table.rows.slice(1, 3).map((row) => row.conditions[0])).toMatchObject([
      { kind: 'range', range: { lowIncluded: false, highIncluded: true } },
      { kind: 'range', range: { lowIncluded: false, highIncluded: false } },
    ]);
    expect(paths(tax)[0]).toBe('size[3%..10%].employees');
  });

  test('an edge that two rows share has one path', () => {
    expect(paths(size())).toEqual([
      'size[小型..中型].employees',
      'size[小型..中型].employees',
      'size[中型..大型].employees',
      'size[中型..大型].employees',
    ]);
  });

  test('an edge of its own is named by its row', () => {
    expect(paths(band('  | < 200 | 小型 |\n  | 300..400 | 中型 |\n  | else | 大型 |'))).toEqual([
      'size[小型].employees',
      'size[中型].employees.low',
      'size[中型].employees.high',
    ]);
  });

  test('else, missing, lists and dashes', () => {
    const rows = band('  | 1, 2 | A |\n  | missing | B |\n  | else | C |')?.table.rows;
    expect(rows?.map((row) => row.conditions[0]?.kind)).toEqual(['values', 'missing', 'else']);
  });

  test('further outcomes beside the label', () => {
    const found = modelOf(
      onBase(
        'band size\n  | employees | size | weight |\n  | < 200 | 小型 | 1 |\n  | else | 大型 | 2 |\nmetric w = size.weight',
      ),
    ).bands[0];
    expect(found?.table.outputs.map((output) => [output.name, output.type.kind])).toEqual([
      ['size', 'text'],
      ['weight', 'number'],
    ]);
    expect(paths(found)).toContain('size[大型].weight');
  });
});

describe('rows for every number', () => {
  const said = (text: string) => check(parse('test.bench', onBase(text))).diagnostics.map((one) => one.data);
  const level = (rows: string) => said(`level alert\n  | failed | alert |\n${rows}`);
  const tier = (rows: string) => said(`tier t of key_accounts by employees\n  | rank | t |\n${rows}`);
  const gaps = (rows: string, column = 'employees') => said(`band size\n  | ${column} | size |\n${rows}`);

  test.each([
    ['  | >= 2 | a |\n  | 1 | b |', ['0']],
    ['  | 0 | a |', ['1..2']],
    ['  | >= 3 | a |', ['0..2']],
    ['  | 2 | a |\n  | 0 | b |', ['1']],
    ['  | not 1 | a |', ['1']],
  ])('a level leaves counts out: %s', (rows, counts) => {
    expect(level(rows)).toEqual([{ column: 'failed', counts }]);
  });

  test.each([
    '  | 0..2 | a |',
    '  | != 1 | a |\n  | 1 | b |',
    '  | > 0 | a |\n  | <= 0 | b |',
    '  | 2 | a |\n  | else | b |',
  ])('a level that has them all: %s', (rows) => {
    expect(level(rows)).toEqual([]);
  });

  test('ranks begin at 1 and follow each other; after the last row nothing has to be said', () => {
    expect(tier('  | 2..50 | a |\n  | 61..200 | b |')).toEqual([{ column: 'rank', counts: ['1', '51..60'] }]);
    expect(tier('  | 1..50 | a |\n  | 51..200 | b |')).toEqual([]);
  });

  test('a gap between rows is named as a condition', () => {
    expect(gaps('  | < 200 | a |\n  | >= 300 | b |')).toEqual([{ gaps: ['200 <= employees <= 299'] }]);
    expect(gaps('  | <= 5M CNY | a |\n  | > 9M CNY | b |', 'annual_revenue')).toEqual([
      { gaps: ['5000000 CNY < annual_revenue <= 9000000 CNY'] },
    ]);
    expect(gaps('  | < 10% | a |\n  | > 10% | b |', 'decision_share')).toEqual([{ gaps: ['decision_share = 10%'] }]);
  });

  test('an open case of several columns is named by the numbers that rows name', () => {
    const rows = '  | >= 18% | low | a |\n  | < 18% | low | b |\n  | 30%..40% | high | c |';
    expect(said(`table t\n  | decision_share | industry | -> t |\n${rows}`)).toEqual([
      {
        gaps: [
          'decision_share < 18% and industry not in [low]',
          '(18% <= decision_share < 30% or decision_share > 40%) and industry not in [low]',
          '30% <= decision_share <= 40% and industry not in [low, high]',
        ],
      },
    ]);
  });

  test('values listed one by one, and whole numbers side by side, leave no gap', () => {
    expect(gaps('  | 1 | a |\n  | 5 | b |')).toEqual([]);
    expect(gaps('  | 1..50 | a |\n  | 51..200 | b |')).toEqual([]);
  });

  test('a table with a gap is whole all the same', () => {
    expect(run(onBase('band size\n  | employees | size |\n  | < 200 | S |\n  | > 300 | L |')).model.bands).toHaveLength(
      1,
    );
  });

  test('ten overlaps are shown, the others counted', () => {
    const rows = Array.from({ length: 15 }, (_, index) => `  | >= ${index} | L${index} |`).join('\n');
    const found = check(parse('test.bench', onBase(`band size\n  | employees | size |\n${rows}`))).diagnostics;
    expect(found.map((one) => one.code)).toEqual(Array(10).fill('B305'));
    const last = found.at(-1);
    expect(last && message(last, 'en').text).toContain('So do 4 more rows of this table.');
    expect(last && message(last, 'zh').text).toContain('这张表另有 4 行也是如此。');
  });
});

describe('benchmark', () => {
  const conditions = (text: string) => run(onBase(text)).model.benchmarks.find((one) => one.name === 'b');
  const benchmark = (rows: string) => modelOf(onBase(rows)).benchmarks.find((one) => one.name === 'b');

  test('thresholds are exact, in the metric’s unit, each with its path', () => {
    const found = benchmark(
      'benchmark b\n  | industry | decision_share |\n  | 金融服务业 | >= 20% |\n  | else | 15%..60% |',
    );
    expect(paths(found)).toEqual([
      'b[金融服务业].decision_share',
      'b[else].decision_share.low',
      'b[else].decision_share.high',
    ]);
    const first = found?.table.rows[0]?.outcomes[0];
    expect(first?.kind === 'bound' && first.quantity.value.toString()).toBe('0.2');
  });

  test('without conditions a path is just benchmark and metric', () => {
    expect(paths(modelOf(onBase('')).benchmarks[0])).toEqual(['generic.contact_density', 'generic.decision_share']);
  });

  test('two condition columns name a row together', () => {
    const found = benchmark(
      'benchmark b\n  | industry | active | decision_share |\n  | A, B | yes | >= 20% |\n  | A, B | no | - |\n  | else | - | - |',
    );
    expect(paths(found)).toEqual(['b[A, B, yes].decision_share']);
    expect(found?.table.rows[2]?.conditions).toEqual([{ kind: 'else' }, { kind: 'any' }]);
    expect(found?.table.rows[2]?.outcomes).toEqual([null]);
  });

  test('text conditions: lists, not, contains', () => {
    const rows = conditions(
      'benchmark b first\n  | industry | decision_share |\n  | not A, "B, C" | >= 1% |\n  | contains "金融", 保险 | >= 2% |\n  | starts 科 | >= 3% |\n  | 医疗, starts "恒泰" | >= 4% |',
    )?.table.rows;
    expect(rows?.map((row) => row.conditions[0])).toEqual([
      {
        kind: 'values',
        negated: true,
        values: [
          { kind: 'text', text: 'A' },
          { kind: 'text', text: 'B, C' },
        ],
      },
      { kind: 'match', how: 'contains', texts: ['金融', '保险'] },
      { kind: 'match', how: 'starts', texts: ['科'] },
      {
        kind: 'either',
        conditions: [
          { kind: 'values', values: [{ kind: 'text', text: '医疗' }], negated: false },
          { kind: 'match', how: 'starts', texts: ['恒泰'] },
        ],
      },
    ]);
  });

  test.each([
    ['a threshold with =', '  | decision_share |\n  | = 20% |', ['B303']],
    ['a bare number', '  | decision_share |\n  | >= 20 |', ['B203']],
    ['a comparison on a text', '  | industry | decision_share |\n  | > 5 | >= 20% |', ['B303']],
    ['one value twice', '  | industry | decision_share |\n  | A | >= 20% |\n  | B, A | >= 10% |', ['B305']],
    [
      'a row for everything beside another',
      '  | industry | decision_share |\n  | A | >= 20% |\n  | - | >= 10% |',
      ['B305'],
    ],
    ['a label that does not exist', '  | risk | decision_share |\n  | hgh | >= 20% |', ['B104']],
  ])('refuses %s', (_, table, codes) => {
    expect(codesOf(onBase(`population p of accounts\nbenchmark b\n${table}`))).toEqual(codes);
  });

  test('a benchmark that asks for what it decides goes in a circle', () => {
    expect(
      codesOf(
        onBase('').replace(
          '  | contact_density | decision_share |\n  | >= 5            | >= 15%         |',
          '  | risk | decision_share |\n  | high | >= 15%         |\n  | else | -              |',
        ),
      ),
    ).toEqual(['B111']);
  });

  test('hit policies that choose a row by where it stands', () => {
    expect(
      benchmark('benchmark b first\n  | industry | decision_share |\n  | A | >= 20% |\n  | - | >= 10% |')?.table.hit,
    ).toBe('first');
    expect(codesOf(onBase('benchmark b collect max\n  | decision_share |\n  | >= 20% |'))).toEqual(['B315']);
    expect(codesOf(onBase('benchmark b priority\n  | decision_share |\n  | >= 20% |'))).toEqual(['B315']);
  });
});

describe('level', () => {
  test('gives labels in the order of its rows, and further outcomes', () => {
    const [risk] = modelOf(onBase('')).levels;
    expect(risk?.labels).toEqual(['high', 'medium', 'low']);
    expect(risk?.table.inputs[0]?.expression).toMatchObject({ kind: 'judgement', what: 'failed' });
    expect(paths(risk)).toContain('risk[high].points');
  });

  test('two rows of one label are told apart in paths', () => {
    const levels = modelOf(
      onBase('level alert\n  | failed | alert |\n  | 0 | no |\n  | 1 | no |\n  | else | yes |'),
    ).levels;
    expect(paths(levels[1])).toEqual(['alert[no].failed', 'alert[no#2].failed']);
  });
});

describe('table and context', () => {
  test('a table is a function of its inputs', () => {
    const model = modelOf(
      onBase(
        'table fee_of\n  | level | -> fee |\n  | VP | 5k CNY |\n  | else | 1k CNY |\nmetric x in CNY = sum(contacts.fee where fee_of(level) > 2k CNY)',
      ),
    );
    expect(model.lookups[0]?.table.outputs[0]?.type).toMatchObject({ kind: 'number', unit: { kind: 'money' } });
    expect(paths(model.lookups[0])).toEqual(['fee_of[VP].fee', 'fee_of[else].fee']);
  });

  test('a context says where its figures come from', () => {
    const [context] = modelOf(
      onBase(
        'context churn "流失率" source "plan 1.5.1" dated 2023-12-31\n  | risk | churn |\n  | high | 18% |\n  | medium | 12% |\n  | low | 8% |\nscore s of key_accounts\n  | term | weight | value |\n  | c | 100% | churn |',
      ),
    ).contexts;
    expect(context).toMatchObject({ citation: 'plan 1.5.1', dated: '2023-12-31' });
    expect(paths(context)).toEqual(['churn[high].churn', 'churn[medium].churn', 'churn[low].churn']);
  });
});
