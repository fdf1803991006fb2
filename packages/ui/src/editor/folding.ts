import { folds, type Analysis, type Fold } from '@benchbook/dsl';
import { foldService } from '@codemirror/language';
import { analysisOf } from './reading.js';

/** Declarations, tables and comments fold at the end of their first line. */
export const folding = foldService.of((state, _, lineEnd) => {
  const found = foldsByEnd(analysisOf(state)).get(lineEnd);
  return found === undefined ? null : { from: found.start, to: Math.min(found.end, state.doc.length) };
});

const known = new WeakMap<Analysis, ReadonlyMap<number, Fold>>();

/** The largest fold at the end of each line, worked out once a text: every line in sight is asked for. */
function foldsByEnd(analysis: Analysis): ReadonlyMap<number, Fold> {
  const before = known.get(analysis);
  if (before !== undefined) return before;
  const found = new Map(
    folds(analysis)
      .toReversed()
      .map((fold) => [fold.start, fold]),
  );
  known.set(analysis, found);
  return found;
}
