import { describe, expect, test } from 'vitest';
import { codesOf, modelOf, onBase, rendered } from '../support.js';

/** The value of `param x = …`, as decimal text. */
function number(written: string): string {
  const param = modelOf(`param x = ${written}`).params[0];
  if (param?.value.kind !== 'one' || param.value.constant.kind !== 'quantity')
    throw new Error(`${written} is no number`);
  const { value, unit } = param.value.constant.quantity;
  return `${value.toString()} ${unit.text}`.trim();
}

describe('numbers', () => {
  test.each([
    ['1_000', '1000'],
    ['1,000', '1000'],
    ['12,345,678.5', '12345678.5'],
    ['.5', '0.5'],
    ['1e6', '1000000'],
    ['20k', '20000'],
    ['1.5M', '1500000'],
    ['500万', '5000000'],
    ['3千', '3000'],
    ['2百万', '2000000'],
    ['1亿5千万', '150000000'],
    ['-3', '-3'],
    ['20%', '0.2 percent'],
    ['0.1%', '0.001 percent'],
    ['5pp', '0.05 percentage points'],
    ['90M CNY', '90000000 CNY'],
    ['500万元', '5000000 CNY'],
    ['1亿元', '100000000 CNY'],
    ['2万 USD', '20000 USD'],
    ['3 months', '3 months'],
    ['１２％', '0.12 percent'],
  ])('%s reads as %s', (written, value) => {
    expect(number(written)).toBe(value);
  });

  test.each(['20kg', '5Mx', '1.2.3'])('%s is no number', (written) => {
    expect(codesOf(`param x = ${written}`)).toEqual(['B008']);
  });

  test('steps of five points from 40% reach 60% exactly', () => {
    const model = modelOf('param start = 40%\nparam shift = 5pp\nparam goal = 60%');
    const [start, shift, goal] = model.params.map((param) => {
      if (param.value.kind !== 'one' || param.value.constant.kind !== 'quantity') throw new Error('a number');
      return param.value.constant.quantity.value;
    });
    expect(start!.plus(shift!.times(4)).eq(goal!)).toBe(true);
    expect(0.4 + 4 * 0.05).not.toBe(0.6); // which binary fractions would not: 0.6000000000000001
  });
});

describe('full-width punctuation', () => {
  test('reads as its ASCII twin outside texts', () => {
    const model = modelOf('param departments ＝ ［“销售”，“财务”、"IT"］');
    expect(model.params[0]?.value).toEqual({
      kind: 'list',
      items: [
        { kind: 'text', text: '销售' },
        { kind: 'text', text: '财务' },
        { kind: 'text', text: 'IT' },
      ],
    });
  });

  test('stays as it is inside texts', () => {
    expect(modelOf('param x = "（甲，乙）"').params[0]?.value).toEqual({
      kind: 'one',
      constant: { kind: 'text', text: '（甲，乙）' },
    });
  });

  test('works in number cells and as table bars', () => {
    const model = modelOf(
      onBase('band size\n  ｜ employees ｜ size ｜\n  ｜ ＜ 200 ｜ 小型 ｜\n  ｜ ≥ ２００ ｜ 大型 ｜'),
    );
    expect(model.bands[0]?.table.rows.map((row) => row.conditions[0]?.kind)).toEqual(['compare', 'compare']);
  });

  test('keeps offsets: a mistake after it is underlined in the right place', () => {
    expect(codesOf('param x ＝ 20kg')).toEqual(['B008']);
  });
});

describe('names', () => {
  test('a hyphen between letters belongs to the name', () => {
    expect(modelOf('param lowest = C-level').params[0]?.value).toEqual({
      kind: 'one',
      constant: { kind: 'text', text: 'C-level' },
    });
  });

  test('a minus with spaces subtracts', () => {
    const metric = modelOf(onBase('metric spare in count\n  = employees - 5')).metrics.find(
      (one) => one.name === 'spare',
    );
    expect(metric?.expression).toMatchObject({ kind: 'arithmetic', operator: '-' });
  });

  test('a minus without spaces is not read as one', () => {
    expect(codesOf(onBase('metric spare of accounts\n  = employees -5'))).toEqual(['B001']);
  });

  test('Chinese names need no quotes', () => {
    expect(modelOf('param 关键部门 = ["销售"]').params[0]?.name).toBe('关键部门');
  });

  test('a column may be called as a keyword of another place', () => {
    const text =
      'source s from "s.csv" key source\n  | column | type |\n  | source | text |\n  | level | text |\n  | table | count |';
    expect(modelOf(text).sources[0]?.columns.map((column) => column.name)).toEqual(['source', 'level', 'table']);
  });
});

describe('comments', () => {
  test('a # outside texts and cells begins one', () => {
    expect(modelOf('param x = "a # b" # why').params[0]?.value).toEqual({
      kind: 'one',
      constant: { kind: 'text', text: 'a # b' },
    });
  });

  test('a # in a cell is text, after the closing bar a comment', () => {
    const model = modelOf('table t\n  | a | b |   # the header\n  | x | # 1 |\n  | else | - |');
    expect(model.lookups[0]?.table.rows[0]?.outcomes).toEqual([{ kind: 'text', text: '# 1' }]);
  });

  test('## lines document the next declaration', () => {
    expect(modelOf('## First line.\n## Second line.\nparam x = 1').params[0]?.doc).toBe('First line.\nSecond line.');
  });
});

describe('files', () => {
  test('a byte order mark and Windows line endings are accepted', () => {
    const model = modelOf('\uFEFFparam x = 1\r\ntable t\r\n  | a | b |\r\n  | x | y |\r\n  | else | z |\r\n');
    expect(model.params[0]?.name).toBe('x');
    expect(model.lookups[0]?.table.rows[0]?.text).toBe('| x | y |');
  });

  test('a Markdown separator row is accepted', () => {
    expect(modelOf('table t\n  | a | b |\n  |---|:--:|\n  | else | y |').lookups[0]?.table.rows).toHaveLength(1);
  });

  test('an escaped bar and a bar in quotes are text', () => {
    const rows = modelOf('table t\n  | a | b |\n  | x \\| y | "p | q" |\n  | else | z |').lookups[0]?.table.rows;
    expect(rows?.[0]?.conditions).toEqual([
      { kind: 'values', values: [{ kind: 'text', text: 'x | y' }], negated: false },
    ]);
    expect(rows?.[0]?.outcomes).toEqual([{ kind: 'text', text: 'p | q' }]);
  });
});

describe('files that say nothing, and files of old', () => {
  test.each(['', '  \n\n', '# to be written\n', '## about what?\n', '\uFEFF'])('%j declares nothing', (text) => {
    expect(codesOf(text)).toEqual(['B015']);
  });

  test('where there is no line feed, a carriage return ends a line', () => {
    const text = onBase('param floor = 3').replaceAll('\n', '\r');
    expect(codesOf(text)).toEqual([]);
    expect(rendered('param a = 3\r\rparam b = ?')).toContain('test.bench:3:11 error B001');
  });
});
