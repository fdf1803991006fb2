import { asciiTwin } from '../../syntax/punctuation.js';
import { rule } from '../rule.js';

const SPELLED: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=' };

export const cellSigns = rule<{ written: string; wanted: string }>({
  code: 'L115',
  title: { en: 'full-width signs in a threshold', zh: '阈值里的全角符号' },
  severity: 'hint',
  fix: 'safe',
  en: ({ written, wanted }) => `\`${written}\` reads as \`${wanted}\`; written so it is found by a search.`,
  zh: ({ written, wanted }) => `\`${written}\` 会读作 \`${wanted}\`；这样写便于查找。`,
  look: (subject) =>
    (subject.model?.benchmarks ?? [])
      .filter((one) => subject.owns(one))
      .flatMap(({ table }) => table.rows.flatMap((row) => row.outcomes.flatMap((one) => one ?? [])))
      .flatMap(({ span }) => {
        const written = subject.text(span);
        const wanted = [...written]
          .map((sign) => SPELLED[sign] ?? asciiTwin(sign))
          .join('')
          .replace(/^([<>]=?)(?=[\d.-])/, '$1 ');
        return /[≥≤＞＜＝０-９％．]/.test(written)
          ? [{ span, data: { written, wanted }, edits: [{ span, replacement: wanted }] }]
          : [];
      }),
});
