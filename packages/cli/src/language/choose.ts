import type { Language } from '@benchbook/engine';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * The language to speak: `--lang`, else BENCHBOOK_LANG, else the locale (LC_ALL before LC_MESSAGES before LANG), else English.
 * Looks at the raw words, so that a fault in the command line is told in the right language too.
 */
export function chooseLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const asked = args.flatMap((word, index) => {
    if (word === '--lang') return [args[index + 1]];
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [];
  });
  const chosen = [asked.at(-1), env.BENCHBOOK_LANG].find(isLanguage);
  if (chosen !== undefined) return chosen;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => (value ?? '') !== '');
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
