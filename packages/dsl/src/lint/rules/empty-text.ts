import type { ExpressionNode } from '../../syntax/nodes.js';
import { nodesIn } from '../../syntax/nodes-in.js';
import { rule } from '../rule.js';

type Comparison = Extract<ExpressionNode, { kind: 'compare' }>;

const comparesWithNothing = (node: object): node is Comparison => {
  const found = node as Partial<Comparison>;
  return (
    found.kind === 'compare' &&
    found.right?.kind === 'text' &&
    found.right.text === '' &&
    /^!?=$/.test(found.operator ?? '')
  );
};

export const emptyText = rule<{ written: string; wanted: string }>({
  code: 'L125',
  title: { en: 'a comparison with the empty text', zh: '与空文本比较' },
  severity: 'warning',
  fix: 'offered',
  en: ({ written, wanted }) => [
    `\`${written}\` never holds: an empty cell is a missing value.`,
    `Write \`${wanted}\`.`,
  ],
  zh: ({ written, wanted }) => [`\`${written}\` 永远不成立：空单元格是缺失值。`, `请写 \`${wanted}\`。`],
  look: (subject) =>
    subject.declarations.flatMap(({ clauses }) =>
      [...nodesIn(clauses)].filter(comparesWithNothing).map(({ span, left, operator }) => {
        const wanted = `${subject.text(left.span)} is ${operator === '=' ? '' : 'not '}missing`;
        return { span, data: { written: subject.text(span), wanted }, edits: [{ span, replacement: wanted }] };
      }),
    ),
});
