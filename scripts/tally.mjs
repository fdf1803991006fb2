/**
 * Counts Vitest's JSON results. A test file that could not even be loaded counts as one failure.
 *
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} results
 */
export function tally({ testResults }) {
  const statuses = testResults.flatMap((file) =>
    file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')
      ? ['failed', ...file.assertionResults.map(({ status }) => status)]
      : file.assertionResults.map(({ status }) => status),
  );
  const count = (wanted) => statuses.filter((status) => wanted.includes(status)).length;
  return {
    passed: count(['passed']),
    failed: count(['failed']),
    skipped: count(['skipped', 'pending', 'todo', 'disabled']),
  };
}
