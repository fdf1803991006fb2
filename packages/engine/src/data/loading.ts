import type { Source } from '@benchbook/dsl';
import type { Database } from '../database/database.js';
import { type NoticeCode, type NoticeData, type NoticeShapes, notice, DataError } from '../notices/notice.js';
import type { FoundFile, SourceFiles } from './source-files.js';

/** One source on its way in: what is needed to load it, and the notices found so far. */
export class Loading {
  readonly notices: NoticeData[] = [];

  constructor(
    readonly source: Source,
    readonly database: Database,
    readonly files: SourceFiles,
    /** The file that declares the source, where notices point to. */
    private readonly rulebook: string,
    readonly signal: AbortSignal | null,
  ) {}

  /** The path as the rulebook writes it. */
  get path(): string {
    return this.source.path ?? '';
  }

  /** How notices about the file as a whole begin. */
  get ofFile(): { readonly source: string; readonly path: string } {
    return { source: this.source.name, path: this.path };
  }

  /** Notes something; where no column is concerned, it stands at the source's own line. */
  say<Code extends NoticeCode>(code: Code, data: NoticeShapes[Code], at: { line?: number; count?: number } = {}): void {
    this.notices.push(
      notice(code, data, { file: this.rulebook, line: at.line ?? this.source.line, count: at.count ?? null }),
    );
  }

  /** Notes it and gives up on this source. */
  refuse<Code extends NoticeCode>(
    code: Code,
    data: NoticeShapes[Code],
    at: { line?: number; count?: number } = {},
  ): never {
    this.say(code, data, at);
    throw this.failure();
  }

  /** Gives up when anything found so far is an error. */
  stopOnErrors(): void {
    if (this.notices.some(({ severity }) => severity === 'error')) throw this.failure();
  }

  private failure(): DataError {
    return new DataError(this.notices);
  }

  get options(): { readonly signal?: AbortSignal } {
    return this.signal === null ? {} : { signal: this.signal };
  }
}

/** What the file of a source turned out to be. */
export interface SourceFile {
  readonly found: FoundFile;
  readonly format: 'csv' | 'parquet';
}
