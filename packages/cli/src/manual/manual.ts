import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { StaticFiles } from '../server/static-files.js';
import { manualPage } from './manual-page.js';
import { MANUAL_STYLE } from './manual-style.js';

/** The documentation that came with the program: a message on the page leads to its own page, and that to others. */
export class Manual {
  readonly #files: StaticFiles;

  /** @param folder of the documentation; it need not be there */
  constructor(folder: string) {
    this.#files = new StaticFiles(folder);
  }

  /** Answers with `diagnostics/B203.md` as HTML, a picture as it is. @returns false when there is no such page; nothing has been sent then. */
  async send(page: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (page === 'manual.css') return reply(MANUAL_STYLE, 'text/css', request, response);
    if (!page.endsWith('.md')) return path.extname(page) !== '' && this.#files.send(`/${page}`, request, response);
    const text = await this.#read(page);
    return text !== null && reply(manualPage(text, page), 'text/html', request, response);
  }

  async #read(page: string): Promise<string | null> {
    const file = await this.#files.find(`/${page}`);
    return file === null ? null : readFile(file, 'utf8').catch(() => null);
  }
}

function reply(text: string, type: string, request: IncomingMessage, response: ServerResponse): true {
  const bytes = Buffer.from(text);
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}
