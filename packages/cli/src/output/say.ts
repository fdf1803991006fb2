import { withoutControls } from '../document/control-characters.js';
import type { Environment } from '../environment.js';
import { choosePaint, type Tone } from '../terminal/paint.js';

/** A sentence on stderr, coloured where a person reads it. */
export async function say(environment: Environment, sentence: string, tone?: Tone): Promise<void> {
  const paint = choosePaint({
    isTerminal: environment.stderr.isTerminal,
    refused: environment.args.includes('--no-color'),
    env: environment.env,
  });
  await environment.stderr.write(`${paint(withoutControls(sentence), tone)}\n`);
}
