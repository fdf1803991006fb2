import { kind } from './kind.js';
import type { Said } from './type-kinds.js';
import { a, didYouMean, plural, zhDidYouMean, zhWord } from './words.js';

/** What plans are made of: actions, people, money and time. */
export const planningKinds = {
  B609: kind<{ word: string; usual: string; suggestion: string | null }>(
    'error',
    (d) => [
      `\`per ${d.word}\` is neither a time nor one of those the action is taken on.`,
      didYouMean(d.suggestion && `per ${d.suggestion}`) ?? `Write \`per ${d.usual}\`, \`per month\` or \`in all\`.`,
    ],
    (d) => [
      `\`per ${d.word}\` 既不是时间，也不是行动的对象。`,
      zhDidYouMean(d.suggestion && `per ${d.suggestion}`) ?? `请写 \`per ${d.usual}\`、\`per month\` 或 \`in all\`。`,
    ],
  ),
  B610: kind<{ figure: string; noun: string; owner: string; known: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [
      `The ${d.noun} \`${d.owner}\` has no figure \`${d.figure}\`.`,
      didYouMean(d.suggestion) ?? `It has: ${d.known.join(', ')}.`,
    ],
    (d) => [
      `${zhWord(d.noun)} \`${d.owner}\` 没有名为 \`${d.figure}\` 的数。`,
      zhDidYouMean(d.suggestion) ?? `可用的有：${d.known.join('、')}。`,
    ],
  ),
  B611: kind<{ name: string; noun: string; figures: readonly string[] }>(
    'error',
    (d) => [
      `\`${d.name}\` is ${a(d.noun)}, not a number.`,
      `Say which figure of it: ${d.figures.map((figure) => `\`${d.name}.${figure}\``).join(', ')}.`,
    ],
    (d) => [
      `\`${d.name}\` 是${zhWord(d.noun)}，不是一个数。`,
      `请写明要它的哪个数：${d.figures.map((figure) => `\`${d.name}.${figure}\``).join('、')}。`,
    ],
  ),
  B612: kind<{ source: string; columns: readonly string[]; metric: string }>(
    'error',
    (d) => [
      `The added rows of \`${d.source}\` do not set ${d.columns.map((one) => `\`${one}\``).join(', ')}, which \`${d.metric}\` reads.`,
      'Give the table a column for it; `-` says that the value is missing.',
    ],
    (d) => [
      `新增的 \`${d.source}\` 行没有给出 \`${d.metric}\` 要读取的 ${d.columns.map((one) => `\`${one}\``).join('、')}。`,
      '请在表格中增加这一列；`-` 表示值缺失。',
    ],
  ),
  B613: kind<{ column: string; source: string }>(
    'error',
    (d) => [
      `\`${d.column}\` tells rows of \`${d.source}\` apart or says whose they are; an action does not set it.`,
      'Leave the column out: added rows get keys of their own and belong to the entity at hand.',
    ],
    (d) => [
      `\`${d.column}\` 用于区分 \`${d.source}\` 的行或表明其归属，行动不能设置它。`,
      '请去掉这一列：新增的行会自动获得主键，并归属当前对象。',
    ],
  ),
  B614: kind<{ name: string; line: number | null }>(
    'error',
    (d) => [
      d.line === null
        ? `\`${d.name}\` is an action of this model, whose cost flows under its name by itself.`
        : `\`${d.name}\` flows twice; the first time on line ${d.line}.`,
      'Give the flow another name.',
    ],
    (d) => [
      d.line === null
        ? `\`${d.name}\` 是本模型的行动，其成本已自动以此名称计入。`
        : `款项 \`${d.name}\` 重复；第一次在第 ${d.line} 行。`,
      '请给这笔款项换一个名称。',
    ],
  ),
  B615: kind<{ found: Said; flow: boolean }>(
    'error',
    (d) => [
      `Here money is wanted, but this is ${d.found.en}.`,
      d.flow
        ? 'A flow is money, or money per time: 250万 CNY, 650万 CNY per year. Multiply what is per head by how many there are.'
        : 'Write an amount with its currency: 2万 CNY, 650万 CNY per year.',
    ],
    (d) => [
      `这里需要金额，但写的是${d.found.zh}。`,
      d.flow
        ? '款项是金额或单位时间的金额：250万 CNY、650万 CNY per year。按人计的金额请乘以人数。'
        : '请写带币种的金额：2万 CNY、650万 CNY per year。',
    ],
  ),
  B616: kind<{ first: string; second: string }>(
    'error',
    (d) => [`${d.first} and ${d.second} stand in one plan.`, 'Bring the amounts to one currency.'],
    (d) => [`同一计划中出现了 ${d.first} 和 ${d.second}。`, '请把金额统一为一种货币。'],
  ),
  B617: kind<{ flow: string }>(
    'warning',
    (d) => [
      `\`${d.flow}\` flows for a time, but its amount does not say per what time: it is read as per year.`,
      'Write `per year` behind the amount; or `every month`, or `spread`, in its timing.',
    ],
    (d) => [
      `\`${d.flow}\` 持续一段时间，但金额没有写明按什么时间计：按每年理解。`,
      '请在金额后写 `per year`；或在时间列写 `every month` 或 `spread`。',
    ],
  ),
  B618: kind<{ flow: string; plan: Said }>(
    'error',
    (d) => [
      `\`${d.flow}\` begins outside the ${d.plan.en} of the plan, so it never flows.`,
      'Make the plan longer, or let it begin earlier.',
    ],
    (d) => [`\`${d.flow}\` 的开始时间不在计划的 ${d.plan.zh} 之内，永远不会发生。`, '请延长计划，或提前开始时间。'],
  ),
  B619: kind<{ what: Said }>(
    'error',
    (d) => [`${d.what.en} ends before it starts.`, null],
    (d) => [`${d.what.zh}在开始之前就结束了。`, null],
  ),
  B620: kind<{ phase: string; before: string }>(
    'error',
    (d) => [
      `\`${d.phase}\` comes after \`${d.before}\`, but starts before that has ended.`,
      'Let it start later, or leave its start out: then it starts when what it comes after has ended.',
    ],
    (d) => [
      `\`${d.phase}\` 在 \`${d.before}\` 之后，却在其结束之前开始。`,
      '请推迟开始时间，或不写开始时间：那样它会在前一阶段结束时开始。',
    ],
  ),
  B621: kind<{ product: string | undefined }>(
    'error',
    ({ product }) => [
      `It is not clear what the rates of this funnel are${product === undefined ? '' : `: they multiply (${product}), or weigh what stands at each stage`}.`,
      'Head the column `conversion` for the share of the stage before that comes through, or `win probability` for the chance to win from there.',
    ],
    ({ product }) => [
      `这个漏斗的比率含义不明${product === undefined ? '' : `：可以相乘（${product}），也可以作为各环节的权重`}。`,
      '列名请写 `conversion`（上一环节到达本环节的比例）或 `win probability`（从本环节起最终成交的概率）。',
    ],
  ),
  B626: kind<{ objective: string; actions: readonly string[] }>(
    'error',
    (d) => [
      `No action moves \`${d.objective}\`: ${d.actions.map((one) => `\`${one}\``).join(', ')} ${d.actions.length === 1 ? 'changes' : 'change'} nothing that it reads.`,
      'Choose a figure that reads what the actions add or set, as in `saved(…)`.',
    ],
    (d) => [
      `没有行动能改变 \`${d.objective}\`：${d.actions.map((one) => `\`${one}\``).join('、')} 不改变它读取的任何内容。`,
      '请选择会读取行动所增改内容的数，例如 `saved(…)`。',
    ],
  ),
  B628: kind<{ condition: string }>(
    'warning',
    (d) => [
      `Nothing in \`${d.condition}\` is uncertain, so it holds always or never.`,
      'Leave `with chance` out, or say how a number in it can turn out: `25 ~ 20..30`.',
    ],
    (d) => [
      `\`${d.condition}\` 中没有不确定的数，它要么总成立，要么总不成立。`,
      '请去掉 `with chance`，或写明其中某个数的可能取值：`25 ~ 20..30`。',
    ],
  ),
  B629: kind<{ budget: string }>(
    'warning',
    (d) => [`The budget \`${d.budget}\` is zero: nothing can be paid from it.`, 'Is an amount missing?'],
    (d) => [`预算 \`${d.budget}\` 为零，无法支付任何费用。`, '是否漏写了金额？'],
  ),
  B630: kind<{ arithmetic: string; most: string }>(
    'error',
    (d) => [
      `The parts of this budget come to more than there is: ${d.arithmetic}, but at most ${d.most} is left for them.`,
      null,
    ],
    (d) => [`预算各部分超过了总额：${d.arithmetic}，而可用的最多为 ${d.most}。`, null],
  ),
  B631: kind<{ resource: string }>(
    'error',
    (d) => [
      `Days of \`${d.resource}\` can be taken only when it says how many days one of them has.`,
      'Give it a `capacity 20 days per month`, or take a count of heads: `0.02 managers for 3 months`.',
    ],
    (d) => [
      `\`${d.resource}\` 没有写明每人有多少天，不能按天占用。`,
      '请写 `capacity 20 days per month`，或按人数占用：`0.02 managers for 3 months`。',
    ],
  ),
  B632: kind<{ what: 'rounding' | 'pooling'; column: string }>(
    'error',
    (d) =>
      d.what === 'rounding'
        ? [
            'This span does not say what happens to parts of a person.',
            'Write `rounded up`, `rounded down`, `rounded nearest` or `unrounded`.',
          ]
        : [
            'This span does not say whether people are shared between its rows.',
            `Write \`pooled\` when one person may serve several rows, or \`per ${d.column}\` when each row has its own.`,
          ],
    (d) =>
      d.what === 'rounding'
        ? ['没有写明不足一人时如何取整。', '请写 `rounded up`、`rounded down`、`rounded nearest` 或 `unrounded`。']
        : ['没有写明各行之间是否共用人员。', `可共用请写 \`pooled\`，每行各有人员请写 \`per ${d.column}\`。`],
  ),
  B634: kind<{ category: string; categories: readonly string[]; suggestion: string | null }>(
    'error',
    (d) => [
      `No budget has a category \`${d.category}\`.`,
      didYouMean(d.suggestion) ??
        (d.categories.length === 0
          ? 'Declare a budget with a `category` column.'
          : `There ${d.categories.length === 1 ? 'is' : 'are'} ${plural(d.categories.length, 'other')}: ${d.categories.join(', ')}.`),
    ],
    (d) => [
      `没有任何预算有类别 \`${d.category}\`。`,
      zhDidYouMean(d.suggestion) ??
        (d.categories.length === 0 ? '请声明一个带有 `category` 列的预算。' : `可用的有：${d.categories.join('、')}。`),
    ],
  ),
  B635: kind<{ first: string; second: string }>(
    'error',
    (d) =>
      d.first === d.second
        ? [`\`${d.first}\` stands here twice.`, 'Keep one of them.']
        : [`\`${d.first}\` and \`${d.second}\` do not go together here.`, 'Keep one of them.'],
    (d) =>
      d.first === d.second
        ? [`\`${d.first}\` 在这里写了两次。`, '请只保留一个。']
        : [`\`${d.first}\` 与 \`${d.second}\` 不能在这里同时使用。`, '请只保留一个。'],
  ),
} as const;
