import { rule } from '../rule.js';

export const weightless = rule<{ term: string; score: string }>({
  code: 'L116',
  title: { en: 'a term of a score without weight', zh: '权重为零的分项' },
  severity: 'warning',
  fix: null,
  en: ({ term, score }) => [
    `\`${term}\` weighs 0% in \`${score}\`: it changes nothing.`,
    'Give it a weight, or leave it out.',
  ],
  zh: ({ term, score }) => [`\`${term}\` 在 \`${score}\` 中的权重为 0%，不起作用。`, '请给它权重，或删掉它。'],
  look: (subject) =>
    (subject.model?.scores ?? [])
      .filter((one) => subject.owns(one))
      .flatMap(({ name, terms }) =>
        terms
          .filter(({ weight }) => weight.value.eq(0))
          .map((term) => ({ span: term.weight.span, data: { term: term.name, score: name } })),
      ),
});
