import { escape } from '../docs/escape.js';

export const WIKIS = ['confluence', 'mediawiki', 'github', 'gitlab', 'notion', 'sharepoint', 'html'] as const;
export type Wiki = (typeof WIKIS)[number];

export interface Embedding {
  readonly id: string;
  readonly title: string;
  /** Where the files of charts lie, without a slash at the end. */
  readonly address: string;
  /** Of the picture, in CSS pixels. */
  readonly height: number;
}

/** What is written into a page of a wiki so that it shows a chart whose files lie at an address. */
export function snippetFor(wiki: Wiki, { id, title, address, height }: Embedding): string {
  const file = (form: string): string => `${address}/${encodeURIComponent(id)}${form}`;
  const attribute = escape(title);
  switch (wiki) {
    case 'html':
    case 'sharepoint':
      return `<iframe src="${escape(file('.html'))}" title="${attribute}" width="100%" height="${String(height)}" loading="lazy" sandbox style="border:0"></iframe>`;
    case 'confluence':
      return [
        '<ac:structured-macro ac:name="iframe">',
        `  <ac:parameter ac:name="src"><ri:url ri:value="${escape(file('.html'))}"/></ac:parameter>`,
        `  <ac:parameter ac:name="title">${attribute}</ac:parameter>`,
        '  <ac:parameter ac:name="width">100%</ac:parameter>',
        `  <ac:parameter ac:name="height">${String(height)}</ac:parameter>`,
        '  <ac:parameter ac:name="frameborder">hide</ac:parameter>',
        '</ac:structured-macro>',
      ].join('\n');
    case 'mediawiki':
      return `[[File:${id}.svg|frameless|upright=3|alt=${wikiText(title)}|link=${file('.html')}]]`;
    case 'github':
      return [
        `<a href="${escape(file('.html'))}">`,
        '  <picture>',
        `    <source media="(prefers-color-scheme: dark)" srcset="${escape(file('.dark.svg'))}">`,
        `    <img alt="${attribute}" src="${escape(file('.svg'))}">`,
        '  </picture>',
        '</a>',
      ].join('\n');
    case 'gitlab':
      return `[![${markdownText(title)}](${file('.svg')})](${file('.html')})`;
    case 'notion':
      return file('.html');
  }
}

/** Pipes and brackets part the options of a file. */
const wikiText = (text: string): string => text.replaceAll(/[[\]|{}]/g, ' ').replaceAll(/\s+/g, ' ');
const markdownText = (text: string): string => text.replaceAll(/[[\]\\]/g, '\\$&').replaceAll(/\s+/g, ' ');
