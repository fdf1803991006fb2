/** An edited text that is not on disk yet. */
export interface Draft {
  readonly text: string;
  /** The version of the text on disk that it was made from. */
  readonly base: string;
}

/** Where drafts outlive the page: a crash or a reload loses nothing. */
export interface DraftShelf {
  read(file: string): Draft | null;
  /** null: there is nothing to keep any more. */
  write(file: string, draft: Draft | null): void;
}

const nameOf = (file: string): string => `benchbook.draft ${file}`;

/** Kept by the browser, for this address alone. */
export const browserShelf: DraftShelf = {
  read: (file) => {
    try {
      const { text, base } = JSON.parse(localStorage.getItem(nameOf(file)) ?? '{}') as Partial<Draft>;
      return typeof text === 'string' && typeof base === 'string' ? { text, base } : null;
    } catch {
      return null;
    }
  },
  write: (file, draft) => {
    try {
      if (draft === null) localStorage.removeItem(nameOf(file));
      else localStorage.setItem(nameOf(file), JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing, or no more, still lets its reader edit.
    }
  },
};
