import { folds, links, outline, selectionAt, type OutlineEntry as Entry } from '@benchbook/dsl';
import {
  FoldingRangeKind,
  SymbolKind,
  type DocumentLink,
  type DocumentSymbol,
  type SelectionRange,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toRange } from '../convert.js';
import { answering, type Feature } from '../feature.js';

const KINDS: Readonly<Partial<Record<Entry['kind'], SymbolKind>>> = {
  rulebook: SymbolKind.Module,
  use: SymbolKind.File,
  source: SymbolKind.Class,
  column: SymbolKind.Field,
  param: SymbolKind.Constant,
  population: SymbolKind.Class,
  band: SymbolKind.Enum,
  level: SymbolKind.Enum,
  tier: SymbolKind.Enum,
  label: SymbolKind.EnumMember,
  metric: SymbolKind.Variable,
  score: SymbolKind.Variable,
  term: SymbolKind.Field,
  table: SymbolKind.Struct,
  context: SymbolKind.Struct,
  benchmark: SymbolKind.Interface,
  apply: SymbolKind.Operator,
  target: SymbolKind.Event,
  test: SymbolKind.Method,
  check: SymbolKind.Method,
  show: SymbolKind.Object,
};

function toSymbol(document: TextDocument, entry: Entry): DocumentSymbol {
  return {
    name: entry.name,
    ...(entry.detail === null ? {} : { detail: entry.detail }),
    kind: KINDS[entry.kind] ?? SymbolKind.Object,
    range: toRange(document, entry.span),
    selectionRange: toRange(document, entry.nameSpan),
    children: entry.children.map((child) => toSymbol(document, child)),
  };
}

/** The outline, what folds, what a growing selection takes in, and links to files. */
export const structure: Feature = {
  capabilities: {
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
  },
  register: (session) => {
    const { connection } = session;
    connection.onDocumentSymbol(
      answering(session, null as DocumentSymbol[] | null, ({ document, analysis }) =>
        outline(analysis).map((entry) => toSymbol(document, entry)),
      ),
    );
    connection.onFoldingRanges(
      answering(session, null, ({ document, analysis }) =>
        folds(analysis).map(({ start, end, kind }) => ({
          startLine: document.positionAt(start).line,
          endLine: document.positionAt(end).line,
          kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
        })),
      ),
    );
    connection.onSelectionRanges(
      answering(session, null as SelectionRange[] | null, ({ document, analysis }, { positions }) =>
        positions.map((position) => {
          const spans = selectionAt(analysis, document.offsetAt(position));
          return (
            spans.reduceRight<SelectionRange | null>(
              (parent, span) => ({ range: toRange(document, span), ...(parent ? { parent } : {}) }),
              null,
            ) ?? { range: { start: position, end: position } }
          );
        }),
      ),
    );
    connection.onDocumentLinks(
      answering(session, null as DocumentLink[] | null, async ({ document, analysis }) => {
        const { root, path } = await session.project.locate(document.uri);
        const folder = path.replace(/[^/]*$/, '');
        return links(analysis).flatMap((link) => {
          const target = session.project.address(root, link.relativeTo === 'file' ? folder + link.path : link.path);
          return target === null ? [] : [{ range: toRange(document, link.span), target }];
        });
      }),
    );
  },
};
