import type { Language } from './language.js';

interface Labelled {
  readonly name: string;
  readonly label: string | null;
}

/** In an English sentence the name reads better than a Chinese label. */
export function named({ name, label }: Labelled, language: Language): string {
  const isChinese = /\p{Script=Han}/u.test(label ?? '');
  return label === null || (isChinese && language === 'en') ? name.replaceAll('_', ' ') : label;
}

/** The same in the middle of a sentence, where English words other than names and abbreviations begin small: "are high risk". */
export function spoken(labelled: Labelled, language: Language): string {
  const text = named(labelled, language);
  return language === 'en' ? text.replace(/^\p{Lu}(?=\p{Ll}|\s|$)/u, (letter) => letter.toLowerCase()) : text;
}
