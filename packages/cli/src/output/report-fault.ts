import { inspect } from 'node:util';
import type { Language } from '@benchbook/engine';
import type { Environment } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';
import { withoutControls } from '../document/control-characters.js';
import { databaseLack } from '../rulebook/database-lack.js';
import { stopOf } from '../rulebook/stop-of.js';
import { say } from './say.js';
import { noticeLine } from './notice-line.js';

interface Telling {
  readonly environment: Environment;
  readonly language: Language;
  readonly words: Words;
  /** The command that was called, if it was one. */
  readonly command: string | null;
}

/** Tells on stderr what ended the command, in sentences, and gives the exit code. */
export async function reportFault(error: unknown, telling: Telling): Promise<ExitCode> {
  const { environment, language, words, command } = telling;
  if (error instanceof Failure) {
    await say(environment, error.message, error.exit === EXIT.ok ? undefined : 'bad');
    for (const line of error.details) await environment.stderr.write(`  ${withoutControls(line)}\n`);
    if (error.exit === EXIT.usage && error.details.length === 0)
      await say(environment, words.usage.seeHelp(command), 'quiet');
    return error.exit;
  }
  if (environment.stopped.aborted) return EXIT.interrupted;
  const stop = await stopOf(error, language);
  if (stop !== null) {
    // Of a rulebook that cannot be read the notice alone is all there is to say.
    const ofData = stop.exit === EXIT.data;
    if (ofData) await say(environment, words.usage.dataStops, 'bad');
    for (const notice of stop.notices) {
      const line = noticeLine(notice, words.report);
      await (ofData ? environment.stderr.write(`  ${withoutControls(line)}\n`) : say(environment, line, 'bad'));
    }
    return stop.exit;
  }
  const lack = databaseLack(error);
  if (lack !== null) {
    await say(environment, words.usage.database[lack], 'bad');
    return EXIT.data;
  }
  await say(environment, words.usage.internal(error instanceof Error ? error.message : String(error)), 'bad');
  if (environment.args.includes('--debug')) await environment.stderr.write(`${inspect(error)}\n`);
  else await say(environment, words.usage.moreWithDebug, 'quiet');
  return EXIT.fault;
}
