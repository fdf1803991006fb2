import { hoverAt, hoverMarkdown } from '@benchbook/dsl';
import { MarkupKind } from 'vscode-languageserver/node';
import { toRange } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** What is known of the thing under the cursor. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register: (session) => {
    session.connection.onHover(
      answering(session, null, ({ document, analysis }, { position }) => {
        const found = hoverAt(analysis, document.offsetAt(position));
        if (found === null) return null;
        const contents = { kind: MarkupKind.Markdown, value: hoverMarkdown(found) };
        return { contents, range: toRange(document, found.span) };
      }),
    );
  },
};
