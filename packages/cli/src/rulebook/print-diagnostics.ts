import { renderDiagnostics } from '@benchbook/dsl';
import type { Reading } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import type { Output } from '../environment.js';
import { choosePaint, type Tone } from '../terminal/paint.js';
import { shownFiles } from './shown-files.js';

const TONES: Readonly<Record<'error' | 'warning' | 'hint', Tone>> = { error: 'bad', warning: 'warn', hint: 'accent' };

/** Each diagnostic with its line shown and underlined. `shown` is the file as the reader knows it. */
export async function printDiagnostics(reading: Reading, shown: string, output: Output, call: Call): Promise<void> {
  const paint = choosePaint({
    isTerminal: output.isTerminal,
    refused: call.args.has('no-color'),
    env: call.environment.env,
  });
  const options = { files: shownFiles(reading, shown), language: call.language };
  for (const found of reading.diagnostics) {
    const [head = '', ...rest] = renderDiagnostics([found], options).trimEnd().split('\n');
    await output.write([paint(head, TONES[found.severity]), ...rest, ''].join('\n') + '\n');
  }
}
