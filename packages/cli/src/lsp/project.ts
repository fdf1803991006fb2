import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileRead } from '@benchbook/dsl';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Where a document stands: the folder that its paths are relative to, and its own path from there. */
export interface Standing {
  readonly root: string;
  readonly path: string;
}

/** Rulebooks are written by hand: nothing near this size is one. */
const LARGEST = 8 * 2 ** 20;

/** The folders that are open, and the files in them. */
export class Project {
  #folders: readonly string[] = [];

  open(folders: readonly string[]): void {
    this.#folders = folders.flatMap((uri) => fileOf(uri) ?? []);
  }

  /** The root is the folder that holds the scenarios/ a file lies in, else the open folder, else the file's own. */
  async locate(uri: string): Promise<Standing> {
    const written = fileOf(uri);
    if (written === null) return { root: '', path: uri.replace(/^.*[/:]/, '') };
    const folder = await realpath(path.dirname(written)).catch(() => path.dirname(written));
    const file = path.join(folder, path.basename(written));
    const root = await this.#rootOf(file);
    return { root, path: path.relative(root, file).split(path.sep).join('/') };
  }

  /** The absolute address of a path in a project; null where there is no project on disk. */
  address(root: string, inProject: string): string | null {
    return root === '' ? null : pathToFileURL(path.join(root, inProject)).href;
  }

  /** What stands at a path of a project: an open document before what is on disk; nothing outside the root. */
  async read(root: string, used: string, documents: TextDocuments<TextDocument>): Promise<FileRead> {
    if (root === '') return { lost: 'absent' };
    const real = await realpath(path.join(root, used)).catch(() => null);
    if (real === null) return { lost: 'absent' };
    const inside = path.relative(root, real);
    if (inside.startsWith('..') || path.isAbsolute(inside)) return { lost: 'outside' };
    const file = inside.split(path.sep).join('/');
    const open = documents.get(pathToFileURL(real).href);
    if (open) return { file, text: open.getText() };
    return textAt(real, file);
  }

  async #rootOf(file: string): Promise<string> {
    const parts = path.dirname(file).split(path.sep);
    const scenarios = parts.lastIndexOf('scenarios');
    if (scenarios > 0) return parts.slice(0, scenarios).join(path.sep) || path.parse(file).root;
    const folders = await Promise.all(this.#folders.map((folder) => realpath(folder).catch(() => folder)));
    const around = folders.filter((folder) => !path.relative(folder, file).startsWith('..'));
    return around.sort((a, b) => b.length - a.length)[0] ?? path.dirname(file);
  }
}

async function textAt(real: string, file: string): Promise<FileRead> {
  try {
    const found = await stat(real);
    if (!found.isFile()) return { lost: 'unreadable' };
    if (found.size > LARGEST) return { lost: 'large' };
    return { file, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(real)) };
  } catch (error) {
    return { lost: error instanceof TypeError ? 'not utf-8' : 'unreadable' };
  }
}

/** The file of an address; null for a document that stands in no file. */
export function fileOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
