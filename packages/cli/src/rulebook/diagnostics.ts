import { LineMap, message } from '@benchbook/dsl';
import type { DiagnosticReport, Language, Reading } from '@benchbook/engine';

/** The diagnostics of a reading as plain data, in the reader's language. */
export function diagnosticReports(reading: Reading, file: string, language: Language): DiagnosticReport[] {
  const lines = new LineMap(reading.text);
  return reading.diagnostics.map((found) => {
    const { line, column } = lines.position(found.span.start);
    const { text, hint } = message(found, language);
    const { code, severity, span } = found;
    return { code, severity, message: text, hint, file, line, column, start: span.start, end: span.end };
  });
}
