import { renderDiagnostics, type Diagnostic, type FileText } from '@benchbook/dsl';
import type { Reading } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import type { Output } from '../environment.js';
import { choosePaint, type Tone } from '../terminal/paint.js';
import { shownFiles } from './shown-files.js';

const TONES: Readonly<Record<'error' | 'warning' | 'hint', Tone>> = { error: 'bad', warning: 'warn', hint: 'accent' };

/** Each diagnostic with its line shown and underlined. `shown` is the file as the reader knows it. */
export async function printDiagnostics(reading: Reading, shown: string, output: Output, call: Call): Promise<void> {
  await printFindings(reading.diagnostics, shownFiles(reading, shown), output, call);
}

/** The same for diagnostics whose spans point into these files. */
export async function printFindings(
  diagnostics: readonly Diagnostic[],
  files: readonly FileText[],
  output: Output,
  call: Call,
): Promise<void> {
  const paint = choosePaint({
    isTerminal: output.isTerminal,
    refused: call.args.has('no-color'),
    env: call.environment.env,
  });
  const options = { files, language: call.language };
  for (const found of diagnostics) {
    const [head = '', ...rest] = renderDiagnostics([found], options).trimEnd().split('\n');
    await output.write([paint(head, TONES[found.severity]), ...rest, ''].join('\n') + '\n');
  }
}
