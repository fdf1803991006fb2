import { kind } from './kind.js';
import { LOST } from './lost-files.js';
import type { LostReason } from './lost-files.js';
import { a, didYouMean, zhDidYouMean, zhWord } from './words.js';

/** What to do about a sign that cannot stand: a word is missing before it, signs around it, or another is written. */
export type Tip =
  | { readonly before: string }
  | { readonly write: string }
  | 'quotes'
  | 'brackets'
  | 'own line'
  | 'largest first'
  | null;

function tip(tip: Tip): string | null {
  if (tip === 'quotes') return 'A text stands in quotes.';
  if (tip === 'own line') return 'A declaration begins on a line of its own.';
  if (tip === 'brackets') return 'A list stands in brackets: [1, 2].';
  if (tip === 'largest first') return '`top` takes the largest first already; leave the word out.';
  if (tip !== null && 'write' in tip) return `Write \`${tip.write}\`.`;
  return tip && `Is \`${tip.before}\` missing before it?`;
}

function zhTip(tip: Tip): string | null {
  if (tip === 'quotes') return '文本要加引号。';
  if (tip === 'own line') return '每个声明要另起一行。';
  if (tip === 'brackets') return '列表要写在方括号里：[1, 2]。';
  if (tip === 'largest first') return '`top` 本来就从最大的开始取，请删去这个词。';
  if (tip !== null && 'write' in tip) return `请写 \`${tip.write}\`。`;
  return tip && `它前面是否缺少 \`${tip.before}\`？`;
}

/** B0xx: how things are spelled. */
export const syntaxKinds = {
  B001: kind<{ found: string; noun: string; suggestion: string | null; tip: Tip }>(
    'error',
    (d) => [`\`${d.found}\` does not belong here, in ${a(d.noun)}.`, didYouMean(d.suggestion) ?? tip(d.tip)],
    (d) => [`\`${d.found}\` 不能出现在${zhWord(d.noun)}的这个位置。`, zhDidYouMean(d.suggestion) ?? zhTip(d.tip)],
  ),
  B002: kind<{ noun: string; wanted: string; zhWanted: string }>(
    'error',
    (d) => `Here ${d.wanted} is missing, in ${a(d.noun)}.`,
    (d) => `${zhWord(d.noun)}在这里缺少${d.zhWanted}。`,
  ),
  B003: kind<{ word: string; suggestion: string | null }>(
    'error',
    (d) => [
      `A declaration cannot begin with \`${d.word}\`.`,
      didYouMean(d.suggestion) ??
        'A declaration begins in column 0 with a word such as `source`, `metric` or `benchmark`; its clauses are indented.',
    ],
    (d) => [
      `声明不能以 \`${d.word}\` 开头。`,
      zhDidYouMean(d.suggestion) ?? '声明从行首开始，第一个词是 `source`、`metric`、`benchmark` 等；其余各行要缩进。',
    ],
  ),
  B005: kind<{ noun: string }>(
    'hint',
    (d) => [`This line is read as part of the ${d.noun} above it.`, 'Indent it by two spaces.'],
    (d) => [`这一行被当作上面${zhWord(d.noun)}的一部分。`, '请缩进两个空格。'],
  ),
  B006: kind<Record<never, never>>(
    'error',
    () => ['This text has no closing quote.', 'A text ends on the line it begins on.'],
    () => ['这段文本缺少右引号。', '文本必须在同一行结束。'],
  ),
  B007: kind<{ found: string }>(
    'error',
    (d) => [`\`${d.found}\` does not make a range.`, 'Write `..` between the two ends: `200..500`.'],
    (d) => [`\`${d.found}\` 不能表示范围。`, '请在两端之间写 `..`，例如 `200..500`。'],
  ),
  B008: kind<{ found: string }>(
    'error',
    (d) => [
      `\`${d.found}\` is not a number this language reads.`,
      'Numbers look like 1_000, 1,000, 0.5, 20k, 5M, 500万, 1亿5千万, 20%, 5pp, 90M CNY or 500万元.',
    ],
    (d) => [
      `无法把 \`${d.found}\` 读作数字。`,
      '数字的写法有 1_000、1,000、0.5、20k、5M、500万、1亿5千万、20%、5pp、90M CNY、500万元。',
    ],
  ),
  B009: kind<{ clause: string; noun: string }>(
    'error',
    (d) => `This ${d.noun} says \`${d.clause}\` twice.`,
    (d) => `这个${zhWord(d.noun)}重复写了 \`${d.clause}\`。`,
  ),
  B010: kind<{ noun: string }>(
    'error',
    (d) => [`${upper(a(d.noun))} begins here, but not in column 0.`, 'Remove the spaces in front of it.'],
    (d) => [`${zhWord(d.noun)}从这里开始，但不在行首。`, '请删去前面的空格。'],
  ),
  B011: kind<Record<never, never>>(
    'error',
    () => [
      'This line belongs to no declaration.',
      'A declaration begins in column 0 with a word such as `source` or `metric`.',
    ],
    () => ['这一行不属于任何声明。', '声明从行首开始，第一个词是 `source`、`metric` 等。'],
  ),
  B012: kind<{ word: string; noun: string }>(
    'error',
    (d) => [`\`${d.word}\` is a word of the language and cannot be a name.`, `Give the ${d.noun} another name.`],
    (d) => [`\`${d.word}\` 是语言的保留字，不能用作名称。`, `请给${zhWord(d.noun)}换一个名称。`],
  ),
  B013: kind<{ noun: string; clause: string; example: string }>(
    'error',
    (d) => [`This ${d.noun} has no ${d.clause}.`, `Write for example: ${d.example}`],
    (d) => [`这个${zhWord(d.noun)}缺少 ${d.clause}。`, `例如：${d.example}`],
  ),
  B014: kind<{ noun: string }>(
    'error',
    (d) => [`This ${d.noun} nests too deep to be read.`, 'Split the formula: give parts of it names of their own.'],
    (d) => [`这个${zhWord(d.noun)}嵌套过深，无法读取。`, '请拆分公式，给各部分单独命名。'],
  ),
  B015: kind<Record<never, never>>(
    'error',
    () => [
      'Nothing is declared here.',
      'Begin with your data: `source accounts from "data/accounts.csv" key account_id`.',
    ],
    () => ['这里没有任何声明。', '请从数据开始写：`source accounts from "data/accounts.csv" key account_id`。'],
  ),
  B016: kind<{ text: string; iso: string }>(
    'error',
    (d) => [`\`${d.text}\` is not how a date is written here.`, `Write ${d.iso}.`],
    (d) => [`这里的日期不能写成 \`${d.text}\`。`, `请写成 ${d.iso}。`],
  ),
  B017: kind<{ noun: string }>(
    'error',
    (d) => [`The cells of this ${d.noun}'s table need bars \`|\` between them.`, 'Write each row as: `| one | two |`.'],
    (d) => [`这个${zhWord(d.noun)}的表格要用竖线 \`|\` 分隔单元格。`, '每行写作：`| 甲 | 乙 |`。'],
  ),
  B018: kind<{ path: string; why: LostReason }>(
    'error',
    (d) => [`\`${d.path}\` is used here, but ${LOST.en[d.why][0]}`, LOST.en[d.why][1]],
    (d) => [`这里引用了 \`${d.path}\`，但${LOST.zh[d.why][0]}`, LOST.zh[d.why][1]],
  ),
  B019: kind<{ files: readonly string[] }>(
    'error',
    (d) => [
      `Files use each other in a circle: ${d.files.map((file) => `\`${file}\``).join(' → ')}.`,
      'Take out this line: what a file declares is known to every file that uses it, in whatever order.',
    ],
    (d) => [
      `文件之间循环引用：${d.files.map((file) => `\`${file}\``).join(' → ')}。`,
      '请删去这一行：一个文件声明的内容，对引用它的每个文件都可见，与顺序无关。',
    ],
  ),
  B020: kind<{ fence: string }>(
    'warning',
    (d) => [
      `This fence is never closed: the rest of the document belongs to it.`,
      `Write \`${d.fence}\` on a line of its own where the block ends.`,
    ],
    (d) => [`这个代码块没有结束：文档其余部分都算在其中。`, `请在代码块结束处单独一行写上 \`${d.fence}\`。`],
  ),
  B021: kind<Record<never, never>>(
    'error',
    () => [
      'This document has no rules: none of its blocks is a `bench` cell.',
      'Write rules between a line "```bench" and a line "```".',
    ],
    () => ['这份文档没有规则：其中没有 `bench` 代码块。', '请把规则写在 "```bench" 行与 "```" 行之间。'],
  ),
} as const;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
