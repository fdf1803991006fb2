import { displayWidth } from '@benchbook/dsl';

/** Pieces that a line may be broken between: words with their following blanks, and single wide characters. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  const flush = (): void => {
    if (word !== '') found.push(word);
    word = '';
  };
  for (const character of text) {
    if (displayWidth(character) === 2 && /\p{L}/u.test(character)) {
      flush();
      word = character;
    } else if (character === ' ') {
      word += character;
      flush();
    } else if (
      word.length > 0 &&
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(word) &&
      /[\p{L}\p{N}]/u.test(character)
    ) {
      flush();
      word = character;
    } else {
      word += character;
    }
  }
  flush();
  return found;
}

/** A piece wider than a line, cut into parts that fit. */
function cut(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && displayWidth(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}

/**
 * Breaks a text into lines of at most `width` columns, between words or between Chinese characters; punctuation stays
 * with what stands before it.
 */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(2, width);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of pieces(paragraph).flatMap((each) =>
      displayWidth(each.trimEnd()) > limit ? cut(each, limit) : [each],
    )) {
      if (line !== '' && displayWidth(line + piece.trimEnd()) > limit) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
