import Big from 'big.js';
import type { PeerThreshold, TableInput } from '../model/decision-table.js';
import type { Quantity } from '../model/expression.js';
import { COUNT, PERCENT } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, ExpressionNode, ThresholdNode } from '../syntax/nodes.js';
import type { Ground } from './ground.js';
import { wholeNumber } from './quantities.js';
import type { Scope } from './scope.js';

/** Fewer known values than these say little of where a value stands among them. */
const LEAST = 5;

type Node = Extract<ThresholdNode, { readonly kind: 'peers' }> & Pick<PeerThreshold, 'operator'>;

/** Where the cell stands, and how many peers its benchmark asks for. */
interface Place {
  readonly path: string;
  readonly peers: Quantity;
}

/** `>= p75 within industry`; null when it is not whole (reported). */
export function peerThreshold(node: Node, ground: Ground, { path, peers }: Place): PeerThreshold | null {
  const { scope } = ground;
  const percent = new Big(node.percentile.text);
  if (percent.gt(100) || percent.c.length - percent.e - 1 > MOST_DIGITS)
    return scope.report('B420', node.percentile.span, { percentile: `p${node.percentile.text}` });
  const within = node.within.map((part) => groupOf(part, ground));
  const whole = within.flatMap((part) => part ?? []);
  if (whole.length < within.length) return null;
  const percentile = { value: percent.div(100), unit: PERCENT, path: `${path}.percentile`, span: node.percentile.span };
  return { kind: 'peers', operator: node.operator, percentile, within: whole, least: peers, span: node.span };
}

/** Digits behind the point, as in p99.99. */
const MOST_DIGITS = 2;

function groupOf(node: ExpressionNode, ground: Ground): TableInput | null {
  const expression = ground.check(node, ground);
  const name = ground.scope.text(node.span);
  return expression && { name, expression, span: node.span };
}

/** How many known peers a benchmark's peer-relative thresholds need; null when that is no number of rows (reported). */
export function leastPeers(scope: Scope, declaration: Declaration, name: string): Quantity | null {
  const clause = clauseOf(declaration, 'peers');
  const span = clause?.value.span ?? declaration.nounSpan;
  const least = clause ? wholeNumber(scope, clause.value) : LEAST;
  return least === null ? null : { value: new Big(least), unit: COUNT, path: `${name}.peers`, span };
}
