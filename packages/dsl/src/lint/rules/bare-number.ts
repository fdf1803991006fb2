import { rule } from '../rule.js';
import { nameOf, numbersIn } from '../subject.js';

/** Numbers that say nothing about what is wanted: none, one, all. */
const PLAIN = /^-?(?:0+(?:\.0+)?|1(?:\.0+)?|100%|1%)$/;

export const bareNumber = rule<{ number: string }>({
  code: 'L101',
  title: { en: 'a bare number in a formula', zh: '公式里没有名称的数' },
  severity: 'hint',
  fix: 'offered',
  repair: { en: 'Give this number a name', zh: '给这个数字起名' },
  en: ({ number }) => [`\`${number}\` has no name, so no scenario can change it.`, 'Make it a param.'],
  zh: ({ number }) => [`\`${number}\` 没有名称，情景无法改动它。`, '请把它写成 param。'],
  look: ({ declarations, tree }) =>
    declarations.flatMap((declaration) => {
      const numbers = numbersIn(declaration).filter(
        ({ numeral, unit }) => !PLAIN.test(numeral + (unit === '%' ? '%' : '')),
      );
      return numbers.map(({ span }, index) => {
        const number = tree.text.slice(span.start - tree.base, span.end - tree.base);
        const names = new Set(tree.declarations.map((one) => one.name?.text));
        const wanted = `${nameOf(declaration)}_number${numbers.length > 1 ? `_${index + 1}` : ''}`;
        const name = names.has(wanted) ? `${wanted}_` : wanted;
        const part = tree.parts.find((one) => one.declaration === declaration);
        const start = part?.lines[0]?.start ?? declaration.span.start;
        const before = { span: { start, end: start }, replacement: `param ${name} = ${number}\n\n` };
        return { span, data: { number }, edits: [before, { span, replacement: name }] };
      });
    }),
});
