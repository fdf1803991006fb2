import { kind } from './kind.js';
import { a, didYouMean, plural, zhDidYouMean, zhWord } from './words.js';

/** B3xx: tables, their headers, rows and cells. */
export const tableKinds = {
  B301: kind<{ cells: number; columns: number }>(
    'error',
    (d) => `This row has ${plural(d.cells, 'cell')}, the header has ${d.columns}.`,
    (d) => `这一行有 ${d.cells} 个单元格，表头有 ${d.columns} 个。`,
  ),
  B302: kind<{ column: string; outcome: boolean }>(
    'error',
    (d) => [
      `The cell under \`${d.column}\` is blank.`,
      d.outcome ? 'Write `-` where nothing is to be said.' : 'Write `-` if any value will do.',
    ],
    (d) => [
      `\`${d.column}\` 下的单元格是空的。`,
      d.outcome ? '如果不作规定，请写 `-`。' : '如果任何值都可以，请写 `-`。',
    ],
  ),
  B303: kind<{ cell: string; wanted: string; zhWanted: string; example: string }>(
    'error',
    (d) => [`\`${d.cell}\` is not ${d.wanted}.`, `Cells here look like ${d.example}.`],
    (d) => [`\`${d.cell}\` 不是${d.zhWanted}。`, `这里的写法如：${d.example}。`],
  ),
  B304: kind<{ noun: string; name: string; metrics: boolean }>(
    'error',
    (d) =>
      d.metrics
        ? [
            `No column of the benchmark \`${d.name}\` is a metric.`,
            'Name a metric at the head of each column of thresholds.',
          ]
        : [
            `The table of the ${d.noun} \`${d.name}\` has no column \`${d.name}\`.`,
            `Head the column of its labels with \`${d.name}\`.`,
          ],
    (d) =>
      d.metrics
        ? [`基准 \`${d.name}\` 没有一列是指标。`, '请用指标名作为阈值列的表头。']
        : [`${zhWord(d.noun)} \`${d.name}\` 的表中没有 \`${d.name}\` 列。`, `请用 \`${d.name}\` 作为标签列的表头。`],
  ),
  B305: kind<{ first: string; second: string; line: number; more: number }>(
    'error',
    (d) => [
      `Two rows hold for the same case: \`${d.second}\` here and \`${d.first}\` on line ${d.line}.${d.more === 0 ? '' : ` So do ${plural(d.more, 'more row')} of this table.`}`,
      'Make them exclude each other, or write `first` after the name to let the upper row win.',
    ],
    (d) => [
      `两行会同时成立：这里的 \`${d.second}\` 与第 ${d.line} 行的 \`${d.first}\`。${d.more === 0 ? '' : `这张表另有 ${d.more} 行也是如此。`}`,
      '请让它们互斥，或在名称后写 `first`，以先出现的行为准。',
    ],
  ),
  B306: kind<{ column: string; wanted: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [
      `A column \`${d.column}\` means nothing in this table.`,
      didYouMean(d.suggestion) ?? `Its columns are ${d.wanted.join(', ')}.`,
    ],
    (d) => [`这张表不认识列 \`${d.column}\`。`, zhDidYouMean(d.suggestion) ?? `它的列有：${d.wanted.join('、')}。`],
  ),
  B307: kind<{ column: string }>(
    'error',
    (d) => `This table needs a column \`${d.column}\`.`,
    (d) => `这张表需要 \`${d.column}\` 列。`,
  ),
  B308: kind<{ column: string }>(
    'error',
    (d) => `The column \`${d.column}\` stands twice in this table.`,
    (d) => `列 \`${d.column}\` 在表中出现了两次。`,
  ),
  B309: kind<{ cell: string; sign: string }>(
    'hint',
    (d) => [
      `\`${d.cell}\` is read as one value, \`${d.sign}\` included.`,
      'For several values put an ASCII comma between them; to keep it one value, put it in quotes.',
    ],
    (d) => [
      `\`${d.cell}\` 被当作一个值，其中包含 \`${d.sign}\`。`,
      '如果是多个值，请用英文逗号分隔；如果就是一个值，请加引号。',
    ],
  ),
  B310: kind<{ low: string; high: string }>(
    'error',
    (d) => `This range is empty: ${d.low} is not below ${d.high}.`,
    (d) => `这个范围是空的：${d.low} 不小于 ${d.high}。`,
  ),
  B311: kind<{ noun: string }>(
    'error',
    (d) => `The table of this ${d.noun} has no rows.`,
    (d) => `这个${zhWord(d.noun)}的表没有数据行。`,
  ),
  B312: kind<{ wanted: string }>(
    'error',
    (d) => [`\`-\` says nothing, but here ${a(d.wanted)} is needed.`, null],
    (d) => [`\`-\` 没有给出内容，这里需要${zhWord(d.wanted)}。`, null],
  ),
  B313: kind<{ column: string; counts: readonly string[] }>(
    'error',
    (d) => [
      `No row says what holds when \`${d.column}\` is ${listed(d.counts, ' or ')}.`,
      'Add a row for it, or a row `else`.',
    ],
    (d) => [`没有一行说明 \`${d.column}\` 为 ${listed(d.counts, '、')} 时的结果。`, '请补上这一行，或加一行 `else`。'],
  ),
  B314: kind<{ gaps: readonly string[] }>(
    'warning',
    (d) => [
      `No row holds where ${listed(
        d.gaps.map((gap) => `\`${gap}\``),
        ' or ',
      )}.`,
      'Let the rows meet, or add a row `else` for what lies between them.',
    ],
    (d) => [
      `${listed(
        d.gaps.map((gap) => `\`${gap}\``),
        '、',
      )} 时没有一行成立。`,
      '请让各行首尾相接，或为其余情况加一行 `else`。',
    ],
  ),
} as const;

/** The first few, and how many more. */
function listed(texts: readonly string[], between: string): string {
  const shown = texts.slice(0, 5).join(between);
  return texts.length > 5 ? `${shown} … (+${texts.length - 5})` : shown;
}
