/** Why a file that is used is not there. */
export type LostReason = 'absent' | 'outside' | 'large' | 'not utf-8' | 'unreadable' | 'too many';

const RELATIVE = 'The path is relative to the folder of this file.';
const ZH_RELATIVE = '路径相对于本文件所在的目录。';

/** What is said of each, and what to do about it. */
export const LOST: Record<'en' | 'zh', Record<LostReason, readonly [text: string, hint: string]>> = {
  en: {
    absent: ['there is no such file.', RELATIVE],
    outside: ['it lies outside the project.', `${RELATIVE} It may not lead out of the project.`],
    large: ['it is too large for a rulebook.', 'Rulebooks are written by hand; data belongs into a `source`.'],
    'not utf-8': ['it is not text in UTF-8.', 'Save it as UTF-8.'],
    unreadable: ['it cannot be read.', 'Is it a file, and may you read it?'],
    'too many': ['too many files are used already.', 'Put some of them together.'],
  },
  zh: {
    absent: ['没有这个文件。', ZH_RELATIVE],
    outside: ['它在项目之外。', `${ZH_RELATIVE}它不能指向项目之外。`],
    large: ['它太大，不像是规则手册。', '规则手册是手写的；数据请用 `source` 引入。'],
    'not utf-8': ['它不是 UTF-8 文本。', '请另存为 UTF-8。'],
    unreadable: ['无法读取它。', '它是文件吗？您有读取权限吗？'],
    'too many': ['引用的文件已经太多。', '请把其中一些合并。'],
  },
};
