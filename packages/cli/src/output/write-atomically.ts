import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';

/**
 * Lets `write` fill a file beside `file` and puts it in its place when that is done: a reader never sees half a file.
 *
 * @throws Failure (usage) when the place cannot be written to.
 */
export async function inPlaceOf(file: string, write: (beside: string) => Promise<void>, words: Words): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await write(beside);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw isPlaceFault(error) ? new Failure(EXIT.usage, words.usage.cannotWrite(file, error.message)) : error;
  }
}

export async function writeAtomically(file: string, text: string, words: Words): Promise<void> {
  await inPlaceOf(file, (beside) => writeFile(beside, text), words);
}

function isPlaceFault(error: unknown): error is NodeJS.ErrnoException {
  const codes = [
    'ENOENT',
    'EACCES',
    'EPERM',
    'EISDIR',
    'ENOTDIR',
    'EROFS',
    'ENOSPC',
    'EEXIST',
    'ENAMETOOLONG',
    'EBUSY',
  ];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
