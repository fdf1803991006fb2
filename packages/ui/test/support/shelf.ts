import type { Draft, DraftShelf } from '../../src/workbench/draft.js';

/** A browser that keeps nothing. */
export const emptyShelf: DraftShelf = { read: () => null, write: () => undefined };

/** What a browser keeps, open to be looked at. */
export function shelfOf(kept: Map<string, Draft>): DraftShelf {
  return {
    read: (file) => kept.get(file) ?? null,
    write: (file, draft) => {
      if (draft === null) kept.delete(file);
      else kept.set(file, draft);
    },
  };
}
