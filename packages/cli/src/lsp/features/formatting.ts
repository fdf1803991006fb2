import { formatting as formatted } from '@benchbook/dsl';
import { toEdit, toSpan } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** The one canonical form, of the whole file or of the declarations a selection touches. */
export const formatting: Feature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  register: (session) => {
    const { connection } = session;
    connection.onDocumentFormatting(
      answering(session, null, ({ document, analysis }) => formatted(analysis).map((fix) => toEdit(document, fix))),
    );
    connection.onDocumentRangeFormatting(
      answering(session, null, ({ document, analysis }, { range }) =>
        formatted(analysis, toSpan(document, range)).map((fix) => toEdit(document, fix)),
      ),
    );
  },
};
