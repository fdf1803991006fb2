import type { Model } from '@benchbook/dsl';
import type { Arguments } from '../arguments/arguments.js';
import { nearest } from '../arguments/nearest.js';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { printFindings } from './print-diagnostics.js';
import { tally } from './tally.js';
import { underScenario, type Asked } from './under-scenario.js';

/**
 * The rules under the scenario asked for with `--scenario`, and with the numbers of every `--set` on top. What is wrong
 * with a `--set` is told like what is wrong with a rulebook.
 *
 * @throws Failure (usage) for a scenario that the rulebook does not have and for a `--set` that cannot be read
 */
export async function askedScenario(model: Model, call: Call): Promise<Model> {
  const { usage } = call.words;
  const found = underScenario(model, askedIn(call.args));
  if (found.kind === 'unknown')
    throw new Failure(EXIT.usage, usage.noScenario(found.scenario, found.known, nearest(found.scenario, found.known)));
  const { findings } = found;
  await printFindings(findings.diagnostics, findings.files, call.environment.stderr, call);
  const { errors, warnings } = tally(findings);
  if (errors > 0) throw new Failure(EXIT.usage, usage.setRefused(errors));
  if (warnings > 0 && call.args.has('strict')) throw new Failure(EXIT.usage, usage.strictWarnings('--set', warnings));
  return found.model;
}

/** What the command line asks for on top of the rulebook. */
export const askedIn = (args: Arguments): Asked => ({ scenario: args.text('scenario'), set: args.texts('set') });
