import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';

export const DEFAULT_PORT = 4321;
/** How many ports from the default on are tried. */
const TRIES = 50;

/**
 * Starts listening.
 *
 * @param port a port that must be free, 0 for any; null for the first free one from the default on.
 * @returns the port listened on.
 * @throws Failure (usage) when it cannot be had.
 */
export async function listen(server: Server, host: string, port: number | null, words: Words): Promise<number> {
  const last = port ?? DEFAULT_PORT + TRIES - 1;
  for (let each = port ?? DEFAULT_PORT; each <= last; each += 1) {
    const error = await tryPort(server, host, each);
    if (error === null) return (server.address() as AddressInfo).port;
    if (error.code !== 'EADDRINUSE') throw new Failure(EXIT.usage, sentence(error, { host, port: each, words }));
  }
  throw new Failure(EXIT.usage, port === null ? words.server.noPort(DEFAULT_PORT, last) : words.server.portTaken(port));
}

function sentence(
  { code }: NodeJS.ErrnoException,
  { host, port, words }: { readonly host: string; readonly port: number; readonly words: Words },
): string {
  const { server } = words;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return server.noHost(host);
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
    case 'EAFNOSUPPORT':
      return server.notOurs(host);
    case 'EACCES':
    case 'EPERM':
      return server.notAllowed(host, port);
    default:
      return server.cannotListen(host, port);
  }
}

async function tryPort(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  const listening = once(server, 'listening');
  server.listen(port, host);
  try {
    await listening;
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
