import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runNotebook, type Workbook } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { namesIn } from '../docs/names.js';
import { pageOf } from '../docs/page.js';
import { toHtml as rulebookHtml } from '../docs/to-html.js';
import { isNotebook } from '../notebook/run-document.js';
import { toHtml as notebookHtml } from '../notebook/to-html.js';
import { forRunning } from '../rulebook/for-running.js';
import type { Located } from '../rulebook/locate.js';
import { usableModel } from '../rulebook/usable-model.js';
import { identityOf } from './identity.js';
import { columnsIn, namingIn } from './leaving.js';
import type { SitePage } from './site.js';
import { stamp } from './stamp.js';

export interface Building {
  readonly call: Call;
  readonly made: string;
  readonly live: string | null;
  /** Naming columns that may leave. */
  readonly included: readonly string[];
  /** Pages as they were made before, by their files. */
  readonly before: ReadonlyMap<string, SitePage>;
  readonly folder: string;
}

export interface Built {
  readonly entry: SitePage;
  /** null: the page lies there already, made from the same. */
  readonly html: string | null;
  /** Naming columns that would leave, and may not. */
  readonly refused: readonly string[];
}

/** One page of a site, from a notebook or a rulebook; not made again where nothing has changed. */
export async function buildPage(
  workbook: Workbook,
  located: Located,
  page: string,
  { call, made, live, included, before, folder }: Building,
): Promise<Built> {
  const { language, words } = call;
  const reading = await workbook.read();
  const model = await usableModel(forRunning(reading), located, call);
  const kind = isNotebook(located) ? 'notebook' : 'rulebook';
  const identity = await identityOf(model, located.root, model.asOf, [language, live ?? '', ...included]);
  const known = before.get(page);
  if (known?.identity.hash === identity.hash && (await isThere(path.join(folder, page))))
    return { entry: known, html: null, refused: [] };
  const home = '../'.repeat(page.split('/').length - 1) + 'index.html';
  const foot = stamp(identity, { made, live, home }, words);
  const common = { page, source: located.shown, kind, made, identity } as const;
  if (kind === 'rulebook') {
    const content = pageOf(reading.program, language);
    const html = withFoot(rulebookHtml(content, namesIn(reading.program), language, words), foot);
    return { entry: { ...common, title: content.title, columns: [] }, html, refused: [] };
  }
  const run = await runNotebook(workbook, reading, model, { language, signal: call.environment.stopped });
  const refused = namingIn(run, model).filter((column) => !included.includes(column));
  const html = withFoot(notebookHtml(reading.program.files[0]?.text ?? '', run, { language, words }), foot);
  return { entry: { ...common, title: titleOf(html), columns: columnsIn(run) }, html, refused };
}

const isThere = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  );

/** The page's own foot gives way to the stamp. */
const withFoot = (html: string, foot: string): string => html.replace(/<footer>.*<\/footer>/, () => foot);

const titleOf = (html: string): string => unescaped(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? 'Benchbook');

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescaped = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one);
