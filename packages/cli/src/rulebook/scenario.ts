import { readOverrides, type Model } from '@benchbook/dsl';
import { applyOverrides, applyScenario } from '@benchbook/engine';
import { nearest } from '../arguments/nearest.js';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { printFindings } from './print-diagnostics.js';
import { tally } from './tally.js';

/** The run without a scenario. */
const BASE = 'base';

/**
 * The rules under the scenario asked for with `--scenario`, and with the numbers of every `--set` on top. What is wrong
 * with a `--set` is told like what is wrong with a rulebook.
 *
 * @throws Failure (usage) for a scenario that the rulebook does not have and for a `--set` that cannot be read
 */
export async function askedScenario(model: Model, call: Call): Promise<Model> {
  const { usage } = call.words;
  const name = call.args.text('scenario');
  const names = [BASE, ...model.scenarios.map((scenario) => scenario.name)];
  if (name !== null && !names.includes(name))
    throw new Failure(EXIT.usage, usage.noScenario(name, names, nearest(name, names)));
  const under = applyScenario(model, name === BASE ? null : name);
  const lines = call.args.texts('set');
  if (lines.length === 0) return under;
  const given = readOverrides(under, lines);
  await printFindings(given.diagnostics, given.files, call.environment.stderr, call);
  const { errors, warnings } = tally(given);
  if (errors > 0) throw new Failure(EXIT.usage, usage.setRefused(errors));
  if (warnings > 0 && call.args.has('strict')) throw new Failure(EXIT.usage, usage.strictWarnings('--set', warnings));
  return applyOverrides(under, given);
}
