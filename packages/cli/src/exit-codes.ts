/** What the process ends with; `benchbook help exit-codes` and docs/reference/exit-codes.md say it in words. */
export const EXIT = {
  ok: 0,
  /** A check of severity error does not hold (or cannot be told), or a test failed. */
  unmet: 1,
  usage: 2,
  rulebook: 3,
  data: 4,
  fault: 70,
  /** Stopped by a signal before it was done. */
  interrupted: 130,
} as const;

export type ExitName = keyof typeof EXIT;
export type ExitCode = (typeof EXIT)[ExitName];
