import type { Expression } from '../model/expression.js';
import type { Source } from '../model/model.js';
import { BOOLEAN, duration, NUMBER, numberType, PERCENT } from '../model/units.js';
import type { CallNode, ExpressionNode, NameNode, NumberNode, WindowNode } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { asOfExpression } from './as-of.js';
import { calculated } from './arithmetic.js';
import { column, columnExpression } from './ground.js';
import type { Ground } from './ground.js';
import { unknownColumn } from './names.js';
import { childrenOf } from './walk.js';

type NodeOf<K extends ExpressionNode['kind']> = Extract<ExpressionNode, { readonly kind: K }>;

/** `days since opened_on`: whole ones, counted to the day from which everything looks back; negative for a day after it. */
export function sinceExpression(node: NodeOf<'since'>, ground: Ground): Expression | null {
  const since = dateOf(node.of, ground);
  const until = asOfExpression(ground.scope, node.span);
  const unit = node.unit.text as 'days' | 'months' | 'years';
  if (since === null || until === null) return null;
  return { kind: 'elapsed', unit, since, until, type: numberType(duration(unit) ?? NUMBER), span: node.span };
}

/** `last_contact within 90 days`: in the 90 days that end with the day from which everything looks back. */
export function recentExpression(node: NodeOf<'recent'>, ground: Ground): Expression | null {
  const value = dateOf(node.value, ground);
  const length = lengthOf(node.length, ground);
  return value && length && inWindow(value, length, node.span, { ...ground, back: 0 });
}

/** A day up to the one from which everything looks back; undefined: nothing says which that is (reported). */
export function notAfter(value: Expression, { scope }: Ground): Expression | undefined {
  const { span } = value;
  const today = asOfExpression(scope, span);
  return today ? { kind: 'compare', operator: '<=', left: value, right: today, type: BOOLEAN, span } : undefined;
}

function dateOf(node: ExpressionNode, ground: Ground): Expression | null {
  const value = ground.check(node, ground);
  if (value === null || value.type.kind === 'date') return value;
  return ground.scope.report('B205', node.span, { found: value.type.kind, wanted: 'date' });
}

/** `over 12 months`: the condition that a row of the source lies in that window, or in the one before it. */
export function windowCondition(window: WindowNode, source: Source, inside: Ground): Expression | null {
  const by = dateColumn(window, source, inside);
  const length = lengthOf(window.length, inside);
  return by && length && inWindow(by, length, window.span, inside);
}

/** A window goes by the date of a row: the one that `by` names, or the only one there is. */
function dateColumn(window: WindowNode, source: Source, { scope }: Ground): Expression | null {
  if (window.by) {
    const named = column(source, window.by.text);
    if (named === undefined) return unknownColumn(source, window.by, { scope });
    if (named.type.kind !== 'date')
      return scope.report('B205', window.by.span, { found: named.type.kind, wanted: 'date' });
    scope.use(window.by.span, { kind: 'column', owner: source.name, name: named.name });
    return columnExpression(source, named, window.by.span);
  }
  const dates = source.columns.filter(({ type }) => type.kind === 'date');
  const [only] = dates;
  if (only !== undefined && dates.length === 1) return columnExpression(source, only, window.span);
  return scope.report('B423', window.span, { source: source.name, columns: dates.map(({ name }) => name) });
}

/** A length of time of at least a day. */
function lengthOf(node: NumberNode | NameNode, ground: Ground): Expression | null {
  const length = ground.check(node, ground);
  if (length === null) return null;
  const isTime = length.type.kind === 'number' && length.type.unit.kind === 'duration';
  if (!isTime || length.kind !== 'constant' || length.constant.kind !== 'quantity')
    return ground.scope.report('B424', node.span, { text: written(node, ground) });
  const { value, unit } = length.constant.quantity;
  const whole = value.times(unit.scale);
  if (whole.gt(0) && whole.round(0, 0).eq(whole)) return length;
  return ground.scope.report('B424', node.span, { text: written(node, ground) });
}

const written = (node: ExpressionNode, { scope }: Ground): string => scope.text(node.span);

/** After the day that begins the window, up to the day that ends it: windows one behind the other share no day. */
function inWindow(value: Expression, length: Expression, span: Span, ground: Ground): Expression | null {
  const end = back(length, ground.back, span, ground);
  const begin = back(length, ground.back + 1, span, ground);
  return (
    begin &&
    end && {
      kind: 'and',
      left: { kind: 'compare', operator: '>', left: value, right: begin, type: BOOLEAN, span },
      right: { kind: 'compare', operator: '<=', left: value, right: end, type: BOOLEAN, span },
      type: BOOLEAN,
      span,
    }
  );
}

/** The day that lies so many lengths before the one from which everything looks back. */
function back(length: Expression, times: number, span: Span, { scope }: Ground): Expression | null {
  const day = asOfExpression(scope, span);
  if (day === null || times === 0) return day;
  // All counted from the same day, so that a month that is shorter does not move those before it.
  const lengths = times === 1 ? length : calculated(scope, '+', length, length, span);
  return lengths && calculated(scope, '-', day, lengths, span);
}

/**
 * `change(x)`: how much more x is over its window than over the window before, as a share of the latter; `difference(x)`: how much
 * more, as it is.
 */
export function changeExpression(name: 'change' | 'difference', node: CallNode, ground: Ground): Expression | null {
  const [argument] = node.arguments;
  const { scope } = ground;
  if (argument === undefined || node.arguments.length > 1)
    return scope.report('B208', node.span, { name, wanted: '1', found: node.arguments.length });
  if (!hasWindow(argument)) return scope.report('B425', node.span, { name });
  const now = ground.check(argument, { ...ground, back: 0 });
  const before = now && ground.check(argument, { ...ground, back: 1 });
  if (now === null || before === null) return null;
  if (now.type.kind !== 'number')
    return scope.report('B205', argument.span, { found: now.type.kind, wanted: 'number' });
  const { span } = node;
  const more = calculated(scope, '-', now, before, span);
  if (more === null || name === 'difference') return more;
  return { kind: 'arithmetic', operator: '/', left: more, right: before, type: numberType(PERCENT), span };
}

function hasWindow(node: ExpressionNode): boolean {
  if (node.kind === 'call' && node.over !== null) return true;
  return childrenOf(node).some(hasWindow);
}
