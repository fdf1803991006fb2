import { createHash } from 'node:crypto';
import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { inPlaceOf } from '../output/write-atomically.js';
import type { Words } from '../language/words.js';

/** What a text is called while it stays the same. */
export const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export type Saved =
  | { readonly kind: 'saved'; readonly version: string }
  /** Somebody else has changed the file since: `text` is what it holds now. */
  | { readonly kind: 'changed'; readonly text: string; readonly version: string };

/** The rulebook on disk as a place that several people write to: nobody's edit is lost. */
export class RulebookFile {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly shown: string,
  ) {}

  /**
   * Puts a text in the file's place if the file still holds what the text was made from.
   *
   * @param base the version of the text that was edited
   * @throws Failure when the file cannot be written to
   */
  save(text: string, base: string, words: Words): Promise<Saved> {
    // One after the other, so that of two writers with the same base one sees the other's edit.
    const saving = this.#last.then(() => this.#save(text, base, words));
    this.#last = saving.catch(() => undefined);
    return saving;
  }

  async #save(text: string, base: string, words: Words): Promise<Saved> {
    // A link stays a link: what it points at is written.
    const file = await realpath(this.file).catch(() => this.file);
    let found: Saved | null = null;
    const write = async (beside: string): Promise<void> => {
      const mode = await stat(file).then(
        (status) => status.mode & 0o777,
        () => 0o644,
      );
      await writeFile(beside, text, { mode });
      // Looked at last, so that hardly any time is left for another program to write in between.
      found = await this.#changedSince(file, base, text);
      if (found !== null) throw new ChangedSince();
    };
    try {
      await inPlaceOf({ file, shown: this.shown }, write, words);
    } catch (error) {
      if (error instanceof ChangedSince && found !== null) return found;
      throw error;
    }
    return { kind: 'saved', version: versionOf(text) };
  }

  /** What stands in the file, when that is neither the base nor the text itself. */
  async #changedSince(file: string, base: string, text: string): Promise<Saved | null> {
    const now = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    });
    const version = versionOf(now);
    return version === base || now === text ? null : { kind: 'changed', text: now, version };
  }
}

class ChangedSince extends Error {}
