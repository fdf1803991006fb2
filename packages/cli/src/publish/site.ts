import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Identity } from './identity.js';

/** The list of what a site holds; it lies beside the pages. */
export const SITE_FILE = 'benchbook-site.json';
export const SITE_SCHEMA = 'benchbook.site/1';

export interface Site {
  readonly schema: typeof SITE_SCHEMA;
  readonly pages: readonly SitePage[];
}

export interface SitePage {
  /** The file of the page, relative to the site, with forward slashes. */
  readonly page: string;
  /** Of the notebook or the rulebook. */
  readonly source: string;
  readonly kind: 'notebook' | 'rulebook';
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly identity: Identity;
  /** Columns of its tables. */
  readonly columns: readonly string[];
}

/** The site that lies in a folder; an empty one where there is none, or one of another kind. */
export async function readSite(folder: string): Promise<Site> {
  const nothing: Site = { schema: SITE_SCHEMA, pages: [] };
  const text = await readFile(path.join(folder, SITE_FILE), 'utf8').catch(() => null);
  if (text === null) return nothing;
  try {
    const site = JSON.parse(text) as Partial<Site>;
    return site.schema === SITE_SCHEMA && Array.isArray(site.pages) ? (site as Site) : nothing;
  } catch {
    return nothing;
  }
}

/** Takes away pages that were made before and are not any more; nothing else in the folder is touched. */
export async function removeOld(folder: string, before: Site, now: readonly SitePage[]): Promise<readonly string[]> {
  const kept = new Set(now.map(({ page }) => page));
  const old = before.pages.map(({ page }) => page).filter((page) => !kept.has(page) && isInside(folder, page));
  for (const page of old) await rm(path.join(folder, page), { force: true });
  return old;
}

/** A list that somebody has changed must not reach out of its folder. */
function isInside(folder: string, page: string): boolean {
  const place = path.relative(folder, path.resolve(folder, page));
  return place !== '' && !place.startsWith('..') && !path.isAbsolute(place) && place.endsWith('.html');
}
