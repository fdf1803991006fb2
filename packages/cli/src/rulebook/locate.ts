import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { nearest } from '../arguments/nearest.js';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { say } from '../output/say.js';
import { isRules, neighbours, rulebooksUnder } from './find.js';

/** A rulebook or notebook on disk and the folder its paths are relative to. */
export interface Located {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly file: string;
  /** As a person in the current folder would write it. */
  readonly shown: string;
}

/**
 * The rulebook that a call is about; without a name the only one under scenarios/, and says that it took it.
 *
 * @throws Failure (usage) when there is none, or several.
 */
export async function locate(named: string | null, call: Call): Promise<Located> {
  const { cwd } = call.environment;
  const file = named === null ? await onlyRulebook(call) : path.resolve(cwd, named);
  const { usage } = call.words;
  const shown = path.relative(cwd, file) || file;
  const found = await stat(file).catch(() => null);
  if (found === null) {
    const meant = nearest(path.basename(file), await neighbours(file));
    throw new Failure(EXIT.usage, usage.noFile(shown, meant === null ? null : path.join(path.dirname(shown), meant)));
  }
  if (found.isDirectory()) throw new Failure(EXIT.usage, usage.notAFile(shown));
  if (!isRules(file)) throw new Failure(EXIT.usage, usage.notARulebook(shown));
  // A link to a folder must not make a file seem to lie outside of it.
  const real = path.join(await realpath(path.dirname(file)), path.basename(file));
  return { root: await rootOf(real, call), file: real, shown };
}

async function onlyRulebook(call: Call): Promise<string> {
  const { environment, words } = call;
  const all = await rulebooksUnder(path.join(environment.cwd, 'scenarios'));
  const [only, ...others] = all;
  if (only === undefined) throw new Failure(EXIT.usage, words.usage.noRulebook);
  const shown = all.map((file) => path.relative(environment.cwd, file));
  if (others.length > 0) throw new Failure(EXIT.usage, words.usage.manyRulebooks, shown);
  await say(environment, words.usage.taken(shown[0] ?? only), 'quiet');
  return only;
}

/** `--root`, else the folder that holds the scenarios/ the file lies in, else the current folder, else the file's own. */
export async function rootOf(file: string, call: Call): Promise<string> {
  const cwd = await realpath(call.environment.cwd);
  const given = call.args.text('root');
  if (given !== null) {
    const root = await realpath(path.resolve(cwd, given)).catch(() => null);
    if (root === null || !(await stat(root)).isDirectory())
      throw new Failure(EXIT.usage, call.words.usage.noFolder(given));
    if (!isInside(root, file))
      throw new Failure(EXIT.usage, call.words.usage.outsideRoot(path.relative(cwd, file), given));
    return root;
  }
  const parts = path.dirname(file).split(path.sep);
  const scenarios = parts.lastIndexOf('scenarios');
  if (scenarios > 0) return parts.slice(0, scenarios).join(path.sep) || path.parse(file).root;
  return isInside(cwd, file) ? cwd : path.dirname(file);
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
