import type { Language } from '../../diagnostics/kind.js';
import { rule } from '../rule.js';
import { nameOf, nameSpan } from '../subject.js';
import type { Subject } from '../subject.js';

const shown = (subject: Subject) =>
  subject.of('population', 'metric', 'benchmark', 'level', 'score', 'tier', 'target', 'band');

export const noLabel = rule<{ name: string }>({
  code: 'L105',
  title: { en: 'no label, beside others that have one', zh: '别的都有标签，而它没有' },
  severity: 'hint',
  fix: null,
  en: ({ name }) => [
    `\`${name}\` has no label; reports show its bare name beside the labels of others.`,
    `Write one behind it: \`${name} "…"\`.`,
  ],
  zh: ({ name }) => [`\`${name}\` 没有标签；报告里它与别的标签并列时只有名称。`, `请写在名称之后：\`${name} "…"\`。`],
  look: (subject) => {
    const all = shown(subject);
    if (!all.some(({ label }) => label !== null)) return [];
    return all
      .filter(({ label }) => label === null)
      .map((one) => ({ span: nameSpan(one), data: { name: nameOf(one) } }));
  },
});

export const untranslated = rule<{ name: string; language: Language }>({
  code: 'L106',
  title: { en: 'a label in one language, beside others in two', zh: '别的标签有两种语言，而它只有一种' },
  severity: 'hint',
  fix: null,
  en: ({ name, language }) => [
    `The label of \`${name}\` is not said in ${language === 'en' ? 'English' : 'Chinese'}, as others are.`,
    `Write \`${language} "…"\` behind it.`,
  ],
  zh: ({ name, language }) => [
    `\`${name}\` 的标签没有${language === 'en' ? '英文' : '中文'}，而别的有。`,
    `请在其后写 \`${language} "…"\`。`,
  ],
  look: (subject) =>
    (['en', 'zh'] as const).flatMap((language) => {
      const all = shown(subject).filter(({ label }) => label !== null);
      if (!all.some(({ translations }) => translations[language] !== undefined)) return [];
      return all
        .filter(({ translations }) => translations[language] === undefined)
        .map((one) => ({ span: nameSpan(one), data: { name: nameOf(one), language } }));
    }),
});
