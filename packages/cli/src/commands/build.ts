import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { WORKED_OUT } from '../arguments/option.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { say } from '../output/say.js';
import { placeOf, writeAtomically, type Place } from '../output/write-atomically.js';
import { buildPage, type Built } from '../publish/build-page.js';
import { indexPage } from '../publish/index-page.js';
import { madeAt } from '../publish/made-at.js';
import { readSite, removeOld, SITE_FILE, SITE_SCHEMA } from '../publish/site.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { ruleFiles } from '../rulebook/rule-files.js';
import type { Call, Command } from './command.js';

/** `benchbook build [FILES|FOLDERS] --out FOLDER`: notebooks and rulebooks as plain files for any web server, or none. */
export const build: Command = {
  synopsis: '[FILE|FOLDER ...]',
  options: [
    { name: 'out', value: 'FOLDER', short: 'o' },
    { name: 'include', value: 'COLUMN' },
    { name: 'live', value: 'ADDRESS' },
    { name: 'format', value: ['text', 'json'] },
    ...WORKED_OUT.filter(({ name }) => name !== 'scenario' && name !== 'set'),
  ],
  run: async (call) => {
    const { args, environment, words } = call;
    const out = args.text('out') ?? 'site';
    const folder = path.resolve(environment.cwd, out);
    const before = await readSite(folder);
    const building = {
      call,
      made: madeAt(environment.env),
      live: liveAddress(call),
      included: args.texts('include'),
      before: new Map(before.pages.map((one) => [one.page, one])),
      folder,
    };
    const places = await ruleFiles(call);
    const pages: Built[] = [];
    for (const place of places) {
      environment.stopped.throwIfAborted();
      const located = await locate(place.shown, call);
      pages.push(
        await withWorkbook(call, located, (workbook) =>
          buildPage(workbook, located, pageFile(place, places), building),
        ),
      );
    }
    const refused = pages.filter((one) => one.refused.length > 0);
    if (refused.length > 0)
      throw new Failure(
        EXIT.usage,
        words.publish.names,
        refused.map(({ entry, refused: columns }) => words.publish.namesIn(entry.source, columns.join(', '))),
      );
    const write = async (name: string, text: string): Promise<void> => {
      const shown = path.join(out, name);
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeAtomically(placeOf(shown, environment.cwd), text, words);
    };
    for (const { entry, html } of pages) if (html !== null) await write(entry.page, html);
    const entries = pages.map(({ entry }) => entry);
    const old = await removeOld(folder, before, entries);
    await write('index.html', indexPage(entries, call.language, words));
    await write(SITE_FILE, `${JSON.stringify({ schema: SITE_SCHEMA, pages: entries }, null, 2)}\n`);
    const made = pages.filter(({ html }) => html !== null).map(({ entry }) => entry.page);
    if (args.text('format') === 'json') {
      const summary = { schema: 'benchbook.build/1', folder: out, pages: entries, made, removed: old };
      await environment.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    } else
      await say(environment, words.publish.built(out, made.length, entries.length - made.length, old.length), 'quiet');
    return EXIT.ok;
  },
};

/** The file of a page: its source's place below what all sources share, so that two of one name do not meet. */
function pageFile({ shown }: Place, all: readonly Place[]): string {
  const folders = all.map((one) => path.dirname(one.shown).split(path.sep));
  const [first = []] = folders;
  const shared = first.findIndex((part, depth) => folders.some((other) => other[depth] !== part));
  const own = path
    .dirname(shown)
    .split(path.sep)
    .slice(shared < 0 ? first.length : shared);
  const { name, ext } = path.parse(shown);
  const file = ext === '.bench' ? `${name}.rules.html` : `${name}.html`;
  return [...own.filter((part) => part !== '.' && part !== ''), file === 'index.html' ? 'index.page.html' : file].join(
    '/',
  );
}

function liveAddress({ args, words }: Call): string | null {
  const given = args.text('live');
  if (given === null) return null;
  if (/^https?:\/\/[^\s"<>]+$/i.test(given)) return given;
  throw new Failure(EXIT.usage, words.publish.notAddress(given));
}
