import type { Language } from '@benchbook/engine';
import type { Words } from '../language/words.js';
import { escape, linkTo } from './escape.js';
import { namedId, pieces, type Names } from './names.js';
import type { Entry, Group, Page, Part } from './page.js';
import { STYLE } from './style.js';
import { GRAPH_STYLE, graphSvg } from './svg.js';

/** A page on a rulebook as one HTML file: no script, nothing fetched, and every text of the rulebook escaped. */
export function toHtml(page: Page, names: Names, language: Language, words: Words): string {
  const { docs } = words;
  const by = [page.version === null ? null : docs.version(page.version), page.files.join(', ')];
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(page.title)}</title>`,
    `<style>${STYLE}\n${GRAPH_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escape(page.title)}</h1>`,
    `<p class="by">${escape(by.filter((part) => part !== null).join(' · '))}</p>`,
    ...(page.doc === null ? [] : [`<p class="about">${escape(page.doc)}</p>`]),
    contents(page, words),
    ...(page.graph.nodes.length === 0
      ? []
      : [
          `<figure><div class="scroll" tabindex="0">${graphSvg(page.graph, docs.graph)}</div><figcaption>${escape(docs.graphNote)}</figcaption></figure>`,
        ]),
    ...page.groups.map((group) => groupHtml(group, names, words)),
    index(page, words),
    `<footer>${escape(docs.madeBy)}</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function contents({ groups }: Page, { docs }: Words): string {
  const items = groups.map(
    ({ noun, entries }) =>
      `<li><a href="${linkTo(`all-${noun}`)}">${escape(docs.nouns(noun))}</a> <span>${entries.length}</span></li>`,
  );
  return `<nav><ul class="contents">${items.join('')}<li><a href="#index">${escape(docs.index)}</a></li></ul></nav>`;
}

function groupHtml({ noun, entries }: Group, names: Names, { docs }: Words): string {
  return [
    `<section><h2 id="${escape(`all-${noun}`)}">${escape(docs.nouns(noun))}</h2>`,
    ...entries.map((entry) => entryHtml(entry, names)),
    '</section>',
  ].join('\n');
}

function entryHtml(entry: Entry, names: Names): string {
  const { id, name, label, doc, file, line, parts } = entry;
  const title = label ?? name;
  const head =
    title === null
      ? ''
      : `<h3>${escape(title)}</h3>${label === null || name === null ? '' : `<code>${escape(name)}</code>`}`;
  return [
    `<article id="${escape(id)}">`,
    `<div class="head">${head}<span class="place">${escape(`${file}:${line}`)}</span></div>`,
    ...(doc === null ? [] : [`<p class="doc">${escape(doc)}</p>`]),
    ...partsHtml(parts, names),
    '</article>',
  ].join('\n');
}

/** Clauses one after the other in a row; a formula and a table on their own. */
function partsHtml(parts: readonly Part[], names: Names): readonly string[] {
  const made: string[] = [];
  let row: string[] = [];
  const flush = (): void => {
    if (row.length > 0) made.push(`<ul class="clauses">${row.join('')}</ul>`);
    row = [];
  };
  for (const part of parts) {
    if (part.kind === 'clause') {
      row.push(`<li><code>${linked(part.text, names)}</code></li>`);
      continue;
    }
    flush();
    made.push(
      part.kind === 'formula' ? `<div class="formula">${linked(part.text, names)}</div>` : tableHtml(part, names),
    );
  }
  flush();
  return made;
}

/** Text longer than this may be broken over several lines. */
const WIDE = 40;

function tableHtml({ of, header, rows }: Extract<Part, { kind: 'table' }>, names: Names): string {
  const head = header.map(
    ({ text, unit }) => `<th>${linked(text, names)}${unit === null ? '' : `<small>${escape(unit)}</small>`}</th>`,
  );
  const cell = (text: string): string => {
    if (text === '' || text === '-') return `<td class="none">${text === '' ? '' : '–'}</td>`;
    return `<td${text.length > WIDE ? ' class="wide"' : ''}>${escape(text.replaceAll('\\|', '|'))}</td>`;
  };
  return [
    '<div class="scroll" tabindex="0"><table>',
    ...(of === null ? [] : [`<caption><code>${linked(of, names)}</code></caption>`]),
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
}

/** Every word that names a declaration leads to it. */
function linked(text: string, names: Names): string {
  return pieces(text)
    .map((piece) => {
      const id = piece.isName ? namedId(names, piece.text) : null;
      return id === null ? escape(piece.text) : `<a href="${linkTo(id)}">${escape(piece.text)}</a>`;
    })
    .join('');
}

function index({ groups }: Page, { docs }: Words): string {
  const items = groups
    .flatMap(({ entries }) => entries)
    .flatMap(({ id, name, label, noun }) => (name === null ? [] : [{ id, name, label, noun }]))
    .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)))
    .map(
      ({ id, name, label, noun }) =>
        `<li><a href="${linkTo(id)}">${escape(name)}</a> <span>${escape([docs.noun(noun), label ?? ''].filter((part) => part !== '').join(' · '))}</span></li>`,
    );
  return `<section><h2 id="index">${escape(docs.index)}</h2>\n<ul class="index">${items.join('\n')}</ul></section>`;
}
