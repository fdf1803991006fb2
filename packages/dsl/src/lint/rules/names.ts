import { rule } from '../rule.js';
import { nameSpan } from '../subject.js';

const MIXED = /\p{Script=Han}.*[A-Za-z]|[A-Za-z].*\p{Script=Han}/u;

export const nameStyle = rule<{ name: string; mixed: boolean }>({
  code: 'L124',
  title: { en: 'a name of mixed spelling', zh: '写法混杂的名称' },
  severity: 'hint',
  fix: null,
  en: ({ name, mixed }) =>
    mixed
      ? [`\`${name}\` mixes Chinese and Latin letters.`, 'Keep a name to one script; the label can say both.']
      : [`\`${name}\` has capital letters.`, 'Names are small letters joined by `_`; the label says it as it is read.'],
  zh: ({ name, mixed }) =>
    mixed
      ? [`\`${name}\` 混用汉字与拉丁字母。`, '名称请只用一种文字；标签里可以两种都写。']
      : [`\`${name}\` 含有大写字母。`, '名称用小写字母加 `_`；读法写在标签里。'],
  look: (subject) =>
    subject.declarations.flatMap((one) => {
      const name = one.noun === 'test' ? '' : (one.name?.text ?? '');
      const mixed = MIXED.test(name);
      return mixed || /[A-Z]/.test(name) ? [{ span: nameSpan(one), data: { name, mixed } }] : [];
    }),
});
