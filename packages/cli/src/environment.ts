import type { Workbook, WorkbookOptions } from '@benchbook/engine';

/** Where text or bytes go: the terminal, a pipe, or a test's memory. */
export interface Output {
  readonly isTerminal: boolean;
  /** null where lines may be as long as they like. */
  readonly columns: number | null;
  /** Settles when the chunk has been handed over, so that a slow reader slows the writer down. */
  write(chunk: string | Uint8Array): Promise<void>;
}

/** Everything outside that a command touches, so that a test can hand in its own. */
export interface Environment {
  /** The words after `benchbook`. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** What is piped in, to its end. */
  stdin(): AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  openWorkbook(options: WorkbookOptions): Promise<Workbook>;
  /** Calls back with each key pressed, where a person sits at a terminal, until the function it gives is called. */
  keys(onKey: (key: string) => void): () => void;
  /** Aborted when the process is asked to stop. */
  readonly stopped: AbortSignal;
}
