import { kind } from './kind.js';
import { didYouMean, onLine, zhDidYouMean, zhOnLine } from './words.js';
import type { Elsewhere } from './words.js';

/** B4xx: what is said cannot be meant. */
export const meaningKinds = {
  B401: kind<{ score: string; sum: string }>(
    'error',
    (d) => `The weights of \`${d.score}\` come to ${d.sum}, not to 100%.`,
    (d) => `\`${d.score}\` 的权重合计为 ${d.sum}，不是 100%。`,
  ),
  B402: kind<{ metric: string; combine: string; first: string; second: string }>(
    'error',
    (d) => [
      `\`${d.combine}\` cannot choose for \`${d.metric}\`: one benchmark asks \`${d.first}\`, another \`${d.second}\`.`,
      'Thresholds of one metric must point the same way.',
    ],
    (d) => [
      `\`${d.combine}\` 无法为 \`${d.metric}\` 取舍：一个基准要求 \`${d.first}\`，另一个要求 \`${d.second}\`。`,
      '同一指标的阈值方向必须一致。',
    ],
  ),
  B403: kind<Elsewhere & { population: string }>(
    'error',
    (d) => [
      `Benchmarks are applied to \`${d.population}\` twice; the first time ${onLine(d)}.`,
      'Name them in one line: `apply strictest(a, b) to ' + d.population + '`.',
    ],
    (d) => [
      `对 \`${d.population}\` 重复应用了基准；第一次在${zhOnLine(d)}。`,
      `请写在一行：\`apply strictest(a, b) to ${d.population}\`。`,
    ],
  ),
  B404: kind<{ benchmark: string; about: string; population: string; source: string }>(
    'error',
    (d) =>
      `The benchmark \`${d.benchmark}\` is about \`${d.about}\`, but the population \`${d.population}\` is made of \`${d.source}\`.`,
    (d) => `基准 \`${d.benchmark}\` 针对 \`${d.about}\`，而总体 \`${d.population}\` 由 \`${d.source}\` 组成。`,
  ),
  B405: kind<{ placeholder: string; suggestion: string | null }>(
    'error',
    (d) => [
      `\`{${d.placeholder}}\` is not filled in.`,
      didYouMean(d.suggestion && `{${d.suggestion}}`) ??
        'A reason may hold {failed}, {judged}, {passed} and {unknown}.',
    ],
    (d) => [
      `\`{${d.placeholder}}\` 无法填充。`,
      zhDidYouMean(d.suggestion && `{${d.suggestion}}`) ?? '理由中可用 {failed}、{judged}、{passed}、{unknown}。',
    ],
  ),
  B406: kind<{ path: string }>(
    'error',
    (d) => [
      `\`${d.path}\` lies outside the project.`,
      'Paths are relative to the project and may not begin with `/` or hold `..`.',
    ],
    (d) => [`\`${d.path}\` 在项目之外。`, '路径相对于项目目录，不能以 `/` 开头，也不能含有 `..`。'],
  ),
  B407: kind<{ text: string }>(
    'error',
    (d) => [
      `\`${d.text}\` compares with another run, but the row does not say with which.`,
      'Name it under `from`: `base`.',
    ],
    (d) => [`\`${d.text}\` 需要与另一次运行比较，但这一行没有写明。`, '请在 `from` 列写明，例如 `base`。'],
  ),
  B408: kind<Record<never, never>>(
    'error',
    () => [
      'Expected rows are found by their key, but none of these columns is the key.',
      'Add the key column, or write `top 5 by …` to compare the first rows in order.',
    ],
    () => ['预期的行要靠主键查找，但这些列中没有主键。', '请加上主键列，或写 `top 5 by …` 按顺序比较前几行。'],
  ),
  B409: kind<{ name: string }>(
    'error',
    (d) => [
      `\`${d.name}\` asks what judging found, but no benchmark is applied.`,
      'Apply one: `apply generic to key_accounts`.',
    ],
    (d) => [`\`${d.name}\` 要用评判结果，但没有应用任何基准。`, '请应用一个：`apply generic to key_accounts`。'],
  ),
  B410: kind<Record<never, never>>(
    'error',
    () => [
      'This has a value for each row, but here one figure about all of them is wanted.',
      'Say which: count(…), share(…), mean(…), median(…), passed(metric), missing(source.column), …',
    ],
    () => [
      '这里需要一个关于整体的数，但写的内容每行各有一个值。',
      '请写明：count(…)、share(…)、mean(…)、median(…)、passed(指标)、missing(数据源.列) 等。',
    ],
  ),
  B411: kind<Record<never, never>>(
    'error',
    () => ['A check or an expectation is a comparison, such as `share(risk = high) <= 60%`.', null],
    () => ['检查或预期必须是一个比较，例如 `share(risk = high) <= 60%`。', null],
  ),
  B440: kind<{ key: string; column: string; line: number }>(
    'error',
    (d) => [
      `The row of line ${d.line} has the same \`${d.column}\`, \`${d.key}\`.`,
      'A key names one row: give each row its own.',
    ],
    (d) => [`第 ${d.line} 行的 \`${d.column}\` 也是 \`${d.key}\`。`, '主键只对应一行：请让每行各不相同。'],
  ),
  B441: kind<{ key: string; of: string; suggestion: string | null }>(
    'error',
    (d) => [
      `The test expects \`${d.key}\`, but gives no such row of \`${d.of}\`.`,
      didYouMean(d.suggestion) ?? 'Give the row, or leave the expectation out.',
    ],
    (d) => [
      `测试预期 \`${d.key}\`，但给出的 \`${d.of}\` 中没有这一行。`,
      zhDidYouMean(d.suggestion) ?? '请给出这一行，或去掉这项预期。',
    ],
  ),
} as const;
