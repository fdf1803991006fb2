import { byPlace, diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LostReason } from '../diagnostics/lost-files.js';
import type { Span } from '../text/span.js';
import { clauseOf } from './clauses.js';
import type { Declaration } from './nodes.js';
import { pathFrom } from './paths.js';
import type { Tree } from './tree.js';

/** Files read as one rulebook: one scope, whatever file a name stands in. */
export interface Program {
  /** The file that was asked for, then those it uses. */
  readonly files: readonly Tree[];
  /** What a file uses comes before what it declares itself. */
  readonly declarations: readonly Declaration[];
  /** What is wrong with the spelling of any of the files, and with what they use. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that are used and could not be read, by their paths in the project. */
  readonly lost: readonly string[];
}

/** A `use` line. */
export interface UsedFile {
  /** As it is written. */
  readonly written: string;
  /** The path in the project; null when it leads out of it. */
  readonly path: string | null;
  /** The quoted path. */
  readonly span: Span;
  /** The whole line. */
  readonly whole: Span;
}

/** The files that a file uses, in the order of its lines. */
export function usesOf(tree: Tree): UsedFile[] {
  return tree.declarations.flatMap((declaration) => {
    const path = declaration.noun === 'use' ? clauseOf(declaration, 'use')?.path : undefined;
    return path === undefined
      ? []
      : [{ written: path.text, path: pathFrom(tree.file, path.text), span: path.span, whole: declaration.span }];
  });
}

/** What was found at the paths that files use: a tree of its own `base`, or why there is none. */
export type Found = ReadonlyMap<string, Tree | LostReason>;

/**
 * Puts a file and those it uses together. Two paths may lead to one tree, which then is there once; a path that nothing
 * was found for counts as absent.
 */
export function link(entry: Tree, found: Found = new Map()): Program {
  const linking = new Linking(entry, found);
  linking.visit(entry);
  const { order, diagnostics, lost } = linking;
  return {
    files: order.toSorted((a, b) => a.base - b.base),
    declarations: order.flatMap((tree) => tree.declarations),
    diagnostics: [...order.flatMap((tree) => tree.diagnostics), ...diagnostics].sort(byPlace),
    lost: [...lost],
  };
}

class Linking {
  /** Each file after those it uses. */
  readonly order: Tree[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly lost = new Set<string>();
  readonly #open: Tree[] = [];

  constructor(
    private readonly entry: Tree,
    private readonly found: Found,
  ) {}

  visit(tree: Tree): void {
    this.#open.push(tree);
    for (const use of usesOf(tree)) this.#follow(use);
    this.#open.pop();
    this.order.push(tree);
  }

  #at(path: string): Tree | LostReason {
    return path === this.entry.file ? this.entry : (this.found.get(path) ?? 'absent');
  }

  #follow({ written, path, span, whole }: UsedFile): void {
    const found = path === null ? 'outside' : this.#at(path);
    if (typeof found === 'string') {
      this.lost.add(path ?? written);
      this.diagnostics.push(diagnostic('B018', span, { path: written, why: found }));
      return;
    }
    const since = this.#open.indexOf(found);
    if (since >= 0) {
      const names = [...this.#open.slice(since), found].map((tree) => tree.file);
      this.diagnostics.push(diagnostic('B019', span, { files: names }, { fix: { span: whole, replacement: '' } }));
    } else if (!this.order.includes(found)) this.visit(found);
  }
}
