import type { Reading } from '@benchbook/engine';

/** A reading as a run takes it: what is wrong only inside `test` blocks is a warning, since a run reads none of them. */
export function forRunning(reading: Reading): Reading {
  if (!reading.diagnostics.some(({ severity }) => severity === 'error')) return reading;
  const tests = reading.program.declarations.filter(({ noun }) => noun === 'test');
  const diagnostics = reading.diagnostics.map((found) => {
    const inTest = tests.some(({ span }) => span.start <= found.span.start && found.span.end <= span.end);
    return inTest && found.severity === 'error' ? { ...found, severity: 'warning' as const } : found;
  });
  return { ...reading, diagnostics };
}
