import { kind } from './kind.js';

/** B420 to B449: whom an account is compared with, as of when, and what it is excused from. */
export const judgingKinds = {
  B420: kind<{ percentile: string }>(
    'error',
    (d) => [
      `\`${d.percentile}\` is no percentile.`,
      'Percentiles go from p0, the smallest value, to p100, the largest, with up to two digits behind the point.',
    ],
    (d) => [`\`${d.percentile}\` 不是有效的百分位。`, '百分位从 p0（最小值）到 p100（最大值），小数点后最多两位。'],
  ),
  B421: kind<{ cell: string }>(
    'error',
    (d) => [
      `\`${d.cell}\` compares with peers, but a figure about all of them has none.`,
      'Ask a number of its own here; thresholds by percentile belong into a benchmark.',
    ],
    (d) => [
      `\`${d.cell}\` 是与同类比较，但关于整体的数没有同类可比。`,
      '这里请写一个数；按百分位的阈值请写在 benchmark 中。',
    ],
  ),
  B422: kind<{ days: readonly string[] }>(
    'error',
    (d) => [
      d.days.length === 0
        ? 'This looks back from a day, but nothing says from which.'
        : `This looks back from a day, but the sources are of different ones: ${d.days.join(', ')}.`,
      'Say it in the first line, `rulebook coverage as of 2024-12-31`, or for a run with `--as-of 2024-12-31`.',
    ],
    (d) => [
      d.days.length === 0
        ? '这里要从某一天往回看，但没有写明是哪一天。'
        : `这里要从某一天往回看，但各数据源的日期不同：${d.days.join('、')}。`,
      '请在第一行写明，例如 `rulebook coverage as of 2024-12-31`，或在运行时用 `--as-of 2024-12-31`。',
    ],
  ),
  B423: kind<{ source: string; columns: readonly string[] }>(
    'error',
    (d) =>
      d.columns.length === 0
        ? [`The rows of \`${d.source}\` have no date, so there is no telling which lie in the window.`, null]
        : [
            `The rows of \`${d.source}\` have several dates: ${d.columns.join(', ')}.`,
            `Say which one counts: \`over 12 months by ${d.columns[0] ?? ''}\`.`,
          ],
    (d) =>
      d.columns.length === 0
        ? [`\`${d.source}\` 的行没有日期，无法判断哪些在这段时间内。`, null]
        : [
            `\`${d.source}\` 的行有多个日期：${d.columns.join('、')}。`,
            `请写明按哪一个：\`over 12 months by ${d.columns[0] ?? ''}\`。`,
          ],
  ),
  B424: kind<{ text: string }>(
    'error',
    (d) => [
      `\`${d.text}\` is not a length of time.`,
      'Write a whole number of days, weeks, months or years: `90 days`, `12 months`.',
    ],
    (d) => [`\`${d.text}\` 不是时长。`, '请写整数个天、周、月或年，例如 `90 days`、`12 months`。'],
  ),
  B425: kind<{ name: string }>(
    'error',
    (d) => [
      `\`${d.name}\` compares a window with the one before it, but there is no window in it.`,
      `Say one inside: \`${d.name}(sum(orders.amount over 3 months))\`.`,
    ],
    (d) => [
      `\`${d.name}\` 比较一段时间与它之前的一段，但其中没有写时间段。`,
      `请在里面写明，例如 \`${d.name}(sum(orders.amount over 3 months))\`。`,
    ],
  ),
  B426: kind<{ name: string }>(
    'error',
    (d) => [
      `\`${d.name}\` goes through no dated rows, so \`over\` means nothing in it.`,
      'A window belongs into an aggregate over the rows of a source: `sum(orders.amount over 12 months)`.',
    ],
    (d) => [
      `\`${d.name}\` 不逐行读取带日期的行，\`over\` 在其中没有意义。`,
      '时间段要写在对某个数据源各行的汇总里，例如 `sum(orders.amount over 12 months)`。',
    ],
  ),
  B427: kind<{ from: string; until: string }>(
    'warning',
    (d) => [
      `No row for this case holds from ${d.from} to before ${d.until}.`,
      'A row holds from its first day up to, but not on, the day under `until`: let the next one begin on that day.',
    ],
    (d) => [
      `从 ${d.from} 到 ${d.until} 之前，这种情况没有一行成立。`,
      '一行从 `from` 那天起成立，到 `until` 那天为止（不含当天）：下一行应从那天开始。',
    ],
  ),
  B428: kind<{ name: string }>(
    'error',
    (d) => [
      `The rows of \`${d.name}\` have no dates, so \`on\` means nothing to it.`,
      'Give the table a column `from`, and perhaps `until`.',
    ],
    (d) => [`\`${d.name}\` 的行没有日期，\`on\` 对它没有意义。`, '请给表加上 `from` 列，需要时再加 `until` 列。'],
  ),
  B429: kind<{ table: string; currency: string }>(
    'error',
    (d) => [
      `\`${d.table}\` gives no money, so it is no rate for ${d.currency}.`,
      'Write what one of it is, with the currency: `7.25 CNY`.',
    ],
    (d) => [
      `\`${d.table}\` 给出的不是金额，不能用作 ${d.currency} 的汇率。`,
      '请写一单位值多少并带上币种，例如 `7.25 CNY`。',
    ],
  ),
  B430: kind<{ column: string }>(
    'error',
    (d) => [
      `A waiver has to say ${d.column === 'until' ? 'until when it holds' : 'why'}, in a column \`${d.column}\`.`,
      d.column === 'until'
        ? 'Write the first day on which it no longer holds, or `-` where it has no end.'
        : 'Write a sentence that somebody who reads the figures will accept.',
    ],
    (d) => [
      `豁免必须有 \`${d.column}\` 列，写明${d.column === 'until' ? '到哪一天为止' : '理由'}。`,
      d.column === 'until' ? '请写不再豁免的第一天；没有期限时写 `-`。' : '请写一句读数字的人能接受的理由。',
    ],
  ),
  B431: kind<{ metric: string; judged: readonly string[] }>(
    'warning',
    (d) => [
      `Nobody is judged on \`${d.metric}\`, so there is nothing to excuse from.`,
      `Judged here: ${d.judged.join(', ')}.`,
    ],
    (d) => [`没有基准评判 \`${d.metric}\`，无从豁免。`, `这里评判的有：${d.judged.join('、')}。`],
  ),
  B432: kind<Record<never, never>>(
    'error',
    () => ['A waiver needs a reason.', 'Write why these accounts are not judged: whoever reads the figures will ask.'],
    () => ['豁免必须写明理由。', '请写明为什么不评判这些客户：读数字的人会问。'],
  ),
  B433: kind<{ until: string; day: string }>(
    'warning',
    (d) => [
      `This waiver ended on ${d.until}, and the figures are of ${d.day}: it excuses nobody any more.`,
      'Take the row out, or give it a later day if it was renewed.',
    ],
    (d) => [
      `这项豁免已于 ${d.until} 到期，而数字截至 ${d.day}：它不再豁免任何客户。`,
      '请删去这一行；若已续期，请改写日期。',
    ],
  ),
  B434: kind<{ metric: string }>(
    'warning',
    (d) => [
      `How far short of 0 a \`${d.metric}\` is cannot be told: a shortfall is a part of the threshold, and 0 has no parts.`,
      `Say at the metric how far off is wholly short: \`shortfall scale 5\`. Without it the shortfall of those who fail is unknown.`,
    ],
    (d) => [
      `\`${d.metric}\` 与阈值 0 差多少无法计算：差距按阈值的比例计，而 0 没有比例。`,
      '请在该指标中写明相差多少算完全不足，例如 `shortfall scale 5`；否则未达标者的差距为未知。',
    ],
  ),
} as const;
