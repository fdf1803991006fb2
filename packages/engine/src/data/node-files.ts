import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { FoundFile, SourceFiles } from './source-files.js';

/** The files under a folder of this machine. */
export function nodeFiles(root: string): SourceFiles {
  return {
    find: (path) => find(root, path),
    beside: (path) => namesIn(dirname(resolve(root, path))),
    head,
    read,
    write: (path, pieces) => pipeline(pieces, createWriteStream(path)),
  };
}

async function find(root: string, path: string): Promise<FoundFile | null> {
  const place = resolve(root, path);
  // Told apart before anything is looked at: a rulebook must not learn what exists elsewhere.
  if (!isWithin(root, place)) return { path: place, kind: 'other', size: 0, version: '', outside: true };
  try {
    const real = await realpath(place);
    const facts = await stat(real);
    return {
      path: real,
      kind: kindOf(facts),
      size: facts.size,
      version: `${facts.size}-${facts.mtimeMs}-${facts.ino}`,
      outside: !isWithin(await realpath(root), real),
    };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function kindOf(facts: { isFile(): boolean; isDirectory(): boolean }): FoundFile['kind'] {
  if (facts.isFile()) return 'file';
  return facts.isDirectory() ? 'folder' : 'other';
}

function isWithin(root: string, place: string): boolean {
  const way = relative(root, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === place;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(String(error.code));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function head(file: FoundFile, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of read(file)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

async function* read(file: FoundFile): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(file.path);
  const unpacked = file.path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // An error of the file does not travel through the pipe by itself.
  bytes.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const piece of unpacked) yield piece as Uint8Array;
  } finally {
    bytes.destroy();
  }
}
