import { randomBytes } from 'node:crypto';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';

/** A file to be written. */
export interface Place {
  /** Absolute. */
  readonly file: string;
  /** As the person wrote it. */
  readonly shown: string;
}

/** Why a place cannot be written to, as far as a person can do something about it. */
export type PlaceFault = 'noFolder' | 'isFolder' | 'denied' | 'full' | 'longName' | 'busy';

const FAULTS: Readonly<Record<string, PlaceFault>> = {
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  EISDIR: 'isFolder',
  EEXIST: 'isFolder',
  ENOTEMPTY: 'isFolder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ENAMETOOLONG: 'longName',
  EBUSY: 'busy',
};

export const placeOf = (shown: string, cwd: string): Place => ({ file: path.resolve(cwd, shown), shown });

/**
 * Looks at a place before anything is computed for it.
 *
 * @throws Failure (usage) when it is a folder, or its folder is not there or may not be written to.
 */
export async function refuseUnwritable(place: Place, words: Words): Promise<void> {
  const folder = path.dirname(place.file);
  const [own, around] = await Promise.all([place.file, folder].map((each) => stat(each).catch(() => null)));
  if (around?.isDirectory() !== true) throw failure(place, 'noFolder', words);
  if (own?.isDirectory() === true || /[\\/]$/.test(place.shown)) throw failure(place, 'isFolder', words);
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) throw failure(place, 'denied', words);
}

/**
 * Lets `write` fill a file beside `place` and puts it in its place when that is done: a reader never sees half a file.
 *
 * @throws Failure (usage) when the place cannot be written to.
 */
export async function inPlaceOf(place: Place, write: (beside: string) => Promise<void>, words: Words): Promise<void> {
  const { file } = place;
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await write(beside);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const fault = faultOf(error);
    throw fault === undefined ? error : failure(place, fault, words);
  }
}

export async function writeAtomically(place: Place, text: string | Uint8Array, words: Words): Promise<void> {
  await inPlaceOf(place, (beside) => writeFile(beside, text), words);
}

function faultOf(error: unknown): PlaceFault | undefined {
  return error instanceof Error && 'code' in error ? FAULTS[String(error.code)] : undefined;
}

function failure({ shown }: Place, fault: PlaceFault, words: Words): Failure {
  const why = words.usage.placeFaults[fault](path.dirname(shown));
  return new Failure(EXIT.usage, words.usage.cannotWrite(shown, why));
}
