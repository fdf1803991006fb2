import { plot, type PlotOptions } from '@observablehq/plot';
import type { Format } from '../language/format.js';
import { isLive, pageOf } from './dom.js';
import { estimatedWidth } from './text-width.js';

/**
 * Plot with the page's type and without its own style element, which a strict content policy would refuse; charts.css holds
 * those few rules.
 */
export function draw(options: PlotOptions): Element {
  const picture = plot({
    document: pageOf(),
    marginTop: 8,
    marginRight: 16,
    marginBottom: 32,
    marginLeft: 56,
    className: 'plot',
    ...options,
  });
  for (const style of picture.querySelectorAll('style')) style.remove();
  return picture;
}

/** A number on an axis: percentages whole, large numbers short. */
export function axisNumber(
  kind: 'text' | 'number' | 'percent' | 'count' | undefined,
  format: Format,
): (value: number) => string {
  return (value) => {
    if (kind === 'percent') return format.percent(value, 0);
    return Math.abs(value) >= 10_000 ? format.short(value) : format.number(value);
  };
}

/** Room for labels on the left: Plot does not measure text and clips what is longer than its margin. */
export function marginFor(labels: readonly string[], most: number, size = 12): number {
  const widest = labels.reduce((widest, label) => Math.max(widest, textWidth(label, size)), 0);
  return Math.min(most, Math.ceil(widest) + 16);
}

let pen: CanvasRenderingContext2D | null = null;

/** How wide a text is drawn in the page's type, in CSS pixels. */
export function textWidth(text: string, size = 12): number {
  if (!isLive()) return estimatedWidth(text, size);
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * size;
  pen.font = `${String(size)}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

/** A text cut to a width, an ellipsis in place of what is left away. */
export function fit(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidth(kept + letter, size) > width - size) break;
    kept += letter;
  }
  return `${kept}…`;
}
