import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { check, gather, parse, type Model, type Program } from '@benchbook/dsl';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openRevision, type Revision } from '../git/git.js';
import { isRules } from '../rulebook/find.js';
import { locate, rootOf, type Located } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';

/** One of the two rulebooks that are compared. */
export interface Compared {
  /** As a reader knows it: `HEAD~1:scenarios/coverage/coverage.bench`. */
  readonly shown: string;
  readonly located: Located;
  readonly program: Program;
  /** null when it has errors: then only what it says can be compared. */
  readonly model: Model | null;
}

/** What the command line names: a file, or a file as of a revision. */
export interface Named {
  readonly revision: string | null;
  readonly file: string;
}

/**
 * Reads the two sides of a comparison: `A B`, each a FILE or `REV:FILE`; `REV FILE`; `REV REV FILE`.
 *
 * @throws Failure (usage) when fewer or more are named
 */
export async function sides({ args, environment, words }: Call): Promise<readonly [Named, Named]> {
  const [first, second, third, surplus] = args.positionals;
  if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
  if (first === undefined || second === undefined) throw new Failure(EXIT.usage, words.diff.which);
  if (third !== undefined)
    return [
      { revision: first, file: third },
      { revision: second, file: third },
    ];
  const isFile = await stat(path.resolve(environment.cwd, first)).then(
    () => true,
    () => false,
  );
  if (isFile || first.includes(':') || isRules(first)) return [named(first), named(second)];
  return [
    { revision: first, file: second },
    { revision: null, file: second },
  ];
}

/** `REV:FILE`, or a file. A drive letter is no revision. */
function named(text: string): Named {
  const found = /^(?<revision>[^:]{2,}):(?<file>.+)$/.exec(text)?.groups;
  return found === undefined
    ? { revision: null, file: text }
    : { revision: found.revision ?? null, file: found.file ?? '' };
}

/** Reads and checks one side, with every file it uses, as of the same revision. */
export async function readSide({ revision, file }: Named, call: Call): Promise<Compared> {
  if (revision === null) {
    const located = await locate(file, call);
    const reading = await withWorkbook(call, located, (workbook) => workbook.read());
    return { shown: located.shown, located, program: reading.program, model: usable(reading) };
  }
  const whole = path.resolve(call.environment.cwd, file);
  if (!isRules(whole)) throw new Failure(EXIT.usage, call.words.usage.notARulebook(file));
  const folder = await realpath(path.dirname(whole)).catch(() => null);
  if (folder === null) throw new Failure(EXIT.usage, call.words.usage.noFile(file, null));
  const real = path.join(folder, path.basename(whole));
  const located = { root: await rootOf(real, call), file: real, shown: `${revision}:${file}` };
  const at = await openRevision(revision, real, call.words);
  const program = await programAt(at, located, call);
  return { shown: located.shown, located, program, model: usable(check(program)) };
}

async function programAt(at: Revision, { root, file }: Located, { words }: Call): Promise<Program> {
  const text = await at.read(file);
  const shown = path.relative(root, file).split(path.sep).join('/');
  if (text === null) throw new Failure(EXIT.usage, words.diff.notInRevision(shown, at.name));
  return await gather(parse(shown, text), async (used) => {
    const found = await at.read(path.join(root, used));
    return found === null ? { lost: 'absent' } : { file: used, text: found };
  });
}

function usable({
  model,
  diagnostics,
}: {
  readonly model: Model | null;
  readonly diagnostics: readonly { readonly severity: string }[];
}): Model | null {
  return diagnostics.some(({ severity }) => severity === 'error') ? null : model;
}
