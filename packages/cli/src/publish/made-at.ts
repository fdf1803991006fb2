/** When a site is made: the day that builds which have to come out the same say (SOURCE_DATE_EPOCH, seconds), else now. ISO 8601, UTC. */
export function madeAt(env: Readonly<Record<string, string | undefined>>): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH ?? NaN);
  const at = Number.isSafeInteger(seconds) && seconds >= 0 ? new Date(seconds * 1_000) : new Date();
  return at.toISOString();
}
