import type { Model } from '@benchbook/dsl';
import type { Reading } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { say } from '../output/say.js';
import { printDiagnostics } from './print-diagnostics.js';
import type { Located } from './locate.js';
import { leftOutNames } from './left-out.js';
import { tally } from './tally.js';

/**
 * The model to run. Errors and warnings are told on stderr.
 *
 * @throws Failure (rulebook) with errors, unless `--keep-going`; with `--strict` warnings count as errors.
 */
export async function usableModel(reading: Reading, located: Located, call: Call): Promise<Model> {
  const { usage } = call.words;
  const { errors, warnings } = tally(reading);
  const told = reading.diagnostics.filter((each) => each.severity !== 'hint');
  await printDiagnostics({ ...reading, diagnostics: told }, located.shown, call.environment.stderr, call);
  const goOn = call.args.has('keep-going');
  if (errors > 0 && !goOn) throw new Failure(EXIT.rulebook, usage.errorsFound(located.shown, errors));
  if (warnings > 0 && call.args.has('strict'))
    throw new Failure(EXIT.rulebook, usage.strictWarnings(located.shown, warnings));
  if (reading.model === null) throw new Failure(EXIT.rulebook, usage.nothingLeft(located.shown));
  if (errors > 0) await say(call.environment, usage.keptGoing(errors, leftOutNames(reading)), 'warn');
  return reading.model;
}
