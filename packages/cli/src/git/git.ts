import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';

/** As much as a rulebook may be. */
const LARGEST = 8 * 2 ** 20;

/** What a revision of a repository holds. Nothing is written, and nothing of the repository's is run. */
export interface Revision {
  /** As it was asked for. */
  readonly name: string;
  /** The text of a file as of this revision; null when it has no such file. */
  read(file: string): Promise<string | null>;
}

/**
 * A revision of the repository that a file lies in.
 *
 * @throws Failure (usage) when there is no git here, no repository, or no such revision
 */
export async function openRevision(name: string, file: string, words: Words): Promise<Revision> {
  const folder = path.dirname(file);
  const top = await git(folder, ['rev-parse', '--show-toplevel'], words);
  if (top === null) throw new Failure(EXIT.usage, words.diff.noRepository(path.basename(file)));
  // What begins with a dash is never taken for an option.
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], words);
  if (commit === null) throw new Failure(EXIT.usage, words.diff.noRevision(name));
  const root = await realpath(top.trim());
  return {
    name,
    read: (wanted) => {
      const inside = path.relative(root, wanted).split(path.sep).join('/');
      return git(root, ['cat-file', 'blob', `${commit.trim()}:${inside}`], words);
    },
  };
}

/** What git answers; null when it ends with an error. Arguments are a list: no shell reads them. */
function git(folder: string, args: readonly string[], words: Words): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: LARGEST, encoding: 'utf8' as const };
    execFile('git', args, { ...options, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (error.code === 'ENOENT') reject(new Failure(EXIT.usage, words.diff.noGit));
      else resolve(null);
    });
  });
}
