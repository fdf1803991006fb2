import { exp } from '../numbers/exp.js';
import { betaInverse } from './beta-inverse.js';
import { logDensityTimes, type Beta } from './incomplete-beta.js';

/** Chances from ¼ to ½ are one octave, those from ⅛ to ¼ the next, and so on; what lies below the last is worked out by itself. */
const OCTAVES = 12;
/** A power of two. */
const PARTS = 16;
const DEGREE = 5;
/** How far the chance of what a polynomial gives may be from the chance asked for, as a share of it. */
const TOLERANCE = 1e-10;

const widthOf = (octave: number): number => 2 ** -(octave + 6);
const startOf = (octave: number, part: number): number => (PARTS + part) * widthOf(octave);
/** How many intervals of an octave's width make 1; a power of two, so that multiplying by it is exact. */
const PER_WIDTH = Float64Array.from({ length: OCTAVES }, (_, octave) => 1 / widthOf(octave));

/** Polynomials of a beta's values below its median, by chance: exact inversion takes microseconds, they take nanoseconds. */
export class HalfTable {
  private readonly coefficients = new Float64Array(OCTAVES * PARTS * (DEGREE + 1));

  constructor(private readonly beta: Beta) {
    for (let octave = 0; octave < OCTAVES; octave++)
      for (let part = 0; part < PARTS; part++) this.fit(octave * PARTS + part, startOf(octave, part), widthOf(octave));
  }

  /** @param chance above 0, at most ½ */
  at(chance: number): number {
    // The place of its first bit says the octave, the four bits behind it the part.
    const bits = (chance * 2 ** 31) | 0;
    const octave = Math.clz32(bits) - 2;
    if (octave < 0 || octave >= OCTAVES) return betaInverse(this.beta, chance);
    const part = (bits >>> (25 - octave)) & (PARTS - 1);
    const s = chance * (PER_WIDTH[octave] ?? NaN) - PARTS - part;
    const at = (octave * PARTS + part) * (DEGREE + 1);
    const of = this.coefficients;
    const top = of[at + 5] ?? 0;
    const found =
      ((((top * s + (of[at + 4] ?? 0)) * s + (of[at + 3] ?? 0)) * s + (of[at + 2] ?? 0)) * s + (of[at + 1] ?? 0)) * s +
      (of[at] ?? 0);
    return found === found ? found : betaInverse(this.beta, chance);
  }

  /**
   * Hermite's polynomial of degree 5 through value, slope and bend at both ends (after W. Hörmann and J. Leydold, "Continuous random
   * variate generation by fast numerical inversion", ACM TOMACS 13, 2003); NaN where it is not near enough in its middle.
   */
  private fit(index: number, start: number, width: number): void {
    const [p, q] = [this.bend(start, width), this.bend(start + width, width)];
    const rise = q.value - p.value;
    const polynomial = [
      p.value,
      p.slope,
      p.bend / 2,
      10 * rise - 6 * p.slope - 4 * q.slope + (q.bend - 3 * p.bend) / 2,
      -15 * rise + 8 * p.slope + 7 * q.slope + (3 * p.bend - 2 * q.bend) / 2,
      6 * rise - 3 * (p.slope + q.slope) + (q.bend - p.bend) / 2,
    ];
    const middle = start + width / 2;
    const exact = betaInverse(this.beta, middle);
    const found = polynomial.reduceRight((sum, coefficient) => sum / 2 + coefficient, 0);
    const density = exp(logDensityTimes(this.beta, exact)) / exact;
    const near = Math.abs(found - exact) * density <= TOLERANCE * middle;
    this.coefficients.set(near ? polynomial : [NaN], index * (DEGREE + 1));
  }

  /** The value of a chance, and its first two derivatives by the part of an interval of this width. */
  private bend(chance: number, width: number): { value: number; slope: number; bend: number } {
    const { a, b } = this.beta;
    const value = betaInverse(this.beta, chance);
    const slope = (width * value) / exp(logDensityTimes(this.beta, value));
    return { value, slope, bend: -slope * slope * ((a - 1) / value - (b - 1) / (1 - value)) };
  }
}
