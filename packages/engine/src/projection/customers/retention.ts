import { without, type Outcome } from '../finance/outcome.js';

/** How customers stay: a share of them from step to step, or shares that differ between customers as a beta distribution. */
export type Staying =
  | { readonly kind: 'constant'; readonly share: number }
  | { readonly kind: 'beta-geometric'; readonly alpha: number; readonly beta: number };

/**
 * The share that is still there after each step, from 1 before the first. Shifted beta-geometric: S(t) = S(t − 1) × (β + t − 1) ÷ (α + β + t − 1)
 * (Fader and Hardie 2007, "How to project customer retention", equation 7).
 */
export function survival(staying: Staying, steps: number): Float64Array {
  const found = new Float64Array(steps + 1);
  found[0] = 1;
  for (let step = 1; step <= steps; step += 1) {
    const stays =
      staying.kind === 'constant'
        ? staying.share
        : (staying.beta + step - 1) / (staying.alpha + staying.beta + step - 1);
    found[step] = (found[step - 1] ?? 0) * stays;
  }
  return found;
}

/**
 * For how many steps a customer stays on average, the first one whole: the sum of the survival. Constant: 1 ÷ (1 − share). Shifted beta-geometric: the
 * mean of 1 ÷ θ with θ ~ Beta(α, β), (α + β − 1) ÷ (α − 1), which is without end up to α = 1.
 */
export function lifetime(staying: Staying): Outcome {
  if (staying.kind === 'constant') return staying.share >= 1 ? without('does not end') : 1 / (1 - staying.share);
  const { alpha, beta } = staying;
  return alpha <= 1 ? without('does not end') : (alpha + beta - 1) / (alpha - 1);
}
