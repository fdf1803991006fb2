import type { Language } from '../diagnostics/kind.js';
import { enWord, zhWord } from '../diagnostics/words.js';

/** What the service says by itself. */
interface Words {
  readonly seeHere: string;
  readonly remove: (text: string) => string;
  readonly rewrite: string;
  readonly write: (text: string) => string;
  readonly noun: (noun: string) => string;
  readonly type: string;
  readonly unit: string;
  readonly declared: string;
  readonly line: (line: number) => string;
  readonly path: string;
  readonly value: string;
  readonly inFile: string;
  readonly formula: string;
  readonly rows: string;
  readonly rowsOf: (rows: string) => string;
  readonly missing: string;
  readonly distinct: string;
  readonly mean: string;
  readonly median: string;
  readonly middle: string;
  readonly range: string;
  readonly frequent: string;
  readonly unknown: string;
  readonly accounts: (count: string, share: string) => string;
  readonly decided: string;
  readonly failing: string;
  readonly citation: string;
  readonly attainable: string;
  readonly decides: (count: string) => string;
  readonly fails: (count: string) => string;
  readonly columnOf: (owner: string) => string;
  readonly labelOf: (owner: string) => string;
  readonly termOf: (owner: string) => string;
  readonly giveName: string;
  readonly rescale: (shares: string) => string;
  readonly addMissingRow: string;
  readonly addElseRow: string;
  readonly addUnit: (unit: string) => string;
  readonly writeTest: (level: string) => string;
  readonly reserved: (word: string) => string;
  readonly notAName: (word: string) => string;
  readonly taken: (word: string, noun: string, where: string) => string;
  readonly notYours: (word: string) => string;
  readonly nothingHere: string;
}

const EN: Words = {
  seeHere: 'see also here',
  remove: (text) => `Remove \`${text}\``,
  rewrite: 'Rewrite these lines',
  write: (text) => `Write \`${text}\``,
  noun: enWord,
  type: 'type',
  unit: 'unit',
  declared: 'declared',
  line: (line) => `line ${line}`,
  path: 'a scenario calls it',
  value: 'value',
  inFile: 'in the file',
  formula: 'formula',
  rows: 'rows',
  rowsOf: (rows) => `${rows} rows`,
  missing: 'missing',
  distinct: 'different values',
  mean: 'mean',
  median: 'median',
  middle: 'middle half',
  range: 'from … to',
  frequent: 'most frequent',
  unknown: 'unknown',
  accounts: (count, share) => `${count} (${share})`,
  decided: 'decides',
  failing: 'fail here',
  citation: 'source',
  attainable: 'attainable',
  decides: (count) => `decides ${count}`,
  fails: (count) => `fails ${count}`,
  columnOf: (owner) => `column of ${owner}`,
  labelOf: (owner) => `label of ${owner}`,
  termOf: (owner) => `term of ${owner}`,
  giveName: 'Give this number a name',
  rescale: (shares) => `Rescale to ${shares}`,
  addMissingRow: 'Add a `missing` row',
  addElseRow: 'Add an `else` row',
  addUnit: (unit) => `Add the unit \`${unit}\``,
  writeTest: (level) => `Write a test for the level \`${level}\``,
  reserved: (word) => `\`${word}\` is a word of the language and cannot be a name.`,
  notAName: (word) => `\`${word}\` cannot be a name: letters, digits and \`_\`, beginning with a letter.`,
  taken: (word, noun, where) => `\`${word}\` is already a ${noun}, on line ${where}.`,
  notYours: (word) => `\`${word}\` belongs to the language and cannot be renamed.`,
  nothingHere: 'There is no name here.',
};

const ZH: Words = {
  seeHere: '另见此处',
  remove: (text) => `删除 \`${text}\``,
  rewrite: '改写这些行',
  write: (text) => `改为 \`${text}\``,
  noun: zhWord,
  type: '类型',
  unit: '单位',
  declared: '声明于',
  line: (line) => `第 ${line} 行`,
  path: '情景中的名称',
  value: '取值',
  inFile: '文件中的列',
  formula: '公式',
  rows: '行数',
  rowsOf: (rows) => `${rows} 行`,
  missing: '缺失',
  distinct: '不同取值',
  mean: '平均值',
  median: '中位数',
  middle: '中间一半',
  range: '从 … 到',
  frequent: '最常见',
  unknown: '未知',
  accounts: (count, share) => `${count}（${share}）`,
  decided: '判定',
  failing: '其中未达标',
  citation: '出处',
  attainable: '可达范围',
  decides: (count) => `判定 ${count} 个`,
  fails: (count) => `未达标 ${count} 个`,
  columnOf: (owner) => `${owner} 的列`,
  labelOf: (owner) => `${owner} 的标签`,
  termOf: (owner) => `${owner} 的分项`,
  giveName: '给这个数字起名',
  rescale: (shares) => `按比例改为 ${shares.replaceAll(', ', '、')}`,
  addMissingRow: '添加 `missing` 行',
  addElseRow: '添加 `else` 行',
  addUnit: (unit) => `添加单位 \`${unit}\``,
  writeTest: (level) => `为等级 \`${level}\` 写一个测试`,
  reserved: (word) => `\`${word}\` 是语言的保留词，不能作名称。`,
  notAName: (word) => `\`${word}\` 不能作名称：名称以文字开头，只含文字、数字和 \`_\`。`,
  taken: (word, noun, where) => `\`${word}\` 已经是${noun}，见第 ${where} 行。`,
  notYours: (word) => `\`${word}\` 是语言自带的词，不能改名。`,
  nothingHere: '这里没有名称。',
};

export const words = ({ language }: { readonly language: Language }): Words => (language === 'zh' ? ZH : EN);
