import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isText } from './media-types.js';

const compress = promisify(gzip);

/** Below this a header costs more than it saves. */
const WORTH_IT = 1024;

const COMPRESSED_BESIDE = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** What has been compressed once, by the content's tag; the page has a few dozen files. */
const kept = new Map<string, Buffer>();

export interface Encoded {
  readonly bytes: Buffer;
  readonly encoding: 'br' | 'gzip' | null;
}

/** A file's bytes as the reader accepts them: compressed beforehand (`index.js.br`), else gzipped here, else as they are. */
export async function encoded(file: string, content: Buffer, tag: string, accepted: string): Promise<Encoded> {
  if (content.length < WORTH_IT || !isText(path.extname(file))) return { bytes: content, encoding: null };
  for (const [encoding, extension] of COMPRESSED_BESIDE) {
    const beside = accepts(accepted, encoding) ? await readFile(file + extension).catch(() => null) : null;
    if (beside !== null) return { bytes: beside, encoding };
  }
  if (!accepts(accepted, 'gzip')) return { bytes: content, encoding: null };
  const bytes = kept.get(tag) ?? (await compress(content));
  kept.set(tag, bytes);
  return { bytes, encoding: 'gzip' };
}

/** Accept-Encoding names it, and not with a quality of zero. */
function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === encoding && !parameters.some((each) => /^q=0(\.0*)?$/.test(each));
  });
}
