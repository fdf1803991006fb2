import type { Call } from '../commands/command.js';
import type { Block } from '../document/block.js';
import { toMarkdown } from '../document/to-markdown.js';
import { toTerminal } from '../document/to-terminal.js';
import { choosePaint } from '../terminal/paint.js';

/**
 * Writes what a command found: as JSON with `--format json`, for a wiki with `--format markdown`, else for the terminal.
 *
 * @param json what a program reads; `blocks` what a person does
 */
export async function writeAnswer(json: unknown, blocks: () => readonly Block[], call: Call): Promise<void> {
  const { stdout, env } = call.environment;
  const format = call.args.text('format');
  if (format === 'json') await stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else if (format === 'markdown') await stdout.write(toMarkdown(blocks()));
  else
    await stdout.write(
      toTerminal(blocks(), {
        width: stdout.columns ?? Infinity,
        paint: choosePaint({ isTerminal: stdout.isTerminal, refused: call.args.has('no-color'), env }),
      }),
    );
}
