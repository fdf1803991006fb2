/** A path in its parts: `by_industry[金融服务业].contact_density` is a name, a key of one text and one member. */
export interface Path {
  readonly name: string;
  /** null: no brackets. */
  readonly key: readonly string[] | null;
  readonly members: readonly string[];
}

const PLAIN = /^(?:\p{L}-(?=\p{L})|[\p{L}\p{N}_])+$/u;

/** A name as a path writes it: quoted where it would not be read as one word. */
export const pathWord = (text: string): string => (PLAIN.test(text) ? text : quoted(text));

/** The brackets of a row: `[金融服务业]`, `[passed(contact_density)]`; nothing for a row without a key. */
export const pathKey = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `[${texts.map((text) => (isBracketSafe(text) ? text : quoted(text))).join(', ')}]`;

/** The one way a path is written. */
export function printPath({ name, key, members }: Path): string {
  return [`${pathWord(name)}${pathKey(key ?? [])}`, ...members.map(pathWord)].join('.');
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Whether a text reads as itself between brackets: brackets inside it are in pairs, and no quote begins it. */
function isBracketSafe(text: string): boolean {
  if (text === '' || text !== text.trim() || /^["“”＂]|\n/.test(text)) return false;
  let depth = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
