import type { Language } from '@benchbook/engine';
import { picture, styles, svgFile, type Theme } from '@benchbook/ui/pictures';
import { escape } from '../docs/escape.js';
import type { Identity } from '../publish/identity.js';
import type { Chart } from './charts-of.js';
import { shownRows, toCsv, toMarkdown } from './table.js';

export const CHART_FORMATS = ['svg', 'png', 'html', 'csv', 'json', 'md'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

export interface Making {
  readonly language: Language;
  readonly theme: Theme;
  /** Pixels of a PNG to one of the picture. */
  readonly scale: 1 | 2;
  readonly about: string;
  readonly identity: Identity;
  readonly made: string;
}

const WIDTH = 720;

/** A chart in one of its forms; null for a picture of what is a table. */
export async function chartIn(format: ChartFormat, chart: Chart, making: Making): Promise<string | Uint8Array | null> {
  switch (format) {
    case 'svg':
      return svgOf(chart, making);
    case 'png': {
      const svg = svgOf(chart, making);
      return svg === null ? null : await pngOf(svg, making.scale);
    }
    case 'html':
      return htmlOf(chart, making);
    case 'csv':
      return toCsv(chart.show);
    case 'json':
      return jsonOf(chart, making);
    case 'md':
      return toMarkdown(chart.show, making.about);
  }
}

const dataOf = ({ show, levels }: Chart) => ({ show, levels, rule: null });

/** One file without script, web font, style sheet or anything from elsewhere; what it is stands in it for readers and programs. */
function svgOf(chart: Chart, { language, theme, about }: Making): string | null {
  const svg = svgFile('show', dataOf(chart), { language, width: WIDTH, theme });
  if (svg === null) return null;
  const told = `<title>${escape(chart.show.title)}</title><desc>${escape(`${inWords(chart)} ${about}`)}</desc>`;
  return svg.replace(/^(<svg\b[^>]*>)/, (opening: string) => opening + told);
}

/** The figures as a sentence, as far as somebody listens: the first rows, and how many more there are. */
function inWords({ show }: Chart): string {
  const rows = shownRows(show);
  const told = rows.slice(0, MOST_TOLD).map((row) => row.join(' '));
  return `${told.join('; ')}${rows.length > MOST_TOLD ? `; … (${String(rows.length)})` : ''}.`;
}

const MOST_TOLD = 12;

/** Drawn with the fonts of the machine: Chinese text needs one that has it. */
async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  // Its binary is loaded for whoever wants a PNG alone.
  const { Resvg } = await import('@resvg/resvg-js');
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: true, sansSerifFamily: 'Noto Sans CJK SC', defaultFontFamily: 'Noto Sans CJK SC' },
  });
  return drawing.render().asPng();
}

function htmlOf(chart: Chart, { language, theme, about }: Making): string {
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta property="og:title" content="${escape(chart.show.title)}">`,
    `<meta property="og:description" content="${escape(inWords(chart))}">`,
    `<title>${escape(chart.show.title)}</title>`,
    `<style>${styles()}\n:root { color-scheme: ${theme}; } body { margin: 0; padding: .75rem; background: var(--surface); color: var(--ink); font: 14px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; } figure { margin: 0; overflow-x: auto; } footer { margin-top: .5rem; color: var(--ink-3); font-size: .75rem; }</style>`,
    '</head>',
    '<body>',
    picture('show', dataOf(chart), { language, width: WIDTH }),
    `<footer>${escape(about)}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function jsonOf({ id, show }: Chart, { identity, made }: Making): string {
  const { title, form, columns, rows } = show;
  return `${JSON.stringify({ schema: 'benchbook.chart/1', id, title, form, columns, rows, made, identity }, null, 2)}\n`;
}

/** Room for the line that says what a chart is, and for the table's summary. */
const AROUND = 110;
/** Of what is a table: it scrolls. */
const TABLE_HEIGHT = 480;

/** How high a frame has to be for a chart's HTML, in CSS pixels. */
export function heightOf(chart: Chart, language: Language): number {
  const svg = svgFile('show', dataOf(chart), { language, width: WIDTH });
  const height = Number(/\bheight="(\d+(?:\.\d+)?)"/.exec(svg ?? '')?.[1] ?? NaN);
  return Number.isFinite(height) ? Math.ceil(height) + AROUND : TABLE_HEIGHT;
}
