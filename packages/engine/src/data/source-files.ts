/** What stands at a path. `path` is where it really is, links followed. */
export interface FoundFile {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Changes whenever the content may have: size and time of the last change. */
  readonly version: string;
  /** It, or a link to it, lies outside the root. */
  readonly outside: boolean;
}

/** The files that sources may be read from. Paths are relative to a root and never lead out of it. */
export interface SourceFiles {
  /** null when nothing is there. */
  find(path: string): Promise<FoundFile | null>;
  /** Names in the folder that holds `path`, empty when there is no such folder. */
  beside(path: string): Promise<readonly string[]>;
  /** Up to `length` bytes from the start; those of a `.gz` file unpacked. */
  head(file: FoundFile, length: number): Promise<Uint8Array>;
  /** All bytes, in pieces; those of a `.gz` file unpacked. */
  read(file: FoundFile): AsyncIterable<Uint8Array>;
  /** Writes a file that the database is to read. */
  write(path: string, pieces: AsyncIterable<string>): Promise<void>;
}
