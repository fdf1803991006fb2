import MarkdownIt from 'markdown-it';
import { escape } from '../docs/escape.js';

/** Raw HTML of a document is shown as text, except comments, which are not shown. */
const raw = (html: string): string => {
  const rest = html.replaceAll(/<!--[\s\S]*?-->/g, '');
  return rest.trim() === '' ? '' : escape(rest);
};

/**
 * The prose of a Markdown document as HTML, none of it trusted.
 *
 * @param cellAt what stands in place of the block whose fence is on a line (1-based); null for a block that is only shown
 */
export function proseHtml(
  source: string,
  cellAt: (line: number) => string | null,
): { readonly html: string; readonly title: string } {
  const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table', 'strikethrough']);
  const { rules } = markdown.renderer;
  rules.html_block = (tokens, index) => {
    const text = raw(tokens[index]?.content ?? '');
    return text === '' ? '' : `<p>${text}</p>\n`;
  };
  rules.html_inline = (tokens, index) => raw(tokens[index]?.content ?? '');
  const shown = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const cell = token?.level === 0 && token.map !== null ? cellAt(token.map[0] + 1) : null;
    return cell ?? shown?.(tokens, index, options, env, self) ?? '';
  };
  const tokens = markdown.parse(source.replace(/^\uFEFF/, ''), {});
  const heading = tokens.findIndex(({ type }) => type === 'heading_open');
  const title = (tokens[heading + 1]?.children ?? []).map(({ content }) => content).join('');
  return { html: markdown.renderer.render(tokens, markdown.options, {}), title: heading < 0 ? 'Benchbook' : title };
}
