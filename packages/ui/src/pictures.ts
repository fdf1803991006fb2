/** The charts outside a browser: the same pictures, as text. Needs Node. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { drawInto } from './charts/dom.js';
import * as gallery from './charts/gallery.js';
import { formatFor } from './language/format.js';
import { wordsOf, type Language } from './language/language.js';
import { onItsOwn } from './picture-file.js';

type Gallery = typeof gallery;
export type PictureName = keyof Gallery;
export type PictureData<Name extends PictureName> = Parameters<Gallery[Name]>[0];

export interface PictureOptions {
  readonly language: Language;
  /** In CSS pixels. */
  readonly width: number;
  /** Of a picture as a file; light by default. */
  readonly theme?: Theme;
}

export type Theme = 'light' | 'dark';

const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
drawInto(document);

/** A chart as HTML: a `figure` with its title, its picture and the table of its figures. Colours are those of `styles()`. */
export function picture<Name extends PictureName>(
  name: Name,
  data: PictureData<Name>,
  options: PictureOptions,
): string {
  return drawn(name, data, options).outerHTML;
}

/**
 * The picture alone as an SVG file of its own with its legend, in the colours of a theme; null for a chart that is a table or a
 * text rather than a picture.
 */
export function svgFile<Name extends PictureName>(
  name: Name,
  data: PictureData<Name>,
  options: PictureOptions,
): string | null {
  const figure = drawn(name, data, options);
  const svg = figure.querySelector('svg');
  return svg === null
    ? null
    : `${withColours(asXml(onItsOwn(svg, figure.querySelector('.legend')).outerHTML), options.theme ?? 'light')}\n`;
}

/** The style sheets that the pictures of `picture()` are drawn for. */
export const styles = (): string => ['tokens.css', 'charts.css'].map(styleSheet).join('\n');

function drawn<Name extends PictureName>(
  name: Name,
  data: PictureData<Name>,
  { language, width }: PictureOptions,
): HTMLElement {
  const draw = gallery[name] as (data: PictureData<Name>, options: object) => HTMLElement;
  return draw(data, { words: wordsOf(language), format: formatFor(language), width });
}

function styleSheet(name: string): string {
  const own = createRequire(import.meta.url).resolve('@benchbook/ui/package.json');
  return readFileSync(path.join(path.dirname(own), 'src', 'styles', name), 'utf8');
}

/** HTML allows `<` inside an attribute, XML does not. */
const asXml = (text: string): string => text.replaceAll(/="[^"]*"/g, (attribute) => attribute.replaceAll('<', '&lt;'));

/** A file of its own has no page around it that says what `var(--ink)` is. */
function withColours(text: string, theme: Theme): string {
  const colours = coloursOf(theme);
  return text.replaceAll(/var\(--([\w-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole);
}

const COLOURS = new Map<Theme, ReadonlyMap<string, string>>();

function coloursOf(theme: Theme): ReadonlyMap<string, string> {
  const known = COLOURS.get(theme);
  if (known) return known;
  const both = styleSheet('tokens.css').matchAll(
    /--([\w-]+):\s*light-dark\((#\w+|rgb\([^)]*\)),\s*(#\w+|rgb\([^)]*\))\)/g,
  );
  const found = new Map(
    [...both].map(([, name = '', light = '', dark = '']) => [name, theme === 'dark' ? dark : light]),
  );
  COLOURS.set(theme, found);
  return found;
}
