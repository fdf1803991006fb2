import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** Rulebooks as careless people write them: valid, with odd spacing, Chinese punctuation and comments everywhere. */

const pick = <T>(...values: T[]): Arbitrary<T> => fc.constantFrom(...values);
const words = (...parts: (string | Arbitrary<string>)[]): Arbitrary<string> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''));

/** Room that must be there, and room that may. */
const gap = pick(' ', ' ', '  ', '\t', '　', ' \t ');
const room = pick('', '', ' ', '   ', '\t', '　');
const comma = words(room, pick(',', '，', '、'), gap);

const name = pick('a', 'b_2', 'accounts', '客户', '年收入', 'C-level', 'x1');
const text = pick('"a"', '"金融服务业"', '“带\\引号"的”', '"say \\"hi\\" # | ，"', '""', '＂全角＂');
const number = pick(
  '5',
  '1_000',
  '1,000',
  '.5',
  '1e6',
  '20%',
  '20 %',
  '-3',
  '1亿5千万',
  '90M CNY',
  '500万元',
  '3 months',
  '１２％',
);
const literal = fc.oneof(number, text, pick('2025-12-31', '2025-12'));
const list = fc
  .tuple(
    pick('[', '［', '【'),
    room,
    fc.array(fc.tuple(literal, comma), { maxLength: 3 }),
    literal,
    room,
    pick(']', '］', '】'),
  )
  .map(([open, left, items, last, right, close]) => open + left + items.flat().join('') + last + right + close);

/** A place where a formula may go on in the next line. */
const turn = fc.oneof({ weight: 6, arbitrary: gap }, pick('\n      ', '\n  \t', '  # why\n    '));

const { expression } = fc.letrec<{ expression: string; condition: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(name, number, words(name, '.', name)),
    words(tie('expression'), turn, pick('+', '-', '*', '/', '×', '＋', '÷'), turn, tie('expression')),
    words(pick('(', '（'), room, tie('expression'), room, pick(')', '）')),
    words(name, pick('', ' '), '(', room, tie('expression'), comma, tie('expression'), room, ')'),
    words('count', pick('', '  '), pick('(', '（'), name, gap, 'where', gap, tie('condition'), room, ')'),
  ),
  condition: fc.oneof(
    { maxDepth: 2 },
    words(name, room, pick('=', '＝', '!=', '≥', '<=', '<', '＞', '≠'), room, fc.oneof(number, text)),
    words(name, gap, pick('in', 'not in'), gap, list),
    words(name, gap, 'within', gap, number, room, pick('..', '..<'), room, number),
    words(name, gap, pick('contains', 'word'), room, text),
    words(tie('condition'), turn, pick('and', 'or'), turn, tie('condition')),
    words('not', gap, pick('(', '（'), tie('condition'), ')'),
  ),
}));

const cell = pick(
  'a',
  '',
  '-',
  '>= 5',
  '金融服务业',
  '"a | b"',
  'x \\| y',
  'not 科技业, 制药业',
  '≥ 20%',
  '# no comment',
  '😀',
  'e\u0301t\u0301',
  '❤️ 👩‍👩‍👧',
  '1..<2',
);
const pad = pick('', ' ', '   ', '\t');
const remark = pick('', '', '', ' # 说明', '\t#x', '    ## two', '　＃ full');

const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => {
    const bar = pick('|', '|', '｜');
    const row = fc
      .tuple(gap, bar, fc.array(words(pad, cell, pad, bar), { minLength: width, maxLength: width }), remark)
      .map((parts) => parts.flat().join(''));
    const dashes = pick([], [], [`  |${' --- |'.repeat(width)}`], [`  |${':--:|'.repeat(width)}  # dashes`]);
    return fc.tuple(row, dashes, fc.array(row, { minLength: 1, maxLength: 4 }));
  })
  .map(([header, dashes, rows]) => [header, ...dashes, ...rows]);

const label = fc.oneof(fc.constant(''), words(room, text), words(room, text, 'en', room, text));
const line = (...parts: (string | Arbitrary<string>)[]): Arbitrary<string[]> =>
  words(...parts, remark).map((one) => [one]);
const lines = (...parts: Arbitrary<string[]>[]): Arbitrary<string[]> => fc.tuple(...parts).map((all) => all.flat());
const maybe = (part: Arbitrary<string[]>): Arbitrary<string[]> => fc.oneof(part, fc.constant<string[]>([]));
const head = (noun: string, ...more: (string | Arbitrary<string>)[]): Arbitrary<string[]> =>
  line(noun, gap, name, label, ...more);

const declaration = fc.oneof(
  head('rulebook', gap, 'version', room, text),
  lines(
    head('source', gap, 'from', room, text, gap, 'key', gap, name),
    table,
    maybe(lines(line(gap, 'aliases', gap, name), table)),
  ),
  head('param', room, pick('=', '＝'), room, fc.oneof(literal, list)),
  lines(
    head('population', gap, 'of', gap, name),
    maybe(line(gap, 'where', gap, expression)),
    maybe(line(gap, 'top', gap, number, gap, 'by', gap, expression)),
  ),
  lines(
    head('metric', gap, 'in', gap, pick('percent', 'contacts  per 亿元', '万 CNY')),
    line(gap, '=', room, expression),
    maybe(line(gap, 'if', gap, 'empty', gap, number)),
  ),
  lines(head('band'), table),
  lines(head('benchmark', gap, 'first'), table),
  lines(head('level'), table),
  line('apply', gap, name, comma, name, gap, 'to', gap, name),
  line('check', gap, expression, gap, 'else', gap, 'warn'),
  line('show', gap, expression, gap, 'by', gap, name, comma, name, gap, 'as', gap, 'bars'),
  lines(line('test', room, text), lines(line(gap, 'given', gap, name), table), line(gap, 'expect', gap, expression)),
);

/** Lines between declarations, and inside one. */
const between = fc.array(pick('', '', '# note', '## 文档 doc  ', '##', '   # indented', '\t'), { maxLength: 4 });
const inside = pick<string[]>([], [], [], [''], ['    # inside  '], ['', '', '  ＃ 里面']);

const laidOut = fc
  .tuple(between, declaration, fc.infiniteStream(inside))
  .map(([before, own, extra]) => [
    ...before,
    ...own.flatMap((one, index) => (index === 0 ? [one] : [...next(extra), one])),
  ]);

const next = (stream: Iterator<string[]>): string[] => stream.next().value as string[];

export const rulebook: Arbitrary<string> = fc
  .tuple(fc.array(laidOut, { minLength: 1, maxLength: 4 }), between, pick('\n', '\n', '\r\n'), pick('', '\n', '\n\n\n'))
  .map(([parts, after, ending, last]) => [...parts.flat(), ...after].join('\n').replaceAll('\n', ending) + last);
