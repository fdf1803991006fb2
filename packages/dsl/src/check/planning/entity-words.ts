/** The words for one row of a population: `account` for accounts, `key_account` for key_accounts, and these names themselves. */
export function entityWords(source: string, population: string): readonly string[] {
  return [...new Set([source, population].flatMap((name) => [singular(name), name]))];
}

/** `accounts` → `account`, `companies` → `company`; other names stay as they are. */
function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return name.replace(/ies$/, 'y');
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}
