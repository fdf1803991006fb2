/** `1 row`, `1,200 rows`. */
export function rowsOf(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
}

export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** `row 17`, `rows 17, 40, 98 ...`: the first few of `count` rows. */
export function rowList(rows: readonly number[], count: number): string {
  const more = count > rows.length ? ' ...' : '';
  return `${count === 1 ? 'row' : 'rows'} ${rows.map(grouped).join(', ')}${more}`;
}

/** `第 17、40、98 行等`. */
export function rowListZh(rows: readonly number[], count: number): string {
  return `第 ${rows.map(grouped).join('、')} 行${count > rows.length ? '等' : ''}`;
}

/** A value as it stands in the file, made fit for one line. */
export function sample(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return `\`${line.length > 60 ? `${line.slice(0, 57)}...` : line}\``;
}

/** ` Did you mean “x”?`, or nothing. */
export function didYouMean(similar: string | null): string {
  return similar === null ? '' : ` Did you mean “${similar}”?`;
}

export function didYouMeanZh(similar: string | null): string {
  return similar === null ? '' : `是不是“${similar}”?`;
}

export function list(names: readonly string[], limit = 12): string {
  const shown = names.slice(0, limit).join(', ');
  return names.length > limit ? `${shown} and ${grouped(names.length - limit)} more` : shown;
}

export function listZh(names: readonly string[], limit = 12): string {
  const shown = names.slice(0, limit).join('、');
  return names.length > limit ? `${shown}等 ${grouped(names.length)} 个` : shown;
}

/** What a cell had to be: the English noun with its article, the Chinese noun. */
const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  count: ['a count', '整数'],
  number: ['a number', '数值'],
  percent: ['a percentage', '百分比'],
  money: ['an amount of money', '金额'],
  date: ['a date', '日期'],
  boolean: ['true or false', '是/否'],
  text: ['text', '文本'],
};

/** `a count`. */
export function aType(type: string): string {
  return TYPES[type]?.[0] ?? type;
}

export function typeZh(type: string): string {
  return TYPES[type]?.[1] ?? type;
}
