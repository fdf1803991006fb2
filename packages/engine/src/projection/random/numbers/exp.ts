/*
 * After e_exp.c of FDLIBM 5.3: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a
 * Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const PER_LN2 = 1.4426950408889634;

/** The powers of 2 that are normal doubles, from 2^−1022 on. */
const POWERS = new Float64Array(2046);
for (let index = 0, of = 2 ** -1022; index < POWERS.length; index++, of *= 2) POWERS[index] = of;
const power = (exponent: number): number => POWERS[exponent + 1022] ?? NaN;

/**
 * e to the power of x, within one unit in the last place. Not Math.exp, whose last bit differs between JavaScript
 * engines: the same seed gives the same bytes on any of them.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (!(x < 0 || x >= 0)) return NaN;
  // x = k ln 2 + r, r within half of ln 2; r is kept as the difference of two doubles
  const k = Math.floor(x * PER_LN2 + 0.5) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k > 1023) return y * 2 * power(k - 1);
  return k >= -1022 ? y * power(k) : y * power(k + 54) * 2 ** -54;
}
