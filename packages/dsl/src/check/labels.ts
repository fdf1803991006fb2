import type { Expression } from '../model/expression.js';
import type { ExpressionNode, NameNode } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { booleanConstant, textConstant } from './constants.js';
import { constantExpression } from './ground.js';
import type { Ground } from './ground.js';
import { means, nearName } from './names.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';
import type { Span } from '../text/span.js';

/** The labels an expression can have, when it is a level, a band or a tier; null for anything else. */
export function labelsOf(expression: Expression, { scope }: Ground): readonly string[] | null {
  if (expression.kind !== 'given' || expression.by === 'metric' || expression.by === 'score') return null;
  const owner = scope.get(expression.by, expression.name, expression.span);
  if (owner === null) return null;
  return owner.table.rows.flatMap((row) => (row.outcomes[0]?.kind === 'text' ? [row.outcomes[0].text] : []));
}

/**
 * The other side of a comparison with `subject`. A bare word there is first a label of the subject, then a name;
 * for a yes-or-no column it may be `yes` or `no`.
 */
export function opposite(node: ExpressionNode, subject: Expression, ground: Ground): Expression | null {
  const labels = labelsOf(subject, ground);
  ground.scope.want(node.span, { kind: 'value', subject });
  if (labels && subject.kind === 'given' && (node.kind === 'name' || node.kind === 'text'))
    useLabel(ground.scope, node.span, subject.name, node.kind === 'name' ? node.name : node.text, labels);
  if (node.kind !== 'name') {
    const checked = ground.check(node, ground);
    if (labels && node.kind === 'text' && !labels.includes(node.text))
      return unknownLabel(node.text, node, subject, labels, ground);
    return checked;
  }
  if (labels?.includes(node.name)) return constantExpression(textConstant(node.name), node.span);
  if (subject.type.kind === 'boolean') {
    const constant = booleanConstant(node.name);
    if (constant) return constantExpression(constant, node.span);
  }
  if (means(node.name, ground)) return ground.check(node, ground);
  if (labels) return unknownLabel(node.name, node, subject, labels, ground);
  // Beside a text in quotes a word was meant as a name, and so was one that is nearly a name.
  const isName = subject.kind === 'constant' || nearName(node.name, ground) !== null;
  return subject.type.kind === 'text' && !isName ? bareText(node, ground) : ground.check(node, ground);
}

/** Notes a word as a label, if it is one of these. */
export function useLabel(scope: Scope, span: Span, owner: string, name: string, labels: readonly string[]): void {
  if (labels.includes(name)) scope.use(span, { kind: 'label', owner, name });
}

function bareText({ name, span }: NameNode, { scope }: Ground): null {
  return scope.report('B110', span, { word: name }, { fix: { span, replacement: `"${name}"` } });
}

export function unknownLabel(
  label: string,
  { span }: ExpressionNode,
  subject: Expression,
  labels: readonly string[],
  { scope }: Ground,
): null {
  const suggestion = closest(label, labels);
  const owner = subject.kind === 'given' ? subject.name : '';
  return scope.report('B104', span, { label, owner, labels, suggestion }, replaceBy(span, suggestion));
}
