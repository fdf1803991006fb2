/** What went wrong, as far as a reader can do something about it. */
export type DatabaseProblem = 'memory' | 'disk' | 'file' | 'stopped' | 'defect';

const SENTENCES: Readonly<Record<DatabaseProblem, string>> = {
  memory: 'There was not enough memory for this step. Close other programs, or allow more memory.',
  disk: 'The disk ran full, or a temporary file could not be written.',
  file: 'A data file could not be read: it is damaged, not of the kind its name says, or may not be opened.',
  stopped: 'The step was stopped before it was finished.',
  defect: 'The database refused a statement. This is a fault of the program, not of the data or the rules.',
};

/** A failure of the database in a plain sentence. What the database said is in `cause`, for debugging only. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly problem: DatabaseProblem,
    cause: unknown,
  ) {
    super(SENTENCES[problem], { cause });
  }
}

const SIGNS: readonly (readonly [RegExp, DatabaseProblem])[] = [
  [/^INTERRUPT/i, 'stopped'],
  [/No space left|max_temp_directory_size|temporary file/i, 'disk'],
  [/^Out of Memory|could not allocate|failed to (allocate|pin)/i, 'memory'],
  [/^(IO|Permission|HTTP) Error/i, 'file'],
  [/parquet|CSV Error|CSV Parser|Snappy|thrift|ZSTD|GZip|corrupt|zlib|magic bytes/i, 'file'],
];

/** Wraps whatever DuckDB threw. */
export function toDatabaseError(cause: unknown): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError(SIGNS.find(([sign]) => sign.test(said))?.[1] ?? 'defect', cause);
}
