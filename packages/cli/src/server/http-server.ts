import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Language } from '@benchbook/engine';
import { isLanguage } from '../language/choose.js';
import type { Manual } from '../manual/manual.js';
import { wordsFor, type Words } from '../language/words.js';
import { routes, type Methods } from '../routes/index.js';
import { hostAllowed } from './hosts.js';
import type { LiveWorkbook } from './live-workbook.js';
import type { Meter } from './meter.js';
import type { RateLimit } from './rate-limit.js';
import { HttpError, sendJson } from './reply.js';
import type { RulebookFile } from './rulebook-file.js';
import { isSameOrigin } from './same-origin.js';
import type { Route } from '../routes/route.js';
import { setSecurityHeaders } from './security-headers.js';
import type { StaticFiles } from './static-files.js';

const LONGEST_URL = 2048;
const DOCS = '/docs/';

export interface Serving {
  readonly live: LiveWorkbook;
  readonly page: StaticFiles;
  /** The documentation, under `/docs/`. */
  readonly manual: Manual;
  /** The rulebook as the page shows it. */
  readonly file: string;
  /** The rulebook on disk; null where nobody may write to it. */
  readonly rulebook: RulebookFile | null;
  /** The address listened on. */
  readonly host: string;
  /** Spoken to those who do not say `?lang=`. */
  readonly language: Language;
  readonly meter: Meter;
  /** How often each address may ask; null on this machine alone. */
  readonly limit: RateLimit | null;
  /** Told what is no one's mistake but ours. */
  readonly onFault: (error: unknown) => void;
}

/** The server, not yet listening: bounded in what it reads, and in what it lets anyone change. */
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
  const began = performance.now();
  response.once('close', () => {
    serving.meter.answered(request.method ?? '', response.statusCode, performance.now() - began);
  });
  let words = wordsFor(serving.language);
  try {
    const url = admit(request, serving, words);
    const asked = url.searchParams.get('lang');
    const language = isLanguage(asked) ? asked : serving.language;
    words = wordsFor(language);
    holdBack(request, response, url, serving, words);
    const methods = routes.get(url.pathname) ?? PAGE;
    const route = routeOf(methods, request, words);
    if (route !== null) {
      const { live, file, rulebook, meter } = serving;
      await route({ request, response, query: url.searchParams, language, words, live, file, rulebook, meter });
    } else if (!(await sendFile(pathOf(url, words), serving, request, response))) {
      const isPage = url.pathname === '/';
      throw new HttpError(isPage ? 503 : 404, isPage ? words.server.noPageBuilt : words.server.noSuchPage);
    }
  } catch (error) {
    refuse(response, error, serving, words);
  }
}

/** A page of the documentation, or a file of the workbench. */
async function sendFile(
  pathname: string,
  { page, manual }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (pathname.startsWith('/api/')) return false;
  const isManual = pathname.startsWith(DOCS);
  return isManual
    ? manual.send(pathname.slice(DOCS.length), request, response)
    : page.send(pathname, request, response);
}

/** The address asked for, if the request may be answered at all. */
function admit(request: IncomingMessage, { host }: Serving, { server: words }: Words): URL {
  if (!hostAllowed(request.headers.host, host)) throw new HttpError(421, words.wrongHost);
  const target = request.url ?? '';
  if (target.length > LONGEST_URL) throw new HttpError(414, words.longAddress);
  if (!target.startsWith('/') || !URL.canParse(`http://benchbook${target}`)) throw new HttpError(400, words.badAddress);
  return new URL(`http://benchbook${target}`);
}

/** Whoever asks too often is told when to ask again. Files of the page cost nothing worth counting. */
function holdBack(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
  { limit }: Serving,
  words: Words,
): void {
  const wait = pathname.startsWith('/api/') ? (limit?.take(request.socket.remoteAddress ?? '') ?? 0) : 0;
  if (wait === 0) return;
  response.setHeader('Retry-After', String(wait));
  throw new HttpError(429, words.server.tooOften(wait));
}

/** The address of a file of the page: there is nothing to do but to send it. */
const PAGE: Methods = {};

/** What answers this method at an address; null for the files of the page. */
function routeOf(methods: Methods, request: IncomingMessage, { server: words }: Words): Route | null {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = method === 'GET' || method === 'PUT' ? methods[method] : undefined;
  if (route === undefined && (methods !== PAGE || method !== 'GET'))
    throw new MethodRefused(methods === PAGE ? ['GET'] : Object.keys(methods), words.wrongMethod);
  if (method === 'PUT' && !isSameOrigin(request)) throw new HttpError(403, words.foreignPage);
  return route ?? null;
}

class MethodRefused extends HttpError {
  constructor(
    readonly allowed: readonly string[],
    sentence: string,
  ) {
    super(405, sentence);
  }
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
  if (error instanceof MethodRefused) response.setHeader('Allow', error.allowed.join(', ').replace('GET', 'GET, HEAD'));
  sendJson(response, known?.status ?? 500, { error: known?.message ?? words.server.fault });
}
