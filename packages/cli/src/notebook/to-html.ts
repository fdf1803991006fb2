import type { CellResult, Control, Language, NotebookCell, NotebookRun, Notice } from '@benchbook/engine';
import { picture, styles } from '@benchbook/ui/pictures';
import { escape } from '../docs/escape.js';
import type { Words } from '../language/words.js';
import { marked } from './figure-blocks.js';
import { countsAt, firstShown } from './positions.js';
import { proseHtml } from './prose-html.js';
import { positionStyles, STYLE } from './style.js';

const WIDTH = 720;

interface Making {
  readonly language: Language;
  readonly words: Words;
}

/** A notebook with its results under its cells as one HTML file: no script, nothing fetched, every text escaped. */
export function toHtml(source: string, run: NotebookRun, making: Making): string {
  const { language, words } = making;
  const byLine = new Map(run.cells.map((cell) => [cell.line, cell]));
  const prose = proseHtml(source, (line) => {
    const cell = byLine.get(line);
    return cell === undefined ? null : cellHtml(cell, making);
  });
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'">`,
    `<title>${escape(prose.title)}</title>`,
    `<style>${styles()}\n${STYLE}\n${positionStyles(mostPositions(run))}</style>`,
    '</head>',
    '<body>',
    '<main>',
    prose.html,
    `<footer>${escape(words.notebook.madeBy)}</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function mostPositions({ cells }: NotebookRun): number {
  const controls = cells.flatMap(({ results }) =>
    results.flatMap((result) => (result.kind === 'control' ? [result.control] : [])),
  );
  return Math.max(0, ...controls.map(({ positions }) => positions.length));
}

function cellHtml(cell: NotebookCell, making: Making): string {
  const rules = cell.info.hidden
    ? ''
    : `<pre class="rules ${cell.language}" tabindex="0"><code>${escape(cell.text.trimEnd())}</code></pre>\n`;
  const results = cell.results.map((result) => resultHtml(result, making));
  return `<section class="cell">\n${rules}${results.join('\n')}\n</section>\n`;
}

function resultHtml(result: CellResult, making: Making): string {
  switch (result.kind) {
    case 'figure':
      return figureHtml(result, making);
    case 'statements':
      return `<ul class="statements">${result.statements.map((one) => `<li>${escape(marked(one))}</li>`).join('')}</ul>`;
    case 'control':
      return controlHtml(result.control, making);
    case 'notice':
      return noticeHtml(result.notice);
  }
}

function figureHtml({ figure, levels }: Control['figure'], { language }: Making): string {
  return picture('show', { show: figure, levels, rule: null }, { language, width: WIDTH });
}

const noticeHtml = ({ severity, text, code }: Notice): string =>
  `<p class="notice ${severity}">${escape(text)} <span class="code">${escape(code)}</span></p>`;

/** A row of positions, of which a reader chooses one; what it comes to stands below, without a script. */
function controlHtml(control: Control, making: Making): string {
  const { notebook } = making.words;
  const first = firstShown(control);
  const choices = control.positions.map(({ text, current }, index) => {
    const id = `${control.id}-${String(index)}`;
    const said = current ? `${text} (${notebook.asItIs})` : text;
    return (
      `<input type="radio" name="${escape(control.id)}" id="${escape(id)}"${index === first ? ' checked' : ''}>` +
      `<label for="${escape(id)}">${escape(said)}</label>`
    );
  });
  const panels = control.positions.map(({ text, moved }) => {
    const counts = countsAt(control, text).map(([label, count]) => `${label} ${count.toLocaleString('en-US')}`);
    return `<div class="position">${escape([...counts, notebook.moved(moved)].join(' · '))}</div>`;
  });
  return [
    `<fieldset class="control"><legend>${escape(control.title)}</legend>`,
    ...choices,
    ...panels,
    '</fieldset>',
    ...(control.because === null ? [] : [noticeHtml(control.because)]),
    `<div class="positions">${figureHtml(control.figure, making)}</div>`,
  ].join('\n');
}
