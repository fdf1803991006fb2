import { isLanguage, type Language } from '../language/language.js';

/** What of the page's state its address holds: `?lang=zh#account=KEY`. */
export function languageFrom(address: URL, remembered: string | null, preferred: readonly string[]): Language {
  const asked = address.searchParams.get('lang');
  if (isLanguage(asked)) return asked;
  if (isLanguage(remembered)) return remembered;
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}

export function withLanguage(address: URL, language: Language): string {
  const next = new URL(address);
  next.searchParams.set('lang', language);
  return next.href;
}

export function accountFrom(address: URL): string | null {
  return new URLSearchParams(address.hash.slice(1)).get('account');
}

export function withAccount(address: URL, key: string | null): string {
  const next = new URL(address);
  next.hash = key === null ? '' : `account=${encodeURIComponent(key)}`;
  return key === null ? next.href.replace(/#$/, '') : next.href;
}

/** On a narrow page the rulebook lies over the report: Back closes it. */
export function withRulebook(address: URL, isOpen: boolean): string {
  const next = new URL(address);
  const rest = next.hash.slice(1);
  if (isOpen) next.hash = rest === '' ? 'rulebook=open' : `${rest}&rulebook=open`;
  return next.href;
}

export function rulebookFrom(address: URL): boolean {
  return new URLSearchParams(address.hash.slice(1)).get('rulebook') === 'open';
}
