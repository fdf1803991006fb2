import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { OPENING } from '../arguments/option.js';
import { graphFile } from '../docs/svg.js';
import { namesIn } from '../docs/names.js';
import { pageOf } from '../docs/page.js';
import { toHtml } from '../docs/to-html.js';
import { toMarkdownPage } from '../docs/to-markdown.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { say } from '../output/say.js';
import { placeOf, writeAtomically } from '../output/write-atomically.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { usableModel } from '../rulebook/usable-model.js';
import { onlyFile, type Call, type Command } from './command.js';

/** `benchbook docs FILE`: a page on a rulebook, for those who live by its rules. */
export const docs: Command = {
  synopsis: '[FILE]',
  options: [
    { name: 'format', value: ['html', 'markdown'] },
    { name: 'out', value: 'FOLDER', short: 'o' },
    { name: 'strict', value: null },
    { name: 'keep-going', value: null },
    ...OPENING,
  ],
  run: async (call) => {
    const located = await locate(onlyFile(call), call);
    const { program } = await withWorkbook(call, located, async (workbook) => {
      const reading = await workbook.read();
      await usableModel(reading, located, call);
      return reading;
    });
    const page = pageOf(program, call.language);
    const folder = call.args.text('out');
    const isMarkdown = call.args.text('format') === 'markdown';
    const picture = isMarkdown && folder !== null ? `${page.name}.svg` : null;
    const text = isMarkdown
      ? toMarkdownPage(page, picture, call.words)
      : toHtml(page, namesIn(program), call.language, call.words);
    if (folder === null) await call.environment.stdout.write(text);
    else {
      await makeFolder(folder, call);
      await writeInto(folder, `${page.name}.${isMarkdown ? 'md' : 'html'}`, text, call);
      if (picture !== null) await writeInto(folder, picture, graphFile(page.graph, call.words.docs.graph), call);
    }
    return EXIT.ok;
  },
};

async function makeFolder(folder: string, { environment, words }: Call): Promise<void> {
  try {
    await mkdir(path.resolve(environment.cwd, folder), { recursive: true });
  } catch {
    throw new Failure(EXIT.usage, words.docs.noFolder(folder));
  }
}

async function writeInto(folder: string, name: string, text: string, { environment, words }: Call): Promise<void> {
  const place = placeOf(path.join(folder, name), environment.cwd);
  await writeAtomically(place, text, words);
  await say(environment, words.usage.written(place.shown), 'quiet');
}
