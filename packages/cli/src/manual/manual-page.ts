import MarkdownIt from 'markdown-it';
import { escape } from '../docs/escape.js';

/** Markup in a page is shown as text: a page is words, tables and pictures. */
const markdown = new MarkdownIt({ html: false });

type Token = ReturnType<typeof markdown.parse>[number];

/**
 * A page of the documentation as HTML: headings can be linked to as on a code host, and links that lead out of the documentation, to a source
 * file, are plain text.
 *
 * @param path of the page below `docs/`: `diagnostics/B203.md`
 */
export function manualPage(text: string, path: string): string {
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    const words = tokens[index + 1];
    if (token.type === 'heading_open' && words) token.attrSet('id', anchor(words.content));
    if (token.children) token.children = withoutStrays(token.children, path);
  }
  const home = '../'.repeat(path.split('/').length - 1);
  const isChinese = path.endsWith('.zh.md');
  const heading = tokens.findIndex(({ type }) => type === 'heading_open');
  return [
    '<!doctype html>',
    `<html lang="${isChinese ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(tokens[heading + 1]?.content ?? path)} · Benchbook</title>`,
    `<link rel="stylesheet" href="${home}manual.css">`,
    '<link rel="icon" href="data:,">',
    '</head>',
    `<body><main>${menu(home, isChinese)}`,
    markdown.renderer.render(tokens, markdown.options, {}),
    '</main></body>',
    '</html>',
    '',
  ].join('\n');
}

const CONTENTS = [
  { page: 'guides/first-rulebook', en: 'First rulebook', zh: '第一份规则手册' },
  { page: 'language/reference', en: 'Language', zh: '语言' },
  { page: 'reference/command', en: 'Command', zh: '命令' },
] as const;

/** The ways on from every page; messages have their pages in English only. */
function menu(home: string, isChinese: boolean): string {
  const links = CONTENTS.map(({ page, en, zh }) => {
    const [file, title] = isChinese ? [`${page}.zh.md`, zh] : [`${page}.md`, en];
    return `<a href="${home}${file}">${title}</a>`;
  });
  const messages = `<a href="${home}diagnostics/README.md">${isChinese ? '提示信息' : 'Messages'}</a>`;
  return `<nav>${[...links, messages].join(' ')}</nav>`;
}

/** As code hosts make them of a heading: small letters, hyphens for spaces, no other signs. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** Links to what the server does not have lose their target, and keep their words. */
function withoutStrays(tokens: readonly Token[], path: string): Token[] {
  let isStray = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') isStray = !leadsSomewhere(String(token.attrGet('href') ?? ''), path);
    return !isStray || (token.type !== 'link_open' && token.type !== 'link_close');
  });
}

function leadsSomewhere(href: string, path: string): boolean {
  const from = `http://manual/here/docs/${path}`;
  if (!URL.canParse(href, from)) return false;
  const url = new URL(href, from);
  return url.host !== 'manual' || url.pathname.startsWith('/here/docs/');
}
