import { fileOf, message, placeOf, type Diagnostic, type FileText } from '@benchbook/dsl';
import type { DiagnosticReport, Language, Reading } from '@benchbook/engine';
import { shownFiles } from './shown-files.js';

/** The diagnostics of a reading as plain data, in the reader's language. */
export function diagnosticReports(reading: Reading, shown: string, language: Language): DiagnosticReport[] {
  return diagnosticsOf(reading.diagnostics, shownFiles(reading, shown), language);
}

/** The same for diagnostics whose spans point into these files. */
export function diagnosticsOf(
  diagnostics: readonly Diagnostic[],
  files: readonly FileText[],
  language: Language,
): DiagnosticReport[] {
  return diagnostics.map((found) => {
    const { file, line, column } = placeOf(files, found.span);
    const { base } = fileOf(files, found.span);
    const { text, hint } = message(found, language);
    const { code, severity, span } = found;
    return { code, severity, message: text, hint, file, line, column, start: span.start - base, end: span.end - base };
  });
}
