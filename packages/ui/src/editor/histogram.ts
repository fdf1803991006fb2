import type { Bin } from '@benchbook/dsl';

const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, HEIGHT] = [220, 40];

/** How values are spread, small enough for a tooltip; the same figures stand beside it in words. */
export function histogram(bins: readonly Bin[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', String(WIDTH));
  svg.setAttribute('height', String(HEIGHT));
  svg.setAttribute('aria-hidden', 'true');
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = WIDTH / bins.length;
  for (const [index, { count }] of bins.entries()) {
    // A bin that holds anything is seen, however few it holds.
    const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
    const bar = document.createElementNS(SVG, 'rect');
    bar.setAttribute('x', String(index * step + 0.5));
    bar.setAttribute('y', String(HEIGHT - height));
    bar.setAttribute('width', String(Math.max(1, step - 1)));
    bar.setAttribute('height', String(height));
    bar.setAttribute('fill', 'currentColor');
    svg.append(bar);
  }
  return svg;
}
