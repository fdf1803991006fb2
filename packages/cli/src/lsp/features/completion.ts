import { completionsAt, type Completion } from '@benchbook/dsl';
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver/node';
import { toRange } from '../convert.js';
import { answering, type Feature } from '../feature.js';

const KINDS: Readonly<Partial<Record<Completion['kind'], CompletionItemKind>>> = {
  noun: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.Value,
  unit: CompletionItemKind.Unit,
  header: CompletionItemKind.Field,
  path: CompletionItemKind.Reference,
  source: CompletionItemKind.Class,
  population: CompletionItemKind.Class,
  column: CompletionItemKind.Field,
  param: CompletionItemKind.Constant,
  metric: CompletionItemKind.Variable,
  score: CompletionItemKind.Variable,
  judgement: CompletionItemKind.Variable,
  label: CompletionItemKind.EnumMember,
  level: CompletionItemKind.Enum,
  band: CompletionItemKind.Enum,
  tier: CompletionItemKind.Enum,
  table: CompletionItemKind.Struct,
  context: CompletionItemKind.Struct,
  benchmark: CompletionItemKind.Interface,
  function: CompletionItemKind.Function,
};

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** Words, names and values for the place at hand. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['.', '"', '|', ' ', '[', '(', '{', '='] } },
  register: (session) => {
    session.connection.onCompletion(
      answering(session, NOTHING, ({ document, analysis }, { position }) => {
        const found = completionsAt(analysis, document.offsetAt(position));
        if (found === null) return NOTHING;
        const range = toRange(document, found.span);
        const items = found.items.map((item, index): CompletionItem => {
          const snippet = item.snippet !== null && session.takesSnippets;
          const newText = snippet ? (item.snippet ?? item.insert) : item.insert;
          return {
            label: item.label,
            kind: KINDS[item.kind] ?? CompletionItemKind.Text,
            ...(item.detail === null ? {} : { detail: item.detail }),
            ...(item.doc === null ? {} : { documentation: { kind: MarkupKind.PlainText, value: item.doc } }),
            sortText: String(index).padStart(5, '0'),
            filterText: item.insert.startsWith('"') ? item.insert : item.label,
            insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
            textEdit: { range, newText },
          };
        });
        return { isIncomplete: false, items };
      }),
    );
  },
};
