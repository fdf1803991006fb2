import type { Report } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { toMarkdown } from '../document/to-markdown.js';
import { toTerminal } from '../document/to-terminal.js';
import { say } from '../output/say.js';
import { placeOf, writeAtomically } from '../output/write-atomically.js';
import { choosePaint, plain } from '../terminal/paint.js';
import { outline } from './outline.js';
import type { LevelReadings } from './readings.js';

interface ReportForm {
  readonly format: 'text' | 'json' | 'markdown';
  readonly readings: LevelReadings;
}

/** Writes a report to the terminal or, with `--out`, to a file. */
export async function writeReport(report: Report, form: ReportForm, call: Call): Promise<void> {
  const out = call.args.text('out');
  const text = reportText(report, form, call, out === null);
  if (out === null) {
    await call.environment.stdout.write(text);
  } else {
    await writeAtomically(placeOf(out, call.environment.cwd), text, call.words);
    await say(call.environment, call.words.usage.written(out), 'quiet');
  }
}

function reportText(report: Report, { format, readings }: ReportForm, call: Call, onScreen: boolean): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  const blocks = outline(report, { words: call.words, readings });
  if (format === 'markdown') return toMarkdown(blocks);
  const { stdout, env } = call.environment;
  const refused = call.args.has('no-color');
  return toTerminal(blocks, {
    width: onScreen ? (stdout.columns ?? Infinity) : Infinity,
    paint: onScreen ? choosePaint({ isTerminal: stdout.isTerminal, refused, env }) : plain,
  });
}
