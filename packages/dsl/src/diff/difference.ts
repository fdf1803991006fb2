import type Big from 'big.js';
import { numeralValue } from '../model/numeral.js';
import type { NumberNode } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';

const NOWHERE = { start: 0, end: 0 };

/**
 * How far a number moved between two cells, in its unit: `+5pp`, `-2 contacts per 亿元`, `+10M CNY`. Null where they are not
 * two numbers of one unit.
 *
 * @param unit what a bare number is of: `contacts per 亿元`
 */
export function differenceOf(from: string, to: string, unit: string | null): string | null {
  const [before, after] = [numbersIn(from), numbersIn(to)];
  if (before.length === 0 || before.length !== after.length) return null;
  const moved = before.flatMap((one, index) => {
    const other = after[index];
    return other === undefined ? [] : [moveOf(one, other, unit)];
  });
  const known = moved.filter((each) => each !== null);
  if (known.length < before.length) return null;
  return known.length === 1 || known.every((each) => each === known[0]) ? (known[0] ?? null) : known.join('..');
}

/** The numbers of a cell: one, or the two ends of a range; none in a cell of another kind. */
function numbersIn(raw: string): readonly NumberNode[] {
  const code = codeView(raw);
  const threshold = readCell('ThresholdCell', code, NOWHERE);
  if (threshold?.kind === 'bound') return [threshold.value];
  if (threshold?.kind === 'range') {
    const { low, high } = threshold.range;
    return low.kind === 'number' && high.kind === 'number' ? [low, high] : [];
  }
  const number = readCell('NumberCell', code, NOWHERE);
  return number === null ? [] : [number];
}

function moveOf(from: NumberNode, to: NumberNode, unit: string | null): string | null {
  if (from.unit !== to.unit || from.per !== to.per) return null;
  const by = numeralValue(to.numeral).minus(numeralValue(from.numeral));
  if (by.eq(0)) return '±0';
  const shown = `${by.gt(0) ? '+' : ''}${grouped(by)}`;
  if (to.unit === '%') return `${shown}pp`;
  const named = to.unit ?? unit;
  return named === null ? shown : `${shown}${named === 'pp' ? '' : ' '}${named}`;
}

function grouped(value: Big): string {
  const [whole = '', fraction] = value.toFixed().split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
