import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** An answer in place of the one asked for; its sentence is all that the asker is told. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/**
 * Sends a stream at the reader's pace; a reader that goes away ends it. The headers go out with the first chunk, so that
 * a stream which cannot even begin is still answered with a sentence.
 */
export async function sendStream(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  for await (const chunk of chunks) {
    if (!response.headersSent) response.writeHead(200, { ...headers, 'Cache-Control': 'no-store' });
    if (response.destroyed || response.req.method === 'HEAD') break;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
