import { kind } from './kind.js';
import { a, didYouMean, onLine, zhDidYouMean, zhOnLine, zhWord } from './words.js';
import type { Elsewhere } from './words.js';

/** B1xx: names and what they stand for. */
export const nameKinds = {
  B101: kind<{ name: string; wanted: string; suggestion: string | null }>(
    'error',
    (d) => [`There is no ${d.wanted} \`${d.name}\`.`, didYouMean(d.suggestion)],
    (d) => [`没有名为 \`${d.name}\` 的${zhWord(d.wanted)}。`, zhDidYouMean(d.suggestion)],
  ),
  B102: kind<Elsewhere & { name: string; what: string }>(
    'error',
    (d) => [`\`${d.name}\` is already ${a(d.what)}, ${onLine(d)}.`, 'Rename one of the two.'],
    (d) => [`\`${d.name}\` 已经是${zhWord(d.what)}，见 ${zhOnLine(d)}。`, '请给其中一个改名。'],
  ),
  B103: kind<{ column: string; source: string; suggestion: string | null }>(
    'error',
    (d) => [`The source \`${d.source}\` has no column \`${d.column}\`.`, didYouMean(d.suggestion)],
    (d) => [`数据源 \`${d.source}\` 没有列 \`${d.column}\`。`, zhDidYouMean(d.suggestion)],
  ),
  B104: kind<{ label: string; owner: string; labels: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [
      `\`${d.owner}\` has no label \`${d.label}\`.`,
      didYouMean(d.suggestion) ?? `Its labels are ${d.labels.join(', ')}.`,
    ],
    (d) => [
      `\`${d.owner}\` 没有标签 \`${d.label}\`。`,
      zhDidYouMean(d.suggestion) ?? `它的标签有：${d.labels.join('、')}。`,
    ],
  ),
  B105: kind<{ name: string; is: string; wanted: string }>(
    'error',
    (d) => `\`${d.name}\` is ${a(d.is)}; here ${a(d.wanted)} is wanted.`,
    (d) => `\`${d.name}\` 是${zhWord(d.is)}，这里需要${zhWord(d.wanted)}。`,
  ),
  B106: kind<{ noun: string; name: string; sources: readonly string[] }>(
    'error',
    (d) => [
      `It is not clear which source the ${d.noun} \`${d.name}\` is about: ${d.sources.map((name) => `\`${name}\``).join(' or ')}.`,
      `Say it after the name: \`${d.noun} ${d.name} of ${d.sources[0] ?? 'accounts'}\`.`,
    ],
    (d) => [
      `无法确定${zhWord(d.noun)} \`${d.name}\` 属于哪个数据源：${d.sources.map((name) => `\`${name}\``).join(' 或 ')}。`,
      `请在名称后写明：\`${d.noun} ${d.name} of ${d.sources[0] ?? 'accounts'}\`。`,
    ],
  ),
  B107: kind<{ source: string; entity: string }>(
    'error',
    (d) => [
      `Rows of \`${d.source}\` do not say which row of \`${d.entity}\` they belong to.`,
      `Give one column of \`${d.source}\` the type \`text -> ${d.entity}\`.`,
    ],
    (d) => [
      `\`${d.source}\` 的行没有说明属于 \`${d.entity}\` 的哪一行。`,
      `请把 \`${d.source}\` 的一列类型写成 \`text -> ${d.entity}\`。`,
    ],
  ),
  B108: kind<{ source: string; entity: string; columns: readonly string[] }>(
    'error',
    (d) =>
      `\`${d.source}\` points at \`${d.entity}\` through more than one column: ${d.columns.join(', ')}; only one is read by this version.`,
    (d) => `\`${d.source}\` 有多列指向 \`${d.entity}\`：${d.columns.join('、')}；当前版本只能用其中一列。`,
  ),
  B109: kind<{ name: string; noun: string; source: string }>(
    'error',
    (d) => [
      `\`${d.name}\` is both ${a(d.noun)} and a column of \`${d.source}\`, so a rule could mean either.`,
      'Rename one of the two.',
    ],
    (d) => [`\`${d.name}\` 既是${zhWord(d.noun)}又是 \`${d.source}\` 的列，规则中会产生歧义。`, '请给其中一个改名。'],
  ),
  B110: kind<{ word: string }>(
    'error',
    (d) => [`\`${d.word}\` is not a name here.`, `If it is a text, put it in quotes: "${d.word}".`],
    (d) => [`这里没有名为 \`${d.word}\` 的名称。`, `如果它是文本，请加引号："${d.word}"。`],
  ),
  B111: kind<{ names: readonly string[] }>(
    'error',
    (d) => [
      `These depend on each other in a circle: ${d.names.join(' → ')}.`,
      'One of them has to be computed without the others.',
    ],
    (d) => [`这些声明互相依赖，形成循环：${d.names.join(' → ')}。`, '其中一个必须能不依赖其他声明而算出。'],
  ),
  B112: kind<{ populations: readonly string[] }>(
    'error',
    (d) =>
      d.populations.length === 0
        ? ['There is no population this could be about.', 'Declare one: `population everyone of accounts`.']
        : [
            'It is not clear which population this is about.',
            `Say it with \`of\`: ${d.populations.map((name) => `\`of ${name}\``).join(' or ')}.`,
          ],
    (d) =>
      d.populations.length === 0
        ? ['这里缺少可用的总体。', '请先声明一个：`population everyone of accounts`。']
        : [
            '无法确定这里指哪个总体。',
            `请用 \`of\` 写明：${d.populations.map((name) => `\`of ${name}\``).join(' 或 ')}。`,
          ],
  ),
  B113: kind<{ name: string; suggestion: string | null }>(
    'error',
    (d) => [`There is no function \`${d.name}\`.`, didYouMean(d.suggestion)],
    (d) => [`没有函数 \`${d.name}\`。`, zhDidYouMean(d.suggestion)],
  ),
  B114: kind<{ name: string; noun: string; source: string | null }>(
    'error',
    (d) =>
      d.source === null
        ? [
            `\`${d.name}\` is what judging found, but also ${a(d.noun)} of this rulebook.`,
            `Give the ${d.noun} another name.`,
          ]
        : [
            `\`${d.name}\` is what judging found, but also a column of \`${d.source}\`.`,
            `Give the column another name, and under \`from\` the header it has in the file: "${d.name}".`,
          ],
    (d) =>
      d.source === null
        ? [`\`${d.name}\` 是评判结果，但又是一个${zhWord(d.noun)}的名称。`, `请给这个${zhWord(d.noun)}换一个名称。`]
        : [
            `\`${d.name}\` 是评判结果，但又是 \`${d.source}\` 的列。`,
            `请给这一列换一个名称，并在 \`from\` 列写明它在文件中的列名："${d.name}"。`,
          ],
  ),
  B115: kind<{ noun: string; name: string }>(
    'warning',
    (d) => [`Nothing reads the ${d.noun} \`${d.name}\`.`, 'Use it, or take it out.'],
    (d) => [`没有任何地方用到${zhWord(d.noun)} \`${d.name}\`。`, '请使用它，或把它删掉。'],
  ),
  B116: kind<{ name: string }>(
    'hint',
    (d) => [
      `The benchmark \`${d.name}\` is not applied, and no other asks anything of its metrics.`,
      `Apply it: \`apply ${d.name} to …\`.`,
    ],
    (d) => [`基准 \`${d.name}\` 没有应用，也没有别的基准评判它的指标。`, `请应用它：\`apply ${d.name} to …\`。`],
  ),
  B117: kind<{ asked: string }>(
    'error',
    (d) => ['Nothing equals a value that is missing: this comparison could only be unknown.', `Write \`${d.asked}\`.`],
    (d) => ['缺失的值不等于任何值：这个比较的结果只能是未知。', `请写 \`${d.asked}\`。`],
  ),
  B118: kind<{ what: string; lack: string }>(
    'warning',
    (d) => [
      `\`${d.what}\` can only be unknown: nobody has \`${d.lack}\`, which is \`not available\`.`,
      'Take it out, or say in the metric what stands for it: `if missing …`.',
    ],
    (d) => [
      `\`${d.what}\` 的结果只能是未知：\`${d.lack}\` 标为 \`not available\`，没有数据。`,
      '请删去它，或在指标中用 `if missing …` 写明以什么代替。',
    ],
  ),
} as const;
