import type { WorkbenchState } from '@benchbook/engine/results';
import { RequestError, type Client } from '../api/client.js';
import type { Draft, DraftShelf } from './draft.js';

type OnDisk = WorkbenchState['rulebook'];

/** What the editor shows, and how it stands to the file. */
export interface Edited {
  /** null: the text is as on disk. */
  readonly draft: Draft | null;
  readonly isSaving: boolean;
  /** What somebody else has written since the draft was begun; null: nothing. */
  readonly theirs: Pick<OnDisk, 'text' | 'version'> | null;
  /** Why the last save did not come about. */
  readonly failure: string | null;
}

const UNTOUCHED: Edited = { draft: null, isSaving: false, theirs: null, failure: null };

/** The rulebook as it is being edited: nobody's words are lost, not the reader's and not those on disk. */
export class Editing {
  edited: Edited = UNTOUCHED;
  private disk: OnDisk | null = null;

  constructor(
    private readonly client: Pick<Client, 'save'>,
    private readonly shelf: DraftShelf,
    private readonly onChange: () => void,
  ) {}

  /** The text that stands on disk has been read anew. */
  follow(disk: OnDisk): void {
    const isFirst = this.disk?.file !== disk.file;
    this.disk = disk;
    const draft = isFirst ? this.shelf.read(disk.file) : this.edited.draft;
    if (draft === null || draft.text === disk.text) this.keep({ ...UNTOUCHED, isSaving: this.edited.isSaving });
    else if (draft.base === disk.version) this.keep({ ...this.edited, draft, theirs: null });
    else if (!this.edited.isSaving) this.keep({ ...this.edited, draft, theirs: disk });
  }

  /** The reader has changed the text. */
  edit(text: string): void {
    if (this.disk === null) return;
    const base = this.edited.draft?.base ?? this.disk.version;
    const isAsOnDisk = text === this.disk.text;
    this.keep({
      ...this.edited,
      draft: isAsOnDisk ? null : { text, base },
      theirs: isAsOnDisk ? null : this.edited.theirs,
      failure: null,
    });
  }

  /** Writes the draft to the file; while it is on its way the reader may type on. */
  async save(): Promise<void> {
    const { draft, isSaving, theirs } = this.edited;
    if (draft === null || isSaving || theirs !== null) return;
    this.keep({ ...this.edited, isSaving: true, failure: null });
    try {
      const answer = await this.client.save(draft);
      if (answer.kind === 'changed') this.keep({ ...this.edited, isSaving: false, theirs: answer });
      else this.saved(draft.text, answer.version);
    } catch (error) {
      const failure = error instanceof RequestError || error instanceof Error ? error.message : String(error);
      this.keep({ ...this.edited, isSaving: false, failure });
    }
  }

  /** The reader's text is to stand, whatever is on disk; the next save replaces what was written there. */
  keepMine(text: string): void {
    const { theirs } = this.edited;
    if (theirs !== null) this.keep({ ...this.edited, draft: { text, base: theirs.version }, theirs: null });
  }

  /** What is on disk is to stand. */
  takeTheirs(): void {
    this.keep(UNTOUCHED);
  }

  private saved(text: string, version: string): void {
    if (this.disk !== null) this.disk = { ...this.disk, text, version };
    const typedOn = this.edited.draft !== null && this.edited.draft.text !== text ? this.edited.draft.text : null;
    this.keep({ ...UNTOUCHED, draft: typedOn === null ? null : { text: typedOn, base: version } });
  }

  private keep(edited: Edited): void {
    const wasKept = this.edited.draft;
    this.edited = edited;
    if (this.disk !== null && wasKept !== edited.draft) this.shelf.write(this.disk.file, edited.draft);
    this.onChange();
  }

  /** The text to be shown. */
  get text(): string {
    return this.edited.draft?.text ?? this.disk?.text ?? '';
  }
}
