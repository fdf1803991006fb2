import { folds } from '@benchbook/dsl';
import { foldService } from '@codemirror/language';
import { analysisOf } from './reading.js';

/** Declarations, tables and comments fold at the end of their first line. */
export const folding = foldService.of((state, _, lineEnd) => {
  const found = folds(analysisOf(state)).find(({ start }) => start === lineEnd);
  return found === undefined ? null : { from: found.start, to: Math.min(found.end, state.doc.length) };
});
