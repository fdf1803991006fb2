import { rule } from '../rule.js';

export const saidTwice = rule<{ noun: string; line: number }>({
  code: 'L127',
  title: { en: 'the same check or picture twice', zh: '重复的检查或图' },
  severity: 'warning',
  fix: 'safe',
  repair: { en: 'Remove this one', zh: '删除这一个' },
  en: ({ noun, line }) => [`The same \`${noun}\` stands on line ${line}.`, 'Leave one of them out.'],
  zh: ({ noun, line }) => [`第 ${line} 行已有同样的 \`${noun}\`。`, '请删掉其中一个。'],
  look: (subject) => {
    const all = subject.of('check', 'show').map((one) => ({ one, said: subject.text(one.span).replace(/\s+/g, ' ') }));
    return all.flatMap(({ one, said }, index) => {
      const first = all.findIndex((other) => other.said === said);
      const earlier = all[first];
      if (first === index || earlier === undefined) return [];
      const { tree } = subject;
      const line = tree.lines.line(one.span.end);
      const whole = { start: one.span.start, end: tree.lines.lineStart(line + 1) };
      return [
        {
          span: one.span,
          data: { noun: one.noun ?? '', line: tree.lines.line(earlier.one.span.start) },
          edits: [{ span: whole, replacement: '' }],
        },
      ];
    });
  },
});
