import Big from 'big.js';
import type { ValueType } from './expression.js';
import type { Dimension, Unit, UnitKind } from './unit.js';

const ONE = new Big(1);
const make = (kind: UnitKind, text: string, dimension: Dimension = {}, scale: Big = ONE): Unit => ({
  kind,
  dimension,
  scale,
  text,
});

/** A number written without a unit; it takes the unit of what it meets. */
export const BARE: Unit = make('number', '');
export const NUMBER: Unit = make('number', 'number');
export const COUNT: Unit = make('count', 'count');
export const PERCENT: Unit = make('percent', 'percent');
export const POINTS: Unit = make('points', 'percentage points');

export const countOf = (things: string): Unit => make('count', things, { [things]: 1 });
export const money = (currency: string, scale: Big = ONE, text = currency): Unit =>
  make('money', text, { [currency]: 1 }, scale);

const DURATIONS: Readonly<Record<string, Unit>> = {
  day: make('duration', 'days', { days: 1 }),
  week: make('duration', 'weeks', { days: 1 }, new Big(7)),
  month: make('duration', 'months', { months: 1 }),
  quarter: make('duration', 'quarters', { months: 1 }, new Big(3)),
  year: make('duration', 'years', { months: 1 }, new Big(12)),
};

/** `days`, `month`, …; undefined for other words. */
export const duration = (word: string): Unit | undefined => DURATIONS[word.replace(/s$/, '')];

export const numberType = (unit: Unit): ValueType => ({ kind: 'number', unit });
export const TEXT: ValueType = { kind: 'text' };
export const DATE: ValueType = { kind: 'date' };
export const BOOLEAN: ValueType = { kind: 'boolean' };

export const isBare = (unit: Unit): boolean => unit.text === '';

/** No currency, no time and no counted thing: a plain number, a percent, a plain count. */
export const isPure = (unit: Unit): boolean => Object.keys(unit.dimension).length === 0;

/** Currencies and time are held apart strictly; counted things only when both sides name some. */
export const isStrict = (base: string): boolean => /^[A-Z]{3}$/.test(base) || base === 'days' || base === 'months';

/** Whether two units measure the same: what differs is at most their scale, or what exactly is counted. */
export function agree(a: Unit, b: Unit): boolean {
  const bases = new Set([...Object.keys(a.dimension), ...Object.keys(b.dimension)]);
  const loose = isPure(a) || isPure(b);
  return [...bases].every(
    (base) => (a.dimension[base] ?? 0) === (b.dimension[base] ?? 0) || (loose && !isStrict(base)),
  );
}

/** The unit of a product (sign 1) or quotient (sign -1), in base units. */
export function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const dimension: Record<string, number> = { ...a.dimension };
  for (const [base, power] of Object.entries(b.dimension)) {
    const sum = (dimension[base] ?? 0) + sign * power;
    if (sum === 0) Reflect.deleteProperty(dimension, base);
    else dimension[base] = sum;
  }
  return baseUnit(dimension, kindOf(dimension, a, b, sign));
}

function kindOf(dimension: Dimension, a: Unit, b: Unit, sign: 1 | -1): UnitKind {
  const powers = Object.entries(dimension);
  const [only] = powers;
  if (only === undefined) {
    if (sign === 1 && a.kind === 'percent' && b.kind === 'percent') return 'percent';
    return 'number';
  }
  if (powers.length > 1 || only[1] !== 1) return 'ratio';
  if (/^[A-Z]{3}$/.test(only[0])) return 'money';
  if (isStrict(only[0])) return 'duration';
  return 'count';
}

function baseUnit(dimension: Dimension, kind: UnitKind): Unit {
  return make(kind, Object.keys(dimension).length === 0 ? kind : dimensionText(dimension), dimension);
}

function dimensionText(dimension: Dimension): string {
  const powers = Object.entries(dimension);
  const side = (sign: 1 | -1) =>
    powers
      .filter(([, power]) => power * sign > 0)
      .map(([base, power]) => (Math.abs(power) === 1 ? base : `${base}^${Math.abs(power)}`));
  const above = side(1).join(' × ') || '1';
  return [above, ...side(-1)].join(' per ');
}

/** The same unit per another: `contacts` per `亿元`. */
export function per(unit: Unit, other: Unit): Unit {
  const combined = combine({ ...unit, scale: ONE }, { ...other, scale: ONE }, -1);
  return { ...combined, scale: divided(unit.scale, other.scale), text: `${unit.text} per ${other.text}` };
}

/** `per quarter` of a percentage per time; null for other units. */
export function percentPer(unit: Unit): string | null {
  const [, time] = /^percent (per .+?)s?$/.exec(unit.text) ?? [];
  return unit.kind === 'ratio' && time !== undefined ? time : null;
}

/** a / b, exact wherever a decimal can be. */
export function divided(a: Big, b: Big): Big {
  return new Exact(a).div(b);
}

/** Powers of ten and of two divide exactly within these places; 1/12 is cut after them. */
const Exact = Big();
Exact.DP = 60;

/** What a unit measures, in words. */
export function describeUnit(unit: Unit): { readonly en: string; readonly zh: string } {
  switch (unit.kind) {
    case 'percent':
      return { en: 'a percent', zh: '百分比' };
    case 'points':
      return { en: 'percentage points', zh: '百分点' };
    case 'money':
      return { en: `money in ${unit.text}`, zh: `金额（${unit.text}）` };
    case 'count':
      return isPure(unit)
        ? { en: 'a count', zh: '计数' }
        : { en: `a count of ${unit.text}`, zh: `${unit.text} 的计数` };
    case 'duration':
      return { en: `a time in ${unit.text}`, zh: `时长（${unit.text}）` };
    case 'ratio':
      return { en: unit.text, zh: unit.text };
    case 'number':
      return { en: 'a plain number', zh: '无单位的数' };
  }
}

export function describeType(type: ValueType): { readonly en: string; readonly zh: string } {
  switch (type.kind) {
    case 'number':
      return describeUnit(type.unit);
    case 'text':
      return { en: 'a text', zh: '文本' };
    case 'date':
      return { en: 'a date', zh: '日期' };
    case 'boolean':
      return { en: 'a condition', zh: '条件' };
    case 'list':
      return { en: 'a list', zh: '列表' };
  }
}
