import type { Flows } from './flows.js';

/**
 * What flows are worth together at a force of interest, up to a factor above 0 that keeps every term within 1 of its amount: its sign and its
 * zeros are those of the net present value at the rate e^force − 1 a year, and no force overflows.
 */
export function scaledWorth({ amounts, times, step }: Flows, force: number): number {
  const last = times.length - 1;
  let worth = 0;
  if (step !== null) {
    // Horner's way from whichever end the powers shrink.
    const factor = Math.exp(-Math.abs(force) * step);
    for (let point = 0; point <= last; point += 1)
      worth = worth * factor + (amounts[force >= 0 ? last - point : point] ?? 0);
    return worth;
  }
  const from = force >= 0 ? (times[0] ?? 0) : (times[last] ?? 0);
  for (let point = 0; point <= last; point += 1)
    worth += (amounts[point] ?? 0) * Math.exp(-force * ((times[point] ?? 0) - from));
  return worth;
}

/** Net present value: Σ amount ÷ (1 + rate)^time, with a rate a year above −1 (Brealey, Myers and Allen, Principles of Corporate Finance, ch. 2). */
export function presentWorth({ amounts, times, step }: Flows, rate: number): number {
  let worth = 0;
  if (step === null) {
    for (let point = 0; point < amounts.length; point += 1)
      worth += (amounts[point] ?? 0) * (1 + rate) ** -(times[point] ?? 0);
    return worth;
  }
  const factor = (1 + rate) ** -step;
  for (let point = amounts.length - 1; point >= 0; point -= 1) worth = worth * factor + (amounts[point] ?? 0);
  return worth;
}
