import type { Words } from '../language/words.js';
import type { Graph } from './graph.js';
import type { Entry, Page, Part } from './page.js';

/**
 * A page on a rulebook as Markdown; the graph as Mermaid, which wikis draw, and as a picture beside it.
 *
 * @param picture the SVG file's name; null when there is none
 */
export function toMarkdownPage(page: Page, picture: string | null, { docs }: Words): string {
  const by = [page.version === null ? null : docs.version(page.version), page.files.map(code).join(', ')];
  const lines = [
    `# ${text(page.title)}`,
    by.filter((part) => part !== null).join(' · '),
    ...(page.doc === null ? [] : [text(page.doc)]),
    ...(page.graph.nodes.length === 0 ? [] : [`## ${docs.graph}`, mermaid(page.graph)]),
    ...(picture === null ? [] : [`![${docs.graph}](${encodeURIComponent(picture)})`]),
    ...page.groups.flatMap(({ noun, entries }) => [`## ${docs.nouns(noun)}`, ...entries.flatMap(entryLines)]),
    `## ${docs.index}`,
    page.groups
      .flatMap(({ entries }) => entries)
      .flatMap(({ name, label, noun }) =>
        name === null
          ? []
          : [`- ${code(name)} ${[docs.noun(noun), text(label ?? '')].filter((part) => part !== '').join(' · ')}`],
      )
      .sort()
      .join('\n'),
  ];
  return `${lines.join('\n\n')}\n`;
}

function entryLines({ name, label, doc, parts, file, line }: Entry): readonly string[] {
  const title = label ?? name;
  const named = label === null || name === null ? '' : ` ${code(name)}`;
  return [
    ...(title === null ? [] : [`### ${text(title)}${named}`]),
    ...(doc === null ? [] : [text(doc)]),
    ...parts.map(partText),
    ...(title === null ? [] : [`<sub>${text(`${file}:${line}`)}</sub>`]),
  ];
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'clause':
      return code(part.text);
    case 'formula':
      return `\`\`\`\n${part.text.replaceAll('```', '` ` `')}\n\`\`\``;
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const head = part.header.map(
        (cell) => cellText(cell.text) + (cell.unit === null ? '' : ` (${cellText(cell.unit)})`),
      );
      const table = [
        row(head),
        row(part.header.map(() => '---')),
        ...part.rows.map((cells) => row(cells.map(cellText))),
      ];
      return [...(part.of === null ? [] : [`${code(part.of)}:\n`]), ...table].join('\n');
    }
  }
}

function mermaid({ nodes, edges }: Graph): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const shown = (part: string): string => part.replaceAll(/["<>&#`]/g, (sign) => `#${sign.codePointAt(0) ?? 0};`);
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map(
      ({ id, noun, name, label }) =>
        `  ${ids.get(id) ?? ''}["${shown(label ?? name)}<br/>${shown(`${noun} ${name}`)}"]`,
    ),
    ...edges.map(({ from, to }) => `  ${ids.get(from) ?? ''} --> ${ids.get(to) ?? ''}`),
    '```',
  ].join('\n');
}

/** Text of the rulebook: none of it becomes markup. */
function text(part: string): string {
  return part.replaceAll(/[\\`*_[\]<>&#|~]/g, '\\$&');
}

/** A pipe would end the cell. */
const cellText = (part: string): string => text(part.replaceAll('\\|', '|')).replaceAll('\n', ' ');

/** Code with as many marks around it as it needs. */
function code(part: string): string {
  const longest = Math.max(0, ...[...part.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${part}\`` : `${fence} ${part} ${fence}`;
}
