import type { Fix, Location as Place, Severity, Span } from '@benchbook/dsl';
import { DiagnosticSeverity, type Location, type Range, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Opened, Session } from './session.js';

export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

export const toSpan = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

export const toEdit = (document: TextDocument, { span, replacement }: Fix): TextEdit => ({
  range: toRange(document, span),
  newText: replacement,
});

export const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** A place in any file of the program; null where that file has no address. */
export async function toLocation(session: Session, opened: Opened, place: Place): Promise<Location | null> {
  const { document, analysis } = opened;
  if (place.file === analysis.tree.file) return { uri: document.uri, range: toRange(document, place) };
  const { root } = await session.project.locate(document.uri);
  const uri = session.project.address(root, place.file);
  const used = analysis.program.files.find(({ file }) => file === place.file);
  if (uri === null || used === undefined) return null;
  return { uri, range: toRange(TextDocument.create(uri, 'benchbook', 0, used.text), place) };
}
