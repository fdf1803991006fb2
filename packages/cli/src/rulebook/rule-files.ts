import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { nearest } from '../arguments/nearest.js';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Place } from '../output/write-atomically.js';
import { filesUnder, neighbours, isRules } from './find.js';

/**
 * The rulebooks and notebooks that a call names, folders standing for all that lie in and below them; without names all
 * under scenarios/. Each file once, at the place it really has, so that a link stays a link.
 *
 * @throws Failure (usage) for a name that is not there or is no rulebook, and when there is nothing under scenarios/.
 */
export async function ruleFiles(call: Call): Promise<Place[]> {
  const { positionals } = call.args;
  const found = await Promise.all(
    (positionals.length === 0 ? ['scenarios'] : positionals).map((name) => named(name, call)),
  );
  const places = found.flat();
  if (places.length === 0 && positionals.length === 0) throw new Failure(EXIT.usage, call.words.usage.noRulebook);
  return [...new Map(places.map((place) => [place.file, place])).values()];
}

async function named(name: string, call: Call): Promise<Place[]> {
  const { cwd } = call.environment;
  const { usage } = call.words;
  const file = path.resolve(cwd, name);
  const shown = path.relative(cwd, file) || '.';
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() === true)
    return await Promise.all((await filesUnder(file, isRules)).map((one) => placed(one, cwd)));
  if (found !== null && isRules(file)) return [await placed(file, cwd)];
  if (found !== null) throw new Failure(EXIT.usage, usage.notRules(shown));
  if (call.args.positionals.length === 0) return [];
  const meant = nearest(path.basename(file), await neighbours(file));
  throw new Failure(EXIT.usage, usage.noFile(shown, meant === null ? null : path.join(path.dirname(shown), meant)));
}

const placed = async (file: string, cwd: string): Promise<Place> => ({
  file: await realpath(file),
  shown: path.relative(cwd, file),
});
