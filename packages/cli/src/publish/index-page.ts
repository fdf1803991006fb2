import type { Language } from '@benchbook/engine';
import { styles } from '@benchbook/ui/pictures';
import { escape } from '../docs/escape.js';
import type { Words } from '../language/words.js';
import { STYLE } from '../notebook/style.js';
import type { SitePage } from './site.js';

/** The first page of a site: its notebooks, then its rulebooks. */
export function indexPage(pages: readonly SitePage[], language: Language, { publish }: Words): string {
  const listed = (kind: SitePage['kind']): string => {
    const own = pages.filter((one) => one.kind === kind);
    if (own.length === 0) return '';
    const items = own.map(
      ({ page, title, made }) =>
        `<li><a href="${escape(page.split('/').map(encodeURIComponent).join('/'))}">${escape(title)}</a> <span class="made">${escape(publish.made(made.slice(0, 16).replace('T', ' ')))}</span></li>`,
    );
    return `<h2>${escape(publish.kinds[kind])}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  };
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(publish.title)}</title>`,
    `<style>${styles()}\n${STYLE}\n.made { color: var(--ink-3); font-size: .85rem; margin-left: .5rem; }</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escape(publish.title)}</h1>`,
    listed('notebook'),
    listed('rulebook'),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
