import type { IncomingMessage } from 'node:http';

/** The body of a request as text; null when it is larger than `limit` bytes or no UTF-8. What is too much is read, but not kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
  }
  if (size > limit) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    return null;
  }
}
