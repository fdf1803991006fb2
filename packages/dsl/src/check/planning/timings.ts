import type { Quantity } from '../../model/expression.js';
import type { Timing } from '../../model/planning/projection.js';
import type { Moment } from '../../model/planning/time.js';
import type { CellNode } from '../../syntax/nodes.js';
import type { TimingNode } from '../../syntax/planning-nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { readQuantity, writtenQuantity } from '../quantities.js';
import type { Scope } from '../scope.js';
import { asDuration, asYearlyRate, estimate, refuse } from './estimates.js';
import { firstMonth, lastMonth, momentOf } from './moments.js';
import { misfit } from './planning-cells.js';

type Parts = Partial<Omit<Timing, 'kind' | 'text'>> & { at?: Moment; spread?: true };

/** When a flow happens. `perTime`: its amount is said per time. */
export function timingCell(scope: Scope, cell: CellNode, path: string, perTime: boolean): Timing | null {
  const nodes = readCell('TimingCell', codeView(cell.raw), cell.span);
  if (nodes === null)
    return misfit(
      scope,
      cell,
      { en: 'when it happens', zh: '发生时间' },
      'month 1, every month, from month 4 ramp 6 months',
    );
  const parts = partsOf(scope, nodes, path);
  if (parts === null) return null;
  if (!rises(scope, cell, parts)) return null;
  return whole(scope, cell, parts, perTime);
}

function partsOf(scope: Scope, nodes: readonly TimingNode[], path: string): Parts | null {
  const parts: Parts = {};
  const seen = new Set<string>();
  for (const node of nodes) {
    const names = node.kind === 'months' ? ['from', 'until'] : [node.kind];
    const again = names.find((name) => seen.has(name));
    if (again !== undefined) return scope.report('B635', node.span, { first: again, second: again });
    for (const name of names) seen.add(name);
    const part = partOf(scope, node, path);
    if (part === null) return null;
    Object.assign(parts, part);
  }
  return parts;
}

function partOf(scope: Scope, node: TimingNode, path: string): Parts | null {
  switch (node.kind) {
    case 'every': {
      const every = readQuantity(scope, node.every, `${path}.every`);
      const fitted = every && asDuration(scope, every);
      return fitted && { every: fitted };
    }
    case 'from':
    case 'until':
    case 'at': {
      const moment = momentOf(scope, node.moment, `${path}.${node.kind}`);
      return moment && { [node.kind]: moment };
    }
    case 'months': {
      const unit = node.unit === 'month' ? 'months' : 'years';
      const [from, until] = [writtenQuantity(node.low, `${path}.from`), writtenQuantity(node.high, `${path}.until`)];
      if (from.value.lt(1))
        return refuse(scope, node.low.span, { en: 'a whole number, counted from 1', zh: '从 1 数起的整数' });
      return { from: { kind: 'period', unit, number: from }, until: { kind: 'period', unit, number: until } };
    }
    case 'ramp': {
      const ramp = estimate(scope, node.duration, `${path}.ramp`, asDuration);
      return ramp && { ramp };
    }
    case 'grows': {
      const growth = estimate(scope, node.rate, `${path}.grows`, asYearlyRate);
      return growth && { growth };
    }
    case 'spread':
      return { spread: true };
  }
}

function rises(scope: Scope, cell: CellNode, { from, until }: Parts): boolean {
  if (!from || !until) return true;
  const [first, last] = [firstMonth(from), lastMonth(until)];
  const wrong =
    from.kind === 'date' && until.kind === 'date'
      ? until.iso < from.iso
      : first !== null && last !== null && last < first;
  if (wrong) scope.report('B619', cell.span, { what: { en: 'This flow', zh: '这笔款项' } });
  return !wrong;
}

/** Which of the four ways it is. What is plain money and does not say how often is left to the caller, as a rate. */
function whole(scope: Scope, cell: CellNode, parts: Parts, perTime: boolean): Timing | null {
  const { at, spread, every = null, ramp = null, growth = null } = parts;
  const clash = clashOf(parts, perTime);
  if (clash) return scope.report('B635', cell.span, { first: clash[0], second: clash[1] });
  const common = { every, ramp, growth, text: cell.raw };
  if (at && !every && !spread && !perTime) return { kind: 'once', from: at, until: null, ...common };
  // With a phase, from its beginning to its end.
  const during = at?.kind === 'phase' ? at : null;
  const ends = { from: parts.from ?? during, until: parts.until ?? during };
  if (spread) return { kind: 'spread', ...ends, ...common };
  return { kind: perTime || !every ? 'rate' : 'every', ...ends, ...common };
}

/** Two parts that say different things of how often; null when all go together. */
function clashOf({ at, from, until, every, spread, ramp }: Parts, perTime: boolean): readonly [string, string] | null {
  const often = [...(perTime ? ['per'] : []), ...(every ? ['every'] : []), ...(spread ? ['spread'] : [])];
  const [first, second] = often;
  if (spread && first && second) return [first, second];
  if (at === undefined) return null;
  if (from ?? until) return [from ? 'from' : 'until', saidAt(at)];
  if (at.kind !== 'phase' && first) return [first, saidAt(at)];
  return ramp && first === undefined ? ['ramp', saidAt(at)] : null;
}

const saidAt = (moment: Moment): string =>
  ({ phase: 'with', date: 'a date', period: 'month 1', start: 'start', end: 'end' })[moment.kind];

/** A cell that says how often: `every month`, `every 3 months`. */
export function asInterval(scope: Scope, cell: CellNode): Quantity | null {
  const nodes = readCell('TimingCell', codeView(cell.raw), cell.span);
  const [only] = nodes ?? [];
  if (only?.kind !== 'every' || nodes?.length !== 1)
    return misfit(scope, cell, { en: 'how often', zh: '频率' }, 'every month, every 3 months');
  const every = readQuantity(scope, only.every);
  return every && asDuration(scope, every);
}
