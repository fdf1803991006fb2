import { existsSync } from 'node:fs';
import { installation } from './installation.js';

const known = new Map<string, string | null>();

/** The address of a page of the documentation, `docs/lint/L101.md`, on this machine; null where it was not installed. */
export function pageAddress(page: string): string | null {
  const before = known.get(page);
  if (before !== undefined) return before;
  const url = new URL(page, installation);
  const address = existsSync(url) ? url.href : null;
  known.set(page, address);
  return address;
}
