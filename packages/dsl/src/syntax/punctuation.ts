/**
 * Full-width and typographic signs and the ASCII sign each is read as outside texts and cells. Every one is a single
 * UTF-16 unit on both sides, so offsets never move.
 */
const TWINS: ReadonlyMap<string, string> = new Map([
  ...twins('，、；：（）［］【】', ',,;:()[][]'),
  ...twins('＝＞＜＋－−＊×／÷％．！＿', '=><+--**//%.!_'),
  ...twins('　\u00A0\uFEFF\r', '    '),
  ...twins('０１２３４５６７８９', '0123456789'),
]);

const HAS_TWIN = new RegExp(`[${[...TWINS.keys()].join('')}]`);

function twins(from: string, to: string): [string, string][] {
  return [...from].map((sign, index) => [sign, to[index] ?? sign]);
}

/** The sign the language reads; itself for most. */
export const asciiTwin = (sign: string): string => TWINS.get(sign) ?? sign;

/** The text as the grammar reads it: twins replaced outside quoted texts. The length stays the same. */
export function codeView(text: string): string {
  return HAS_TWIN.test(text) ? mapOutsideTexts(text, asciiTwin) : text;
}

function mapOutsideTexts(text: string, change: (sign: string) => string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const end = skipText(text, at);
    if (end > at) {
      out += text.slice(at, end);
      at = end;
    } else {
      out += change(text.charAt(at));
      at++;
    }
  }
  return out;
}

/** The offset just after the quoted text that begins at `at`; `at` itself when none begins there or it is never closed. */
export function skipText(text: string, at: number): number {
  const quote = text.charAt(at);
  if (quote === '"') {
    for (let index = at + 1; index < text.length && text.charAt(index) !== '\n'; index++) {
      if (text.charAt(index) === '\\') index++;
      else if (text.charAt(index) === '"') return index + 1;
    }
  } else if (isTypographicQuote(quote)) {
    for (let index = at + 1; index < text.length && text.charAt(index) !== '\n'; index++) {
      if (isTypographicQuote(text.charAt(index))) return index + 1;
    }
  }
  return at;
}

const isTypographicQuote = (sign: string): boolean => sign === '“' || sign === '”' || sign === '＂';
