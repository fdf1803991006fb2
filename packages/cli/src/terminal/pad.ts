import { displayWidth } from '@benchbook/dsl';

/** The text with blanks added up to a display width, on the right (`left` aligned) or on the left. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}
