import type { Language } from './language.js';

/** In an English sentence the name reads better than a Chinese label: "are high risk". */
export function spoken(
  { name, label }: { readonly name: string; readonly label: string | null },
  language: Language,
): string {
  const isChinese = /\p{Script=Han}/u.test(label ?? '');
  return label === null || (isChinese && language === 'en') ? name.replaceAll('_', ' ') : label;
}
