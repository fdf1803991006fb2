/** What a line of a rulebook is, as far as its first characters tell. */
export type LineKind = 'blank' | 'doc' | 'comment' | 'table' | 'declaration' | 'clause';

export function kindOf(text: string): LineKind {
  const trimmed = text.trimStart();
  if (trimmed === '') return 'blank';
  if (trimmed.startsWith('##')) return 'doc';
  if (trimmed.startsWith('#')) return 'comment';
  if (trimmed.startsWith('|')) return 'table';
  return trimmed === text ? 'declaration' : 'clause';
}
