import { isIP } from 'node:net';
import { hostname } from 'node:os';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The host in a Host header, without brackets, port or a closing dot; null when it cannot be one. */
function hostOf(header: string): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::\d{1,5})?$/i.exec(header);
  const host = match?.[1] ?? match?.[2];
  return host === undefined ? null : host.toLowerCase().replace(/\.$/, '');
}

/**
 * Whether a request's Host header is one that this server answers to. A page elsewhere can make its own name point at
 * this machine (DNS rebinding), but then its name stands here: so only names that are ours are let in. An address is no
 * name that someone else could own; one other than loopback counts only where the server listens beyond loopback.
 */
export function hostAllowed(header: string | undefined, bound: string): boolean {
  const host = hostOf(header ?? '');
  if (host === null) return false;
  if (isLoopback(host) || host === bound.toLowerCase()) return true;
  return !isLoopback(bound) && (isIP(host) !== 0 || host === hostname().toLowerCase());
}
