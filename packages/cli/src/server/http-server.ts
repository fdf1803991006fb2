import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Language } from '@benchbook/engine';
import { isLanguage } from '../language/choose.js';
import { wordsFor, type Words } from '../language/words.js';
import { routes } from '../routes/index.js';
import { hostAllowed } from './hosts.js';
import type { LiveWorkbook } from './live-workbook.js';
import { HttpError, sendJson } from './reply.js';
import { setSecurityHeaders } from './security-headers.js';
import type { StaticFiles } from './static-files.js';

const LONGEST_URL = 2048;

export interface Serving {
  readonly live: LiveWorkbook;
  readonly page: StaticFiles;
  /** The rulebook as the page shows it. */
  readonly file: string;
  /** The address listened on. */
  readonly host: string;
  /** Spoken to those who do not say `?lang=`. */
  readonly language: Language;
  /** Told what is no one's mistake but ours. */
  readonly onFault: (error: unknown) => void;
}

/** The server, not yet listening: bounded in what it reads, and answering GET and HEAD alone. */
export function httpServer(serving: Serving): Server {
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 },
    (request, response) => void answer(request, response, serving),
  );
  server.maxConnections = 256;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  setSecurityHeaders(response);
  let words = wordsFor(serving.language);
  try {
    const url = admit(request, serving, words);
    const asked = url.searchParams.get('lang');
    const language = isLanguage(asked) ? asked : serving.language;
    words = wordsFor(language);
    const route = routes.get(url.pathname);
    if (route !== undefined) {
      const { live, file } = serving;
      await route({ request, response, query: url.searchParams, language, words, live, file });
    } else if (url.pathname.startsWith('/api/') || !(await serving.page.send(pathOf(url, words), request, response))) {
      const isPage = url.pathname === '/';
      throw new HttpError(isPage ? 503 : 404, isPage ? words.server.noPageBuilt : words.server.noSuchPage);
    }
  } catch (error) {
    refuse(response, error, serving, words);
  }
}

/** The address asked for, if the request may be answered at all. */
function admit(request: IncomingMessage, { host }: Serving, { server: words }: Words): URL {
  if (!hostAllowed(request.headers.host, host)) throw new HttpError(421, words.wrongHost);
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpError(405, words.wrongMethod);
  const target = request.url ?? '';
  if (target.length > LONGEST_URL) throw new HttpError(414, words.longAddress);
  if (!target.startsWith('/') || !URL.canParse(`http://benchbook${target}`)) throw new HttpError(400, words.badAddress);
  return new URL(`http://benchbook${target}`);
}

function pathOf(url: URL, words: Words): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    throw new HttpError(400, words.server.badAddress);
  }
}

/** An error as JSON with one sentence; in the middle of an answer all that is left is to break it off. */
function refuse(response: ServerResponse, error: unknown, serving: Serving, words: Words): void {
  const known = error instanceof HttpError ? error : null;
  if (known === null) serving.onFault(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (known?.status === 405) response.setHeader('Allow', 'GET, HEAD');
  sendJson(response, known?.status ?? 500, { error: known?.message ?? words.server.fault });
}
