import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffRulebooks, link, parse, type Difference, type RulebookDiff } from '@benchbook/dsl';
import { BASE, COVERAGE, onBase } from '../support.js';

const program = (text: string) => link(parse('rules.bench', text));
const diff = (before: string, after: string): RulebookDiff => diffRulebooks(program(before), program(after));

/** One line a change: what it is of, and what is different in it. */
const told = (before: string, after: string): readonly string[] =>
  diff(before, after).changes.flatMap(({ kind, noun, name, before: was, details }) =>
    kind === 'changed'
      ? details.map((one) => `${noun} ${name}: ${detail(one)}`)
      : [`${kind} ${noun} ${was ?? ''}>${name}`],
  );

function detail(one: Difference): string {
  switch (one.kind) {
    case 'cell':
      return `[${one.row}] ${one.column} ${one.from} → ${one.to} (${one.difference ?? ''})`;
    case 'row added':
    case 'row removed':
      return `${one.kind} ${one.text}`;
    case 'column added':
    case 'column removed':
      return `${one.kind} ${one.column}`;
    case 'order':
      return `order ${one.from} | ${one.to}`;
    default:
      return `${one.kind} ${one.what} ${one.from ?? '-'} → ${one.to ?? '-'}`;
  }
}

const replaced = (from: string, to: string): readonly string[] => {
  expect(COVERAGE).toContain(from);
  return told(COVERAGE, COVERAGE.replace(from, to));
};

test('a threshold that moved is told with its row, its column and how far, in its unit', () => {
  expect(replaced('| 科技业     | >= 10           | >= 25%', '| 科技业     | >= 12           | >= 30%')).toEqual([
    'benchmark by_industry: [科技业] contact_density >= 10 → >= 12 (+2 contacts per 亿元)',
    'benchmark by_industry: [科技业] decision_share >= 25% → >= 30% (+5pp)',
  ]);
});

test('without conditions rows are matched by their place', () => {
  expect(
    replaced(
      '| >= 5            | >= 15%         | >= 60%              |\n\n## The',
      '| >= 5            | >= 15%         | >= 55%              |\n\n## The',
    ),
  ).toEqual(['benchmark generic: [] department_coverage >= 60% → >= 55% (-5pp)']);
});

test('a row that came, and one that went', () => {
  expect(
    replaced(
      '  | 制药业     | >= 6            | >= 18%         | >= 75%              |\n',
      '  | 医疗       | >= 6            | >= 18%         | >= 75%              |\n',
    ),
  ).toEqual([
    'benchmark by_industry: row added | 医疗 | >= 6 | >= 18% | >= 75% |',
    'benchmark by_industry: row removed | 制药业 | >= 6 | >= 18% | >= 75% |',
  ]);
});

test('layout, comments, spelling of numbers and order that says nothing do not count', () => {
  const other = COVERAGE.replace('["C-level", "VP"]', '[ "VP","C-level" ]   # both')
    .replace('  | 制造业     | >= 5            | >= 15%         | >= 70%              |\n', '')
    .replace(
      '  | 科技业     | >= 10',
      '  | 制造业     | >=5             | >= 15%         | >= 70%              |\n  | 科技业     | >= 10',
    )
    .replace('= count(contacts) / annual_revenue', '=   count( contacts )\n    / annual_revenue   # density')
    .replace('| 200..<1_000 |', '| 200..<1k |');
  expect(other).not.toBe(COVERAGE);
  expect(told(COVERAGE, other)).toEqual([]);
});

test('order counts where the first row that holds answers', () => {
  const table = (rows: readonly string[]): string =>
    onBase(`band kind first
  | industry | kind |
${rows.map((row) => `  ${row}\n`).join('')}`);
  const rows = ['| contains "银行" | bank |', '| contains "行" | firm |', '| else | other |'];
  expect(told(table(rows), table([rows[1] ?? '', rows[0] ?? '', rows[2] ?? '']))).toEqual([
    'band kind: order contains "银行" → contains "行" → else | contains "行" → contains "银行" → else',
  ]);
});

test('a formula, a label and a doc line', () => {
  expect(replaced('  if empty 0%  # no contacts: the report counts 0, so say it\n', '')).toEqual([
    'metric decision_share: clause if empty if empty 0% → -',
  ]);
  expect(replaced('"决策层占比" en "Decision-maker share"', '"决策者占比" en "Share of deciders"')).toEqual([
    'metric decision_share: label label 决策层占比 → 决策者占比',
    'metric decision_share: translation en Decision-maker share → Share of deciders',
  ]);
  expect(
    replaced('count(contacts) / annual_revenue', 'count(contacts where level != "助理") / annual_revenue'),
  ).toEqual([
    'metric contact_density: clause formula = count(contacts) / annual_revenue → = count(contacts where level != "助理") / annual_revenue',
  ]);
});

test('a declaration that is called something else is renamed, and what mentions it has not changed', () => {
  expect(told(COVERAGE, COVERAGE.replaceAll('decision_share', 'deciders'))).toEqual([
    'renamed metric decision_share>deciders',
  ]);
});

test('what is added and removed, named or not', () => {
  expect(told(BASE, onBase('param floor = 20%\ncheck unique(accounts.account_id)\n'))).toEqual([
    'added param >floor',
    'added check >unique(accounts.account_id)',
  ]);
  expect(told(COVERAGE, COVERAGE.replace('apply generic to', 'apply by_industry to'))).toEqual([
    'apply key_accounts: clause benchmarks generic → by_industry',
  ]);
});

test('a source column is matched by its name', () => {
  expect(replaced('| annual_revenue | money CNY | "Revenue"  ', '| annual_revenue | money CNY | "Turnover" ')).toEqual([
    'source accounts: [annual_revenue] from "Revenue" → "Turnover" ()',
  ]);
});

/** Tables with and without conditions, a table whose order decides, renamed things. */
const SMALL = onBase(`band kind first
  | industry | kind |
  | contains "银行" | bank |
  | contains "行" | firm |
  | else | other |
benchmark by_kind
  | kind | contact_density | decision_share |
  | bank | >= 8            | >= 20%         |
  | firm | >= 6            | >= 20%         |
  | else | >= 5            | -              |
`);

/** The small rulebook with some of its lines changed, left out or moved. */
const variant = fc
  .array(
    fc.record({
      line: fc.nat({ max: SMALL.split('\n').length - 1 }),
      how: fc.constantFrom('drop', 'double', 'number', 'swap'),
    }),
    { maxLength: 4 },
  )
  .map((edits) => {
    const lines = SMALL.split('\n');
    for (const { line, how } of edits) {
      const text = lines[line] ?? '';
      if (how === 'drop') lines.splice(line, 1);
      if (how === 'double') lines.splice(line, 0, text);
      if (how === 'number') lines[line] = text.replace(/\d+/, '7');
      if (how === 'swap') lines.splice(line, 2, lines[line + 1] ?? '', text);
    }
    return lines.join('\n');
  });

test('a rulebook does not differ from itself', () => {
  fc.assert(
    fc.property(variant, (text) => {
      expect(diff(text, text).changes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** The same difference seen from the other side. */
function mirrored({ changes }: RulebookDiff): readonly string[] {
  const OTHER: Readonly<Record<string, string>> = { added: 'removed', removed: 'added' };
  const turned = (kind: string): string => kind.replace(/added|removed/, (word) => OTHER[word] ?? word);
  return changes
    .flatMap(({ kind, noun, name, before, details }) => [
      `${turned(kind)} ${noun} ${before ?? name}`,
      ...details.map((one) =>
        [
          turned(one.kind),
          'to' in one ? one.to : null,
          'from' in one ? one.from : null,
          'text' in one ? one.text : null,
        ].join(' | '),
      ),
    ])
    .sort();
}

const seen = ({ changes }: RulebookDiff): readonly string[] =>
  changes
    .flatMap(({ kind, noun, name, details }) => [
      `${kind} ${noun} ${name}`,
      ...details.map((one) =>
        [one.kind, 'from' in one ? one.from : null, 'to' in one ? one.to : null, 'text' in one ? one.text : null].join(
          ' | ',
        ),
      ),
    ])
    .sort();

test('the way back is the way there, mirrored', () => {
  fc.assert(
    fc.property(variant, variant, (one, other) => {
      expect(seen(diff(other, one))).toEqual(mirrored(diff(one, other)));
    }),
    { numRuns: 60 },
  );
});
