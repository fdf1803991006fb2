import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { encoded } from './encoding.js';
import { mediaType } from './media-types.js';

/** A file name with a content hash in it (`index-CqH6KAcB.js`) never means another content. */
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** Serves the files of one folder; nothing outside of it, whatever the address or a link in the folder says. */
export class StaticFiles {
  constructor(private readonly folder: string) {}

  /**
   * Answers with the file at a path such as `/assets/index.js`, with the folder's index.html for a path without an
   * extension.
   *
   * @returns false when there is no such file; nothing has been sent then.
   */
  async send(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const wanted = path.extname(pathname) === '' ? '/index.html' : pathname;
    const file = await this.find(wanted);
    const content = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || content === null) return false;
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    const keeps = wanted.startsWith('/assets/') && HASHED.test(wanted);
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', keeps ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag) === true) {
      response.writeHead(304).end();
      return true;
    }
    const { bytes, encoding } = await encoded(file, content, tag, request.headers['accept-encoding'] ?? '');
    if (encoding !== null) response.setHeader('Content-Encoding', encoding);
    response.writeHead(200, { 'Content-Type': mediaType(path.extname(file)), 'Content-Length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return true;
  }

  /** The real path of a file of the folder; null when there is none. */
  async find(pathname: string): Promise<string | null> {
    const root = await realpath(this.folder).catch(() => null);
    if (root === null || pathname.includes('\0')) return null;
    const hidden = pathname.split(/[/\\]/).some((part) => part.startsWith('.'));
    const file = hidden ? null : await realpath(path.join(root, pathname)).catch(() => null);
    return file?.startsWith(root + path.sep) === true ? file : null;
  }
}
