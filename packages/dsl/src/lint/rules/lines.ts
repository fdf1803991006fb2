import { sliceOf } from '../../text/files.js';
import { displayWidth } from '../../text/width.js';
import { rule } from '../rule.js';

const TODO = /\b(?:TODO|FIXME|XXX)\b|待办|待定/;
const WIDEST = 160;

export const leftToDo = rule<{ note: string }>({
  code: 'L122',
  title: { en: 'a note of something left to do', zh: '注释里的待办' },
  severity: 'hint',
  fix: null,
  en: ({ note }) => [
    `\`${note}\` says that something is still to be done.`,
    'Do it, or say since when and for whom it waits.',
  ],
  zh: ({ note }) => [`\`${note}\` 说明还有事情没有做完。`, '请完成它，或写明等谁、从何时起。'],
  look: ({ tree }) =>
    tree.parts
      .flatMap(({ lines }) => lines)
      .flatMap((line) => {
        const isComment = line.kind === 'comment' || line.kind === 'doc';
        const span = isComment ? { start: line.textStart, end: line.end } : line.comment;
        const note = span && TODO.exec(sliceOf(tree, span))?.[0];
        return span && note
          ? [{ span: { start: span.start, end: span.start + sliceOf(tree, span).trimEnd().length }, data: { note } }]
          : [];
      }),
});

export const longLine = rule<{ width: number }>({
  code: 'L123',
  title: { en: 'a very long line', zh: '过长的行' },
  severity: 'hint',
  fix: null,
  en: ({ width }) => [
    `This line is ${width} columns wide; no screen shows it whole.`,
    'Break a formula before an operator.',
  ],
  zh: ({ width }) => [`这一行宽 ${width} 列，屏幕上看不全。`, '请在运算符之前换行。'],
  look: ({ tree }) =>
    tree.parts
      .flatMap(({ lines }) => lines)
      .filter(({ kind }) => kind === 'code')
      .flatMap((line) => {
        const text = sliceOf(tree, line).trimEnd();
        const width = displayWidth(text);
        return width > WIDEST
          ? [{ span: { start: line.textStart, end: line.start + text.length }, data: { width } }]
          : [];
      }),
});
