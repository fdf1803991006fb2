import { kind } from './kind.js';
import { a, didYouMean, onLine, zhDidYouMean, zhOnLine, zhWord } from './words.js';
import type { Elsewhere } from './words.js';

const listed = (paths: readonly string[]): string => paths.map((path) => `\`${path}\``).join(', ');
const zhListed = (paths: readonly string[]): string => paths.map((path) => `\`${path}\``).join('、');

/** B50x, B51x, B52x: scenarios, and the paths by which they name numbers. */
export const scenarioKinds = {
  B501: kind<{ path: string; suggestion: string | null; known: readonly string[] }>(
    'error',
    (d) => [
      `\`${d.path}\` names no number of this rulebook.`,
      didYouMean(d.suggestion) ??
        (d.known.length > 0
          ? `There are, for example: ${listed(d.known)}.`
          : 'A path names a declaration, then a row in brackets, then a column: `by_industry[金融服务业].decision_share`.'),
    ],
    (d) => [
      `规则手册中没有 \`${d.path}\` 这个数。`,
      zhDidYouMean(d.suggestion) ??
        (d.known.length > 0
          ? `例如有：${zhListed(d.known)}。`
          : '路径先写声明的名称，再用方括号写行，最后写列：`by_industry[金融服务业].decision_share`。'),
    ],
  ),
  B502: kind<{ name: string; noun: string }>(
    'error',
    (d) => [
      `The ${d.noun} \`${d.name}\` holds no number that a scenario could change.`,
      'A number inside a formula has no path: make it a `param`, and use that.',
    ],
    (d) => [
      `${zhWord(d.noun)} \`${d.name}\` 中没有情景可以改动的数。`,
      '公式里的数没有路径：请把它写成 `param` 再引用。',
    ],
  ),
  B503: kind<{ row: string; path: string; suggestion: string | null }>(
    'error',
    (d) => [`\`${d.path}\` has no row \`${d.row}\`.`, didYouMean(d.suggestion)],
    (d) => [`\`${d.path}\` 中没有 \`${d.row}\` 这一行。`, zhDidYouMean(d.suggestion)],
  ),
  B504: kind<{ path: string; wanted: 'number' | 'threshold' | 'list'; example: string }>(
    'error',
    (d) => [`\`${d.path}\` takes ${a(d.wanted)}.`, `Write it as \`${d.example}\`.`],
    (d) => [`\`${d.path}\` 需要一个${zhWord(d.wanted)}。`, `请写成 \`${d.example}\`。`],
  ),
  B505: kind<{ path: string; rule: string; asked: string }>(
    'error',
    (d) => [
      `\`${d.asked}\` points another way than the rule: \`${d.path}\` is \`${d.rule}\`.`,
      'A scenario changes the number; which side of it passes is the rule’s.',
    ],
    (d) => [
      `\`${d.asked}\` 与规则的方向不同：\`${d.path}\` 是 \`${d.rule}\`。`,
      '情景只改数值；哪一侧算通过由规则决定。',
    ],
  ),
  B506: kind<Elsewhere & { path: string }>(
    'error',
    (d) => [
      `\`${d.path}\` is changed twice; the first time ${onLine(d)}.`,
      'The order inside a scenario means nothing, so only one may: let a line about a column say `except` the row.',
    ],
    (d) => [
      `\`${d.path}\` 被改动了两次；第一次在${zhOnLine(d)}。`,
      '情景内的先后没有意义，只能改一次：请在改整列的那一行用 `except` 排除该行。',
    ],
  ),
  B507: kind<{ score: string; sum: string; all: boolean }>(
    'error',
    (d) => [
      `With this scenario the weights of \`${d.score}\` come to ${d.sum}, not to 100%.`,
      d.all
        ? 'Set all of them so that they do, or leave one out: it then takes the rest.'
        : 'The weights that are not set cannot make room for them.',
    ],
    (d) => [
      `采用此情景后，\`${d.score}\` 的权重合计为 ${d.sum}，不是 100%。`,
      d.all ? '请使合计为 100%，或留一个不写：它会取剩余部分。' : '其余未设定的权重无法让出这么多。',
    ],
  ),
  B508: kind<{
    score: string;
    weights: readonly { readonly term: string; readonly from: string; readonly to: string }[];
    moved: number;
  }>(
    'hint',
    (d) => [
      `The other weights of \`${d.score}\` make room: ${d.weights.map((one) => `${one.term} ${one.from} → ${one.to}`).join(', ')}.`,
      'To choose them yourself, set them all, in a table.',
    ],
    (d) => [
      `\`${d.score}\` 的其余权重按比例调整：${d.weights.map((one) => `${one.term} ${one.from} → ${one.to}`).join('，')}。`,
      '如要自行指定，请用表格写出全部权重。',
    ],
  ),
  B509: kind<{ path: string; value: string; more: number }>(
    'warning',
    (d) =>
      `This changes nothing: \`${d.path}\`${d.more > 0 ? ` and ${d.more} more` : ''} ${d.more > 0 ? 'stay' : 'is'} as it was, \`${d.value}\`.`,
    (d) => `这一行没有改变任何数：\`${d.path}\`${d.more > 0 ? ` 等 ${d.more + 1} 个数` : ''} 仍为 \`${d.value}\`。`,
  ),
  B510: kind<{ path: string; benchmark: string }>(
    'warning',
    (d) => [
      `This moves nobody: \`${d.path}\` belongs to \`${d.benchmark}\`, which is not applied here.`,
      `Apply it in the scenario: \`apply ${d.benchmark} to …\`.`,
    ],
    (d) => [
      `这一行不会影响任何对象：\`${d.path}\` 属于 \`${d.benchmark}\`，而此处没有应用它。`,
      `请在情景中应用：\`apply ${d.benchmark} to …\`。`,
    ],
  ),
  B511: kind<{ text: string }>(
    'error',
    (d) => [
      'A percent is shifted by percentage points.',
      `Write \`${d.text}\`; to change it by a part of itself, use \`scale … by\`.`,
    ],
    (d) => ['百分比的平移用百分点。', `请写 \`${d.text}\`；如要按自身比例变化，请用 \`scale … by\`。`],
  ),
  B512: kind<{ percent: string }>(
    'error',
    (d) => ['A scale is a percent of what there is.', `Write \`${d.percent}\`; 100% leaves it as it is.`],
    (d) => ['缩放写成原值的百分比。', `请写 \`${d.percent}\`；100% 表示不变。`],
  ),
  B513: kind<{ path: string; value: string; limits: string }>(
    'warning',
    (d) => [`\`${d.path}\` becomes ${d.value}, outside ${d.limits}.`, `To stop there, add \`within ${d.limits}\`.`],
    (d) => [`\`${d.path}\` 变为 ${d.value}，超出 ${d.limits}。`, `如要到此为止，请加上 \`within ${d.limits}\`。`],
  ),
  B514: kind<{ path: string; value: string; limits: string; whole: boolean }>(
    'error',
    (d) => [`\`${d.path}\` cannot be ${d.value}.`, `It is ${d.whole ? 'a whole number ' : ''}within ${d.limits}.`],
    (d) => [`\`${d.path}\` 不能是 ${d.value}。`, `它必须${d.whole ? '是整数，并' : ''}在 ${d.limits} 之内。`],
  ),
  B515: kind<{ owner: string; first: string; second: string }>(
    'error',
    (d) => [
      `With this scenario the rows \`${d.first}\` and \`${d.second}\` of \`${d.owner}\` hold for the same case.`,
      'Move the other edge, too, or less far.',
    ],
    (d) => [
      `采用此情景后，\`${d.owner}\` 的 \`${d.first}\` 与 \`${d.second}\` 两行会同时成立。`,
      '请同时移动另一条边界，或少移一些。',
    ],
  ),
  B516: kind<{ path: string }>(
    'warning',
    (d) => [
      `There is nothing to restore: no scenario that this one is made from changes \`${d.path}\`.`,
      'Leave the line out, or name that scenario after `from`.',
    ],
    (d) => [
      `没有可恢复的内容：此情景所依据的情景都没有改动 \`${d.path}\`。`,
      '请删去这一行，或在 `from` 后写明那个情景。',
    ],
  ),
  B517: kind<{ points: string; most: number }>(
    'error',
    (d) => [
      `That makes ${d.points} points; at most ${d.most} are worked out.`,
      'Take a larger step, or a shorter range.',
    ],
    (d) => [`共有 ${d.points} 个点，最多计算 ${d.most} 个。`, '请加大步长，或缩小范围。'],
  ),
  B518: kind<{ length: string }>(
    'error',
    (d) => [`The step must be above 0 and no longer than the range, ${d.length}.`, 'The range runs from low to high.'],
    (d) => [`步长必须大于 0，且不超过范围的长度 ${d.length}。`, '范围从小到大书写。'],
  ),
  B519: kind<Record<never, never>>(
    'error',
    () => ['`base` is the run without a scenario.', 'Give the scenario another name.'],
    () => ['`base` 指不带情景的运行。', '请给情景另取一个名称。'],
  ),
  B520: kind<{ path: string; list: boolean }>(
    'error',
    (d) =>
      d.list
        ? [`\`${d.path}\` is a list: it cannot be moved.`, `Set it: \`set ${d.path} to ["A", "B"]\`.`]
        : [`\`${d.path}\` asks nothing (\`-\`), so there is nothing to move.`, `Set it: \`set ${d.path} to >= …\`.`],
    (d) =>
      d.list
        ? [`\`${d.path}\` 是列表，不能移动。`, `请设定它：\`set ${d.path} to ["A", "B"]\`。`]
        : [`\`${d.path}\` 没有要求（\`-\`），无从移动。`, `请设定它：\`set ${d.path} to >= …\`。`],
  ),
  B521: kind<{ name: string }>(
    'error',
    (d) => [`\`${d.name}\` does not differ from itself.`, 'Compare it with `base` or with another scenario.'],
    (d) => [`\`${d.name}\` 与自身没有差别。`, '请与 `base` 或另一个情景比较。'],
  ),
  B522: kind<{ path: string }>(
    'error',
    (d) => [
      `\`${d.path}\` has no threshold.`,
      'Thresholds stand in benchmarks. Ask for another number by its own path: `seek PATH so that …`.',
    ],
    (d) => [`\`${d.path}\` 中没有阈值。`, '阈值在 benchmark 中。其他的数请按其路径求: `seek PATH so that …`。'],
  ),
} as const;
