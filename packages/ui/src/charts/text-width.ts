/** Widths in parts of the type size, as common sans-serif faces have them. */
const NARROW = /[ijlI.,:;'|!() [\]·]/;
const WIDE = /[mwMW@%—]/;
const CAPITAL = /[A-Z]/;
/** Chinese characters, full-width signs and everything that stands in a square of its own. */
const SQUARE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** About how wide a text will be where nothing can measure it, in CSS pixels: rather a little too wide than cut off. */
export function estimatedWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += partOf(sign);
  return width * size;
}

function partOf(sign: string): number {
  if (SQUARE.test(sign)) return 1;
  if (NARROW.test(sign)) return 0.33;
  if (WIDE.test(sign)) return 0.92;
  return CAPITAL.test(sign) ? 0.7 : 0.58;
}
