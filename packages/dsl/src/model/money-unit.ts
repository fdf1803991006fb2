import type { Unit } from './unit.js';

/** What a unit of money is made of; null: it is not money, or it is money per something else than a time. */
export interface MoneyUnit {
  readonly currency: string;
  readonly perTime: boolean;
}

export function moneyUnit({ dimension }: Unit): MoneyUnit | null {
  const [currency, ...more] = Object.keys(dimension).filter((base) => /^[A-Z]{3}$/.test(base));
  const others = Object.keys(dimension).filter((base) => base !== currency);
  if (currency === undefined || more.length > 0 || dimension[currency] !== 1) return null;
  const [time] = others;
  if (time === undefined) return { currency, perTime: false };
  const timed = others.length === 1 && (time === 'months' || time === 'days') && dimension[time] === -1;
  return timed ? { currency, perTime: true } : null;
}
