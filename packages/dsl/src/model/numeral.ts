import Big from 'big.js';

const SCALES: Readonly<Record<string, number>> = { k: 3, M: 6, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The exact value of a numeral as the grammar reads it: `1_000`, `1,000`, `.5`, `1e6`, `20k`, `5M`, `1亿5千万`. */
export function numeralValue(numeral: string): Big {
  const known = VALUES.get(numeral);
  if (known !== undefined) return known;
  const value = valueOf(numeral);
  if (VALUES.size >= MOST_VALUES) VALUES.clear();
  VALUES.set(numeral, value);
  return value;
}

/** Few numerals are many of a rulebook's numbers, and the same ones after every edit. */
const VALUES = new Map<string, Big>();
const MOST_VALUES = 10_000;

function valueOf(numeral: string): Big {
  const negative = numeral.startsWith('-');
  const digits = numeral.replace(/^-/, '').replace(/[_,]/g, '');
  let sum = new Big(0);
  for (const [, decimal = '', suffix = ''] of digits.matchAll(/([\d.]+(?:[eE][+-]?\d+)?)([kM百千万亿]*)/g)) {
    sum = sum.plus(new Big(decimal.startsWith('.') ? `0${decimal}` : decimal).times(scaleOf(suffix)));
  }
  return negative ? sum.times(-1) : sum;
}

/** `万` is 10,000, `千万` 10,000,000; no suffix is 1. */
export function scaleOf(suffix: string): Big {
  const zeros = [...suffix].reduce((sum, sign) => sum + (SCALES[sign] ?? 0), 0);
  return new Big(`1e${zeros}`);
}
