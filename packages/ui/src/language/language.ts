import { en, type Words } from './en.js';
import { zh } from './zh.js';

export type { Words } from './en.js';

/** The languages of the interface; a report's own names and labels stay as the rulebook writes them. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const DICTIONARIES: Readonly<Record<Language, Words>> = { en, zh };

export function wordsOf(language: Language): Words {
  return DICTIONARIES[language];
}

export function isLanguage(text: string | null): text is Language {
  return text === 'zh' || text === 'en';
}

/** The value of the page's `lang` attribute. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
