/*
 * As much of CommonMark's block structure as it takes to tell a fenced block of the document itself from one inside a
 * list, a quotation or raw HTML, which are no cells. Section numbers are those of CommonMark 0.31.2.
 */

export const isBlankLine = (line: string): boolean => /^[ \t]*$/.test(line);

/** What opens a fenced block (4.5). */
export interface FenceLine {
  readonly sign: '`' | '~';
  readonly length: number;
  readonly info: string;
}

export function opensFence(text: string): FenceLine | null {
  const found = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/.exec(text);
  if (found === null) return null;
  const [, ticks, tickInfo, tildes = '', tildeInfo] = found;
  return {
    sign: ticks === undefined ? '~' : '`',
    length: (ticks ?? tildes).length,
    info: (tickInfo ?? tildeInfo ?? '').trim(),
  };
}

/** A closing fence is of the same sign, at least as long, and says nothing more. */
export function closesFence(text: string, { sign, length }: FenceLine): boolean {
  const found = /^(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
  return found !== undefined && found.startsWith(sign) && found.length >= length;
}

export const isThematicBreak = (text: string): boolean => /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(text);
export const isHeading = (text: string): boolean => /^#{1,6}(?:[ \t]|$)/.test(text);
/** The line under a paragraph that makes a heading of it (4.3). */
export const isUnderline = (text: string): boolean => /^(?:=+|-+)[ \t]*$/.test(text);

/** What begins a list item (5.2): its marker, and how much of the text after it still belongs to the marker. */
export function listMarker(text: string, interruptsParagraph: boolean): { readonly marker: string } | null {
  const found = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(text);
  if (found === null) return null;
  const [marker, number] = found;
  const isEmpty = isBlankLine(text.slice(marker.length));
  const interrupts = !isEmpty && (number === undefined || Number(number) === 1);
  return interruptsParagraph && !interrupts ? null : { marker };
}

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const ATTRIBUTE = String.raw`[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
const WHOLE_TAG = new RegExp(
  String.raw`^(?:<[A-Za-z][A-Za-z0-9-]*(?:${ATTRIBUTE})*[ \t]*/?>|</[A-Za-z][A-Za-z0-9-]*[ \t]*>)[ \t]*$`,
);

/** How each kind of raw HTML begins and what its last line holds; null: it ends before a blank line (4.6). */
const HTML: readonly (readonly [begins: RegExp, ends: RegExp | null])[] = [
  [/^<(?:pre|script|style|textarea)(?:[ \t>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${BLOCK_TAGS})(?:[ \\t]|/?>|$)`, 'i'), null],
];

/** What the last line of the raw HTML holds that a line begins; `blank`: it ends before a blank line. */
export function beginsHtml(text: string, interruptsParagraph: boolean): RegExp | 'blank' | null {
  const found = HTML.find(([begins]) => begins.test(text));
  if (found) return found[1] ?? 'blank';
  return !interruptsParagraph && WHOLE_TAG.test(text) ? 'blank' : null;
}
