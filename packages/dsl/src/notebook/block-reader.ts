import {
  beginsHtml,
  closesFence,
  isHeading,
  isThematicBreak,
  isUnderline,
  listMarker,
  opensFence,
} from './markdown-blocks.js';
import type { FenceLine } from './markdown-blocks.js';
import { RestOfLine } from './rest-of-line.js';

/** A list item (the column at which its content begins, and whether it has any), or a quotation. */
type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly width: number; isEmpty: boolean };

/** The block that takes the lines at hand. */
type Leaf =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'html'; readonly end: RegExp | 'blank' }
  | { readonly kind: 'fence'; readonly fence: FenceLine };

/** What a line did to a fenced block of the document itself. */
export type FenceEvent =
  { readonly kind: 'opened'; readonly fence: FenceLine; readonly indent: number } | { readonly kind: 'closed' };

/**
 * Goes through the lines of a Markdown document as CommonMark's own algorithm does (its appendix): first what is open
 * is gone on with or not, then what the rest of the line begins.
 */
export class BlockReader {
  #containers: Container[] = [];
  #leaf: Leaf | null = null;

  /** Reads the next line, without its ending. */
  read(line: string): FenceEvent | null {
    const rest = new RestOfLine(line);
    const matched = this.#goOn(rest);
    const all = matched === this.#containers.length;
    if (all && this.#leaf !== null && this.#leaf.kind !== 'paragraph') return this.#inLeaf(this.#leaf, rest);
    return this.#begin(rest, matched);
  }

  /** How many of the containers the line goes on with. */
  #goOn(rest: RestOfLine): number {
    for (const [index, container] of this.#containers.entries()) {
      if (container.kind === 'quote') {
        if (rest.isDeep || !rest.text.startsWith('>')) return index;
        takeQuote(rest);
      } else if (rest.isBlank) {
        if (container.isEmpty) return index;
      } else if (rest.indent >= container.width) rest.take(container.width);
      else return index;
    }
    return this.#containers.length;
  }

  #inLeaf(leaf: Exclude<Leaf, { kind: 'paragraph' }>, rest: RestOfLine): FenceEvent | null {
    if (leaf.kind === 'html') {
      if (leaf.end === 'blank' ? rest.isBlank : leaf.end.test(rest.text)) this.#leaf = null;
      return null;
    }
    if (rest.isDeep || !closesFence(rest.text, leaf.fence)) return null;
    this.#leaf = null;
    return this.#containers.length === 0 ? { kind: 'closed' } : null;
  }

  #begin(rest: RestOfLine, matched: number): FenceEvent | null {
    // A paragraph whose containers the line does not go on with may still go on: the line is a lazy one.
    const mayBeLazy = this.#leaf?.kind === 'paragraph';
    let inParagraph = mayBeLazy && matched === this.#containers.length;
    let open = matched;
    while (!rest.isDeep && !rest.isBlank) {
      const container = containerOf(rest, inParagraph);
      if (container === null) break;
      this.#close(open);
      this.#fill();
      this.#containers.push(container);
      open = this.#containers.length;
      inParagraph = false;
    }
    return this.#beginLeaf(rest, open, { inParagraph, isLazy: this.#leaf?.kind === 'paragraph' });
  }

  #beginLeaf(
    rest: RestOfLine,
    open: number,
    { inParagraph, isLazy }: { inParagraph: boolean; isLazy: boolean },
  ): FenceEvent | null {
    if (!rest.isBlank && !rest.isDeep) {
      const { text } = rest;
      const fence = opensFence(text);
      const html = fence === null ? beginsHtml(text, isLazy) : null;
      const ends = isHeading(text) || isThematicBreak(text) || (inParagraph && isUnderline(text));
      if (fence !== null || html !== null || ends) {
        this.#close(open);
        this.#fill();
        if (fence !== null) this.#leaf = { kind: 'fence', fence };
        else if (html !== null && (html === 'blank' || !html.test(text))) this.#leaf = { kind: 'html', end: html };
        return fence !== null && open === 0 ? { kind: 'opened', fence, indent: rest.indent } : null;
      }
    }
    if (isLazy && !rest.isBlank) return null;
    this.#close(open);
    if (rest.isBlank) return null;
    this.#fill();
    if (!rest.isDeep) this.#leaf = { kind: 'paragraph' };
    return null;
  }

  #close(open: number): void {
    this.#containers.length = open;
    this.#leaf = null;
  }

  #fill(): void {
    const last = this.#containers.at(-1);
    if (last?.kind === 'item') last.isEmpty = false;
  }
}

/** The container that the rest of a line begins, its mark taken off. */
function containerOf(rest: RestOfLine, inParagraph: boolean): Container | null {
  const { text, indent } = rest;
  if (text.startsWith('>')) {
    takeQuote(rest);
    return { kind: 'quote' };
  }
  if (isThematicBreak(text) || (inParagraph && isUnderline(text))) return null;
  const found = listMarker(text, inParagraph);
  if (found === null) return null;
  rest.take(indent + found.marker.length);
  // Content after five columns or more is indented code, which begins one column after the marker.
  const room = rest.isBlank || rest.indent > 4 ? 1 : rest.indent;
  rest.take(room);
  return { kind: 'item', width: indent + found.marker.length + room, isEmpty: true };
}

function takeQuote(rest: RestOfLine): void {
  rest.take(rest.indent + 1);
  if (rest.indent > 0) rest.take(1);
}
