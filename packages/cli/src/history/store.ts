import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { SNAPSHOT_SCHEMA, type Snapshot } from './snapshot.js';

/** What is stored is read seldom and written often: the fastest level does. */
const GZIP = { level: 1 } as const;

/**
 * Runs that were kept, in `.benchbook/history` of a project. Nothing in it is ever changed: a snapshot is a file of its own, and what it consists
 * of lies under its hash, once, however many snapshots have it. So several may be kept at the same time.
 */
export class HistoryStore {
  readonly #folder: string;

  /** @param root of the project, absolute */
  constructor(root: string) {
    this.#folder = path.join(root, '.benchbook', 'history');
  }

  /** Every snapshot, the first kept first. What is not one, or was written by a later version, is passed over. */
  async list(): Promise<readonly Snapshot[]> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
    const read = await Promise.all(names.map((name) => this.#snapshot(name)));
    return read.flatMap((each) => each ?? []);
  }

  /** Keeps a snapshot. Everything that it names has been put before. */
  async add(snapshot: Snapshot): Promise<void> {
    const name = `${snapshot.at.replaceAll(/[-:]/g, '').replace('.', '-')}-${snapshot.id.slice(0, 12)}.json`;
    await this.#write(path.join(this.#folder, name), (beside) =>
      writeFile(beside, `${JSON.stringify(snapshot, null, 2)}\n`),
    );
  }

  /** Puts content under its hash, if it is not there. */
  async put(hash: string, content: string | Uint8Array): Promise<void> {
    await this.#object(hash, () => Readable.from([content]));
  }

  /** Puts the content of a file. @returns its SHA-256 */
  async putFile(file: string): Promise<string> {
    const hash = await hashOf(file);
    await this.#object(hash, () => createReadStream(file));
    return hash;
  }

  /** What lies under a hash; null when it is not there, or is not what it was. */
  async get(hash: string): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    try {
      await pipeline(createReadStream(this.#place(hash)), createGunzip(), async (content: AsyncIterable<Buffer>) => {
        for await (const piece of content) pieces.push(piece);
      });
    } catch {
      return null;
    }
    const content = Buffer.concat(pieces);
    return createHash('sha256').update(content).digest('hex') === hash ? content : null;
  }

  /** Writes what lies under a hash to a file. @returns false when it is not there. */
  async restore(hash: string, file: string): Promise<boolean> {
    await mkdir(path.dirname(file), { recursive: true });
    try {
      await pipeline(createReadStream(this.#place(hash)), createGunzip(), createWriteStream(file));
      return true;
    } catch {
      return false;
    }
  }

  async #snapshot(name: string): Promise<Snapshot | null> {
    try {
      const read = JSON.parse(await readFile(path.join(this.#folder, name), 'utf8')) as Snapshot;
      return read.schema === SNAPSHOT_SCHEMA ? read : null;
    } catch {
      return null;
    }
  }

  #place(hash: string): string {
    return path.join(this.#folder, 'objects', hash.slice(0, 2), `${hash.slice(2)}.gz`);
  }

  async #object(hash: string, content: () => Readable): Promise<void> {
    const place = this.#place(hash);
    const isThere = await access(place).then(
      () => true,
      () => false,
    );
    if (!isThere)
      await this.#write(place, (beside) => pipeline(content(), createGzip(GZIP), createWriteStream(beside)));
  }

  /** A reader sees all of a file, or none of it. */
  async #write(place: string, write: (beside: string) => Promise<void>): Promise<void> {
    await mkdir(path.dirname(place), { recursive: true });
    const beside = `${place}.${randomBytes(4).toString('hex')}.part`;
    try {
      await write(beside);
      await rename(beside, place);
    } finally {
      await rm(beside, { force: true });
    }
  }
}

/** The SHA-256 of what a file holds. */
export async function hashOf(file: string): Promise<string> {
  const sha = createHash('sha256');
  for await (const piece of createReadStream(file)) sha.update(piece as Buffer);
  return sha.digest('hex');
}
