import type { IncomingMessage } from 'node:http';

/**
 * Whether a request that changes something comes from our own page, or from a program that is no browser. A browser
 * names the origin of every such request; a page of another site can neither leave it out nor make it up.
 */
export function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin === `http://${headers.host ?? ''}`;
}
