/** Scripts and signs that take two columns in a terminal and in a fixed-width editor. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const NARROWLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many terminal columns the text takes; a tab counts as one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (WIDE.test(character)) return 2;
  return NARROWLESS.test(character) ? 0 : 1;
}
