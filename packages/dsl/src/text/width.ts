/** Scripts and signs that take two columns in a terminal and in a fixed-width editor. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const NARROWLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Several characters that are drawn as one picture: a flag, a sign made a picture, a family joined from people. */
const PICTURES =
  /\p{Regional_Indicator}{2}|[\p{Extended_Pictographic}\d#*](?:\p{Emoji_Modifier}|\uFE0F\u20E3?)?(?:\u200D\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)*/gu;
const MAY_HOLD_PICTURES = /[\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u200D]/u;

/** How many terminal columns the text takes; a tab counts as one. */
export function displayWidth(text: string): number {
  if (!MAY_HOLD_PICTURES.test(text)) return widthOf(text);
  return widthOf(text.replace(PICTURES, (found) => ([...found].length > 1 ? '　' : found)));
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (WIDE.test(character)) return 2;
  return NARROWLESS.test(character) ? 0 : 1;
}
