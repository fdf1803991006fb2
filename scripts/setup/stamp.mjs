/**
 * A stamp says for which content a step was last done: the hash of the files it reads, and the files it made.
 * Contents are hashed, not dates, so that changing branches and coming back repeats nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Made by tools: no step's result depends on them. */
const ignored = new Set(['node_modules', 'dist', 'generated']);

/**
 * The hash of everything under the given files and folders; one that does not exist counts as such.
 *
 * @param {string} root
 * @param {readonly string[]} inputs relative to root
 * @param {readonly string[]} facts what else the result depends on, such as the Node version
 */
export function hashOf(root, inputs, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of inputs.flatMap((input) => filesUnder(root, input))) {
    const content = existsSync(path.join(root, file)) ? readFileSync(path.join(root, file)) : 'absent';
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root, relative) {
  const stats = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return [relative];
  return readdirSync(path.join(root, relative))
    .filter((name) => !ignored.has(name))
    .sort()
    .flatMap((name) => filesUnder(root, `${relative}/${name}`));
}

/** Stamps kept in a folder, one small JSON file a step. */
export class Stamps {
  constructor(root, folder) {
    this.root = root;
    this.folder = path.join(root, folder);
  }

  /** Whether the step was done for this hash and everything it made is still there. */
  isCurrent(step, hash) {
    const stamp = this.read(step);
    return stamp?.hash === hash && stamp.outputs.every((output) => existsSync(path.join(this.root, output)));
  }

  read(step) {
    try {
      return JSON.parse(readFileSync(this.fileOf(step), 'utf8'));
    } catch {
      return undefined; // never done, or cut short while writing
    }
  }

  write(step, hash, outputs) {
    mkdirSync(this.folder, { recursive: true });
    const unfinished = `${this.fileOf(step)}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify({ hash, outputs }));
    renameSync(unfinished, this.fileOf(step));
  }

  fileOf(step) {
    return path.join(this.folder, `${step}.json`);
  }
}
