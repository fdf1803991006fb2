/** What a run lacked: memory, disk or a readable file is nothing that Benchbook did wrong. */
export function databaseLack(error: unknown): 'memory' | 'disk' | 'file' | null {
  if (!(error instanceof Error && error.name === 'DatabaseError' && 'problem' in error)) return null;
  const { problem } = error;
  return problem === 'memory' || problem === 'disk' || problem === 'file' ? problem : null;
}
