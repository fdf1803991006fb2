import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { check, gather, parse, type Model, type Program } from '@benchbook/dsl';
import { applyScenario } from '@benchbook/engine';
import { nearest } from '../arguments/nearest.js';
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

/** What the command line names: a file, or a file as of a revision; perhaps one of its scenarios. */
export interface Named {
  readonly revision: string | null;
  readonly file: string;
  /** null: the rulebook as it stands. */
  readonly scenario: string | null;
}

/**
 * Reads the two sides of a comparison: `A B`, each a FILE, `REV:FILE` or either with `#SCENARIO`; `REV FILE`; `REV REV FILE`.
 *
 * @throws Failure (usage) when fewer or more are named
 */
export async function sides({ args, environment, words }: Call): Promise<readonly [Named, Named]> {
  const [first, second, third, surplus] = args.positionals;
  if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
  if (first === undefined || second === undefined) throw new Failure(EXIT.usage, words.diff.which);
  if (third !== undefined)
    return [
      { ...named(third), revision: first },
      { ...named(third), revision: second },
    ];
  const isFile = await stat(path.resolve(environment.cwd, named(first).file)).then(
    () => true,
    () => false,
  );
  if (isFile || first.includes(':') || isRules(named(first).file)) return [named(first), named(second)];
  return [{ ...named(second), revision: first }, named(second)];
}

/** `REV:FILE#SCENARIO`, of which only FILE must be there. A drive letter is no revision. */
function named(text: string): Named {
  const found = /^(?:(?<revision>[^:]{2,}):)?(?<file>.+?)(?:#(?<scenario>[^#]*))?$/.exec(text)?.groups;
  return { revision: found?.revision ?? null, file: found?.file ?? text, scenario: found?.scenario ?? null };
}

/** Reads and checks one side, with every file it uses, as of the same revision. */
export async function readSide(asked: Named, call: Call): Promise<Compared> {
  const { revision, file, scenario } = asked;
  if (revision === null) {
    const located = await locate(file, call);
    const reading = await withWorkbook(call, located, (workbook) => workbook.read());
    return compared(located, reading.program, usable(reading), scenario, call);
  }
  const whole = path.resolve(call.environment.cwd, file);
  if (!isRules(whole)) throw new Failure(EXIT.usage, call.words.usage.notARulebook(file));
  const folder = await realpath(path.dirname(whole)).catch(() => null);
  if (folder === null) throw new Failure(EXIT.usage, call.words.usage.noFile(file, null));
  const real = path.join(folder, path.basename(whole));
  const located = { root: await rootOf(real, call), file: real, shown: `${revision}:${file}` };
  const at = await openRevision(revision, real, call.words);
  const program = await programAt(at, located, call);
  return compared(located, program, usable(check(program)), scenario, call);
}

/** The side under its scenario, if it is asked for one. */
function compared(
  located: Located,
  program: Program,
  model: Model | null,
  scenario: string | null,
  { words }: Call,
): Compared {
  const { shown } = located;
  if (scenario === null) return { shown, located, program, model };
  const names = ['base', ...(model?.scenarios ?? []).map(({ name }) => name)];
  if (model !== null && !names.includes(scenario))
    throw new Failure(EXIT.usage, words.usage.noScenario(scenario, names, nearest(scenario, names)));
  const under = model && applyScenario(model, scenario === 'base' ? null : scenario);
  return { shown: `${shown}#${scenario}`, located, program, model: under };
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
