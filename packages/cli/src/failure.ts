import type { ExitCode } from './exit-codes.js';

/** Ends a command with a sentence and an exit code; everything else that is thrown is an internal fault. */
export class Failure extends Error {
  override readonly name = 'Failure';

  /**
   * @param exit what the process ends with.
   * @param sentence what happened and what to do, in the reader's language.
   * @param details further lines, printed as they are.
   */
  constructor(
    readonly exit: ExitCode,
    sentence: string,
    readonly details: readonly string[] = [],
  ) {
    super(sentence);
  }
}
