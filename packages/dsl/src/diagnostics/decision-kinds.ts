import { kind } from './kind.js';
import { a, didYouMean, plural, zhDidYouMean, zhWord } from './words.js';

const GATHERED: Readonly<Record<string, readonly [string, string]>> = {
  sum: ['adds numbers', '对数字求和'],
  min: ['takes the smallest number or the earliest date', '取最小的数字或最早的日期'],
  max: ['takes the largest number or the latest date', '取最大的数字或最晚的日期'],
};

/** B315 and on: how a table decides when several rows hold, or none. */
export const decisionKinds = {
  B315: kind<{ noun: string; policy: string }>(
    'error',
    (d) =>
      d.policy === 'collect'
        ? [
            `\`collect\` gives many values, ${a(d.noun)} gives one.`,
            'Collect in a `table` and read that, or write `first` or `priority` to let one row win.',
          ]
        : [
            'Thresholds have no order, so that `priority` cannot choose among them.',
            'Write `first` to let the upper row win.',
          ],
    (d) =>
      d.policy === 'collect'
        ? [
            `\`collect\` 给出多个值，而${zhWord(d.noun)}只能给出一个。`,
            '请在 `table` 中收集后再引用，或写 `first`、`priority` 以选定一行。',
          ]
        : ['阈值没有先后之分，`priority` 无从选择。', '请写 `first`，以先出现的行为准。'],
  ),
  B316: kind<{ policy: string; word: string }>(
    'error',
    (d) => [
      `\`${d.word}\` does not go with \`${d.policy}\` here.`,
      'Write `collect sum` (or min, max, count), `collect in output order`, or `priority [first, second]`.',
    ],
    (d) => [
      `\`${d.word}\` 不能与 \`${d.policy}\` 这样连用。`,
      '写法有：`collect sum`（或 min、max、count）、`collect in output order`、`priority [甲, 乙]`。',
    ],
  ),
  B317: kind<{ gathering: string; column: string; found: string }>(
    'error',
    (d) => [
      `\`collect ${d.gathering}\` ${GATHERED[d.gathering]?.[0] ?? ''}, but \`${d.column}\` holds ${d.found}s.`,
      'Write `collect` for a list of them, or `collect count` for how many there are.',
    ],
    (d) => [
      `\`collect ${d.gathering}\` ${GATHERED[d.gathering]?.[1] ?? ''}，但 \`${d.column}\` 列是${zhWord(d.found)}。`,
      '请写 `collect` 得到列表，或写 `collect count` 得到个数。',
    ],
  ),
  B318: kind<{ outputs: readonly string[]; column: string }>(
    'error',
    (d) => [
      `The order leaves out ${listed(d.outputs, ', ')}, which \`${d.column}\` gives.`,
      'Say of every output where it stands; the first one wins over those behind it.',
    ],
    (d) => [`顺序中缺少 \`${d.column}\` 会给出的 ${listed(d.outputs, '、')}。`, '请写全所有输出的先后；靠前的优先。'],
  ),
  B319: kind<{ output: string; column: string; suggestion: string | null }>(
    'error',
    (d) => [
      `No row gives \`${d.output}\` under \`${d.column}\`.`,
      didYouMean(d.suggestion) ?? 'Take it out of the order.',
    ],
    (d) => [`\`${d.column}\` 列没有一行给出 \`${d.output}\`。`, zhDidYouMean(d.suggestion) ?? '请把它从顺序中去掉。'],
  ),
  B320: kind<{ first: string; second: string; line: number; more: number }>(
    'error',
    (d) => [
      `Two rows hold for the same case and do not agree: \`${d.second}\` here and \`${d.first}\` on line ${d.line}.${d.more === 0 ? '' : ` So do ${plural(d.more, 'more row')} of this table.`}`,
      'Under `any` rows may overlap only where they give the same. Let them agree, or write `first` or `priority` to let one win.',
    ],
    (d) => [
      `两行会同时成立却给出不同的结果：这里的 \`${d.second}\` 与第 ${d.line} 行的 \`${d.first}\`。${d.more === 0 ? '' : `这张表另有 ${d.more} 行也是如此。`}`,
      '在 `any` 下，只有结果相同的行才可以重叠。请让它们一致，或写 `first`、`priority` 以选定一行。',
    ],
  ),
  B321: kind<{ row: string; by: readonly { text: string; line: number }[] }>(
    'warning',
    (d) => [
      `This row never answers: \`${d.row}\`. What it holds for is taken by ${rowsShown(d.by, ' on line ', ', ')}.`,
      'Put it above them, change its conditions, or take it out.',
    ],
    (d) => [
      `这一行永远轮不到：\`${d.row}\`。它的情形已被 ${rowsShown(d.by, '，第 ', '、', ' 行')} 占去。`,
      '请把它移到上面、修改条件，或删除。',
    ],
  ),
  B322: kind<{ row: string; line: number; collected: boolean }>(
    'warning',
    (d) => [
      `This row says again what line ${d.line} says: \`${d.row}\`.`,
      d.collected
        ? 'What it gives is collected twice. Take one of them out if that is not meant.'
        : 'Take one of them out.',
    ],
    (d) => [
      `这一行与第 ${d.line} 行重复：\`${d.row}\`。`,
      d.collected ? '它的值会被收集两次；如非本意，请删去一行。' : '请删去其中一行。',
    ],
  ),
  B323: kind<{ rows: number; values: number }>(
    'hint',
    (d) => [
      `This table of ${plural(d.rows, 'row')} and ${plural(d.values, 'value')} is too large to be searched to the end for overlaps, gaps and rows that never answer.`,
      'What is reported of it is right, but there may be more. Several smaller tables can be checked.',
    ],
    (d) => [
      `这张表有 ${d.rows} 行、${d.values} 个值，过于庞大，未能彻底检查重叠、空缺和无效的行。`,
      '已报告的问题都是对的，但可能还有遗漏。拆成几张较小的表即可完整检查。',
    ],
  ),
  B324: kind<{ first: string; second: string; line: number; sample: string }>(
    'warning',
    (d) => [
      `A text such as \`${d.sample}\` meets two rows: \`${d.second}\` here and \`${d.first}\` on line ${d.line}. It gets no answer.`,
      'Write `first` after the name to let the upper row win.',
    ],
    (d) => [
      `像 \`${d.sample}\` 这样的文本会同时符合两行：这里的 \`${d.second}\` 与第 ${d.line} 行的 \`${d.first}\`，因而得不到结果。`,
      '请在名称后写 `first`，以先出现的行为准。',
    ],
  ),
  B328: kind<{ what: string; column: string | null; holds: boolean }>(
    'warning',
    (d) =>
      d.column === null
        ? [
            `\`${d.what}\` ${d.holds ? 'always holds, whatever the values' : 'can never hold'}.`,
            d.holds ? 'Take it out, or correct it.' : 'Correct the bounds, or take it out.',
          ]
        : [
            `No value of \`${d.column}\` can meet its condition in \`${d.what}\`, so that this row never holds.`,
            'Correct the condition, or take the row out.',
          ],
    (d) =>
      d.column === null
        ? [
            `\`${d.what}\` ${d.holds ? '总是成立' : '永远不会成立'}。`,
            d.holds ? '请删去或改正。' : '请改正界限，或删去。',
          ]
        : [
            `没有任何 \`${d.column}\` 的值能符合 \`${d.what}\` 中的条件，这一行永远不成立。`,
            '请改正条件，或删去这一行。',
          ],
  ),
} as const;

/** At most three rows with their lines, and how many more. */
function rowsShown(rows: readonly { text: string; line: number }[], line: string, between: string, after = ''): string {
  const shown = rows.slice(0, 3).map((row) => `\`${row.text}\`${line}${row.line}${after}`);
  return `${shown.join(between)}${rows.length > 3 ? ` … (+${rows.length - 3})` : ''}`;
}

function listed(texts: readonly string[], between: string): string {
  const shown = texts
    .slice(0, 5)
    .map((text) => `\`${text}\``)
    .join(between);
  return texts.length > 5 ? `${shown} … (+${texts.length - 5})` : shown;
}
