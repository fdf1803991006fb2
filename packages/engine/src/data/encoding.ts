export type DetectedEncoding = 'utf-8' | 'gb18030' | 'utf-16' | 'unknown';

/** What a text's first bytes are written in. A sample may end in the middle of a character. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16';
  if (reads(bytes, 'utf-8')) return 'utf-8';
  return reads(bytes, 'gb18030') ? 'gb18030' : 'unknown';
}

function reads(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Text of an encoding, piece by piece. Throws a `TypeError` at bytes that are not of it. */
export async function* decode(pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
