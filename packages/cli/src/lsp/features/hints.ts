import { hintsIn } from '@benchbook/dsl';
import { toSpan } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** What the last run found, beside what it was found for. */
export const hints: Feature = {
  capabilities: { inlayHintProvider: true },
  register: (session) => {
    session.connection.languages.inlayHint.on(
      answering(session, [], ({ document, analysis }, { range }) =>
        hintsIn(analysis, toSpan(document, range)).map(({ offset, text }) => ({
          position: document.positionAt(offset),
          label: text,
          paddingLeft: true,
        })),
      ),
    );
  },
};
