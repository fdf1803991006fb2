import type { Language } from '@benchbook/engine';
import type { Arguments } from '../arguments/arguments.js';
import type { OptionSpec } from '../arguments/option.js';
import type { Environment } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';

/** One call of a command: what was asked for, and whom it speaks to. */
export interface Call {
  readonly args: Arguments;
  readonly environment: Environment;
  readonly language: Language;
  readonly words: Words;
}

export interface Command {
  /** What stands after the command's name: `[FILE] ACCOUNT`. */
  readonly synopsis: string;
  readonly options: readonly OptionSpec[];
  run(call: Call): Promise<ExitCode>;
}

/** The one file a command may be given, or null. */
export function onlyFile(call: Call): string | null {
  const [file, surplus] = call.args.positionals;
  if (surplus !== undefined) throw new Failure(EXIT.usage, call.words.usage.surplus(surplus));
  return file ?? null;
}
