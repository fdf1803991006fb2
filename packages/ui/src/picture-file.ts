import { svg as element } from './charts/dom.js';
import { estimatedWidth } from './charts/text-width.js';

const LEGEND_HEIGHT = 24;
const SIZE = 12;

/** A chart's picture with a ground of its own and its legend above it: outside the page nothing stands around it. */
export function onItsOwn(picture: SVGSVGElement, legend: Element | null): SVGSVGElement {
  const keys = legend === null ? [] : keysOf(legend);
  const above = keys.length === 0 ? 0 : LEGEND_HEIGHT;
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  const label = picture.getAttribute('aria-label');
  for (const name of ['class', 'role', 'aria-label', 'font-family', 'font-size']) picture.removeAttribute(name);
  picture.setAttribute('y', String(above));
  if (picture.getAttribute('fill') === 'currentColor') picture.setAttribute('fill', 'var(--ink-3)');
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: height + above,
      viewBox: `0 0 ${String(width)} ${String(height + above)}`,
      role: 'img',
      'aria-label': label,
      'font-family': 'sans-serif',
      'font-size': SIZE,
    },
    element('rect', { width, height: height + above, fill: 'var(--surface)' }),
    ...drawnKeys(keys),
    picture,
  );
}

interface Key {
  readonly color: string;
  readonly name: string;
}

/** A legend's swatches, each with the text after it. */
function keysOf(legend: Element): readonly Key[] {
  return [...legend.querySelectorAll('.key')].map((key) => ({
    color: /var\(--[\w-]+\)/.exec(key.getAttribute('style') ?? '')?.[0] ?? 'var(--bar)',
    name: key.nextSibling?.textContent?.trim() ?? '',
  }));
}

function drawnKeys(keys: readonly Key[]): readonly SVGElement[] {
  let x = 4;
  return keys.flatMap(({ color, name }) => {
    const at = x;
    x += estimatedWidth(name, SIZE) + 32;
    return [
      element('rect', { x: at, y: 7, width: 10, height: 10, fill: color }),
      element('text', { x: at + 15, y: 16, fill: 'var(--ink)' }, name),
    ];
  });
}
