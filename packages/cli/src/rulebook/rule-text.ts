import { readFile, stat } from 'node:fs/promises';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Place } from '../output/write-atomically.js';

/** Rulebooks are written by hand: nothing near this size is one. */
const LARGEST = 8 * 2 ** 20;

/**
 * The text of a rulebook or a notebook.
 *
 * @throws Failure (usage) when it may not be read, (rulebook) when it is no text.
 */
export async function ruleText({ file, shown }: Place, call: Call): Promise<string> {
  const { usage } = call.words;
  const size = await stat(file).then(
    ({ size: bytes }) => bytes,
    () => null,
  );
  if (size !== null && size > LARGEST) throw new Failure(EXIT.rulebook, usage.tooLarge(shown));
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) throw new Failure(EXIT.usage, usage.unreadable(shown));
  return decoded(bytes, shown, call);
}

/** @throws Failure (rulebook) when the bytes are not UTF-8. */
export function decoded(bytes: Uint8Array, shown: string, call: Call): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(EXIT.rulebook, call.words.usage.notText(shown));
  }
}
