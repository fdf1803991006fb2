/*
 * After e_log.c of FDLIBM 5.3: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a
 * Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);
/** Where a double's upper half stands on this machine. */
const UPPER = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/**
 * The natural logarithm, within one unit in the last place. Not Math.log, whose last bit differs between JavaScript
 * engines: the same seed gives the same bytes on any of them.
 *
 * @returns −∞ for 0, NaN below
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  if (x < 2 ** -1022) {
    x *= 2 ** 54;
    exponent = -54;
  }
  // x = 2^exponent × (1 + f), 1 + f between √2/2 and √2
  double[0] = x;
  const high = halves[UPPER] ?? 0;
  const mantissa = high & 0xfffff;
  const carry = (mantissa + 0x95f64) & 0x100000;
  halves[UPPER] = mantissa | (carry ^ 0x3ff00000);
  exponent += (high >> 20) - 1023 + (carry >> 20);
  const f = (double[0] ?? 0) - 1;

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const square = 0.5 * f * f;
  return exponent * LN2_HIGH - (square - (s * (square + (odd + even)) + exponent * LN2_LOW) - f);
}

/** ln (1 + x), as good for a small x (W. Kahan; D. Goldberg, "What every computer scientist should know about floating-point arithmetic", 1991). */
export function log1p(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : (log(sum) * x) / (sum - 1);
}
