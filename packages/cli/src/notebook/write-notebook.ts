import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { NotebookRun } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { say } from '../output/say.js';
import { placeOf, writeAtomically } from '../output/write-atomically.js';
import { toHtml } from './to-html.js';
import { toMarkdown } from './to-markdown.js';

interface Rendered {
  readonly text: string;
  /** Of the pictures, beside the file. */
  readonly folder: string;
  readonly pictures: ReadonlyMap<string, string>;
}

/** Writes a notebook with its results to the terminal or, with `--out`, to a file; the pictures of Markdown stand in a folder beside it. */
export async function writeNotebook(
  source: string,
  run: NotebookRun,
  format: 'html' | 'markdown',
  call: Call,
): Promise<void> {
  const { environment, words } = call;
  const out = call.args.text('out');
  const { text, folder, pictures } = rendered(source, run, format, call);
  if (out === null) {
    await environment.stdout.write(text);
    return;
  }
  const beside = path.join(path.dirname(out), folder);
  if (pictures.size > 0) await mkdir(path.resolve(environment.cwd, beside), { recursive: true });
  for (const [name, picture] of pictures)
    await writeAtomically(placeOf(path.join(beside, name), environment.cwd), picture, words);
  await writeAtomically(placeOf(out, environment.cwd), text, words);
  await say(environment, words.usage.written(out), 'quiet');
}

function rendered(source: string, run: NotebookRun, format: 'html' | 'markdown', call: Call): Rendered {
  const { language, words } = call;
  if (format === 'html') return { text: toHtml(source, run, { language, words }), folder: '', pictures: new Map() };
  const out = call.args.text('out');
  const folder = out === null ? null : `${path.basename(out, path.extname(out))}-pictures`;
  return { ...toMarkdown(source, run, { language, words, folder }), folder: folder ?? '' };
}
