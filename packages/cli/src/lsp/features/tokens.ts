import { TOKEN_KINDS, tokens as tokensOf, type Analysis, type Span, type TokenKind } from '@benchbook/dsl';
import {
  SemanticTokenModifiers,
  SemanticTokensBuilder,
  SemanticTokenTypes,
  type SemanticTokens,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toSpan } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** The standard type each kind of ours is shown as, so that every theme has a colour for it. */
const TYPES: Readonly<Record<TokenKind, SemanticTokenTypes>> = {
  comment: SemanticTokenTypes.comment,
  doc: SemanticTokenTypes.comment,
  noun: SemanticTokenTypes.keyword,
  keyword: SemanticTokenTypes.keyword,
  operator: SemanticTokenTypes.operator,
  bar: SemanticTokenTypes.operator,
  number: SemanticTokenTypes.number,
  text: SemanticTokenTypes.string,
  value: SemanticTokenTypes.string,
  header: SemanticTokenTypes.modifier,
  name: SemanticTokenTypes.variable,
  source: SemanticTokenTypes.class,
  column: SemanticTokenTypes.property,
  param: SemanticTokenTypes.parameter,
  context: SemanticTokenTypes.struct,
  population: SemanticTokenTypes.type,
  band: SemanticTokenTypes.enum,
  table: SemanticTokenTypes.struct,
  metric: SemanticTokenTypes.variable,
  benchmark: SemanticTokenTypes.interface,
  level: SemanticTokenTypes.enum,
  tier: SemanticTokenTypes.enum,
  score: SemanticTokenTypes.variable,
  target: SemanticTokenTypes.event,
  test: SemanticTokenTypes.string,
  label: SemanticTokenTypes.enumMember,
  term: SemanticTokenTypes.property,
  function: SemanticTokenTypes.function,
  judgement: SemanticTokenTypes.macro,
  action: SemanticTokenTypes.method,
  resource: SemanticTokenTypes.variable,
  budget: SemanticTokenTypes.variable,
  phase: SemanticTokenTypes.event,
  funnel: SemanticTokenTypes.struct,
  cohort: SemanticTokenTypes.type,
  model: SemanticTokenTypes.namespace,
  scenario: SemanticTokenTypes.namespace,
  input: SemanticTokenTypes.parameter,
  waiver: SemanticTokenTypes.interface,
};

const LEGEND = [...new Set(TOKEN_KINDS.map((kind) => TYPES[kind]))];
const DEFINES = 1;

function encoded(document: TextDocument, analysis: Analysis, within?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { start, end, kind, defines } of tokensOf(analysis, within)) {
    const { line, character } = document.positionAt(start);
    builder.push(line, character, end - start, LEGEND.indexOf(TYPES[kind]), defines ? DEFINES : 0);
  }
  return builder.build();
}

/** Colours, by what names stand for. */
export const tokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: LEGEND, tokenModifiers: [SemanticTokenModifiers.declaration] },
      full: true,
      range: true,
    },
  },
  register: (session) => {
    const { semanticTokens } = session.connection.languages;
    const none: SemanticTokens = { data: [] };
    semanticTokens.on(answering(session, none, ({ document, analysis }) => encoded(document, analysis)));
    semanticTokens.onRange(
      answering(session, none, ({ document, analysis }, { range }) =>
        encoded(document, analysis, toSpan(document, range)),
      ),
    );
  },
};
