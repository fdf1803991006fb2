import { readFile, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { FileRead } from '@benchbook/dsl';
import { DataError, notice } from '../notices/notice.js';
import type { SourceFiles } from './source-files.js';

/** Rulebooks are written by hand: nothing near this size is one. */
const LARGEST_RULEBOOK = 8 * 2 ** 20;

/**
 * The text of the rulebook that was asked for.
 *
 * @param shown what its readers call it
 * @throws DataError when it cannot be read
 */
export async function readText(file: string, shown: string): Promise<string> {
  const read = await textAt(file);
  if ('lost' in read) throw new DataError([notice('R313', { file: shown, why: read.lost })]);
  return read.text;
}

/** A file that a rulebook uses: nothing outside the root is looked at, and a link counts as what it points to. */
export async function readUsed(files: SourceFiles, root: string, path: string): Promise<FileRead> {
  const found = await files.find(path);
  if (found === null) return { lost: 'absent' };
  if (found.outside) return { lost: 'outside' };
  if (found.kind !== 'file') return { lost: 'unreadable' };
  const read = await textAt(found.path);
  return 'lost' in read ? read : { ...read, file: relative(root, found.path).split(sep).join('/') };
}

type TextRead = { readonly text: string } | { readonly lost: 'absent' | 'large' | 'not utf-8' | 'unreadable' };

async function textAt(file: string): Promise<TextRead> {
  try {
    if ((await stat(file)).size > LARGEST_RULEBOOK) return { lost: 'large' };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)) };
  } catch (error) {
    if (error instanceof TypeError) return { lost: 'not utf-8' };
    if (error instanceof Error && 'code' in error) return { lost: error.code === 'ENOENT' ? 'absent' : 'unreadable' };
    throw error;
  }
}
