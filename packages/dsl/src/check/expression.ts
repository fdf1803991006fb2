import type { Expression } from '../model/expression.js';
import type { Source } from '../model/model.js';
import { BOOLEAN } from '../model/units.js';
import type { ExpressionNode } from '../syntax/nodes.js';
import { asOfExpression } from './as-of.js';
import { arithmeticExpression, negateExpression } from './arithmetic.js';
import { callExpression } from './calls.js';
import { compareExpression, inExpression, insideExpression, matchExpression, missingExpression } from './comparing.js';
import { dateConstant, quantityConstant, textConstant } from './constants.js';
import { constantExpression } from './ground.js';
import type { Ground } from './ground.js';
import { memberExpression, nameExpression } from './names.js';
import { readQuantity } from './quantities.js';
import type { Scope } from './scope.js';
import { recentExpression, sinceExpression } from './windows.js';

/** The ground of expressions on one source's rows. */
export function groundOn(scope: Scope, entity: Source | null, judged: boolean): Ground {
  return { scope, entity, row: null, judged, back: 0, check: checkExpression };
}

/** Resolves every name of an expression and types every part; null when that fails (which is reported). */
export function checkExpression(node: ExpressionNode, ground: Ground): Expression | null {
  const { scope } = ground;
  switch (node.kind) {
    case 'number': {
      const quantity = readQuantity(scope, node);
      return quantity && constantExpression(quantityConstant(quantity), node.span);
    }
    case 'text':
      return constantExpression(textConstant(node.text), node.span);
    case 'date': {
      const date = dateConstant(scope, node.text, node.span);
      return date && constantExpression(date, node.span);
    }
    case 'name':
      return nameExpression(node, ground);
    case 'member':
      return memberExpression(node, ground);
    case 'call':
      return callExpression(node, ground);
    case 'list':
      return scope.report('B205', node.span, { found: 'list', wanted: 'number' });
    case 'arithmetic':
      return arithmeticExpression(node, ground);
    case 'negate':
      return negateExpression(node, ground);
    case 'compare':
      return compareExpression(node, ground);
    case 'in':
      return inExpression(node, ground);
    case 'as of':
      return asOfExpression(scope, node.span);
    case 'since':
      return sinceExpression(node, ground);
    case 'recent':
      return recentExpression(node, ground);
    case 'inside':
      return insideExpression(node, ground);
    case 'match':
      return matchExpression(node, ground);
    case 'is-missing':
      return missingExpression(node, ground);
    case 'not': {
      const of = checkCondition(node.of, ground);
      return of && { kind: 'not', of, type: BOOLEAN, span: node.span };
    }
    case 'and':
    case 'or': {
      const left = checkCondition(node.left, ground);
      const right = checkCondition(node.right, ground);
      return left && right && { kind: node.kind, left, right, type: BOOLEAN, span: node.span };
    }
  }
}

/** An expression that must be true or false. */
export function checkCondition(node: ExpressionNode, ground: Ground): Expression | null {
  const checked = checkExpression(node, ground);
  if (checked === null || checked.type.kind === 'boolean') return checked;
  return ground.scope.report('B205', node.span, { found: checked.type.kind, wanted: 'condition' });
}

/** An expression that must give a number. */
export function checkNumber(node: ExpressionNode, ground: Ground): Expression | null {
  const checked = checkExpression(node, ground);
  if (checked === null || checked.type.kind === 'number') return checked;
  return ground.scope.report('B205', node.span, { found: checked.type.kind, wanted: 'number' });
}
