const central = {
  over: [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ],
  under: [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
  ],
};

const tail = {
  over: [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  under: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
};

const tailStarts = 0.02425;

/**
 * The standard normal value that a share p of draws stays below (Acklam's rational approximation,
 * relative error under 1.2e-9). One uniform draw gives one normal draw, and no sine or cosine is
 * involved, whose last bits differ between systems.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < tailStarts) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(tail.over, q) / polynomial(tail.under, q);
  }
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(central.over, r) * q) / polynomial(central.under, r);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
