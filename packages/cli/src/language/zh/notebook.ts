import type { notebook as english } from '../en/notebook.js';

export const notebook: typeof english = {
  moved: (count) => `${count.toLocaleString('en-US')} 个变动`,
  asItIs: '现值',
  movedColumn: '变动',
  onlyNotebooks: (file) => `${file} 是规则手册; --format html 用于笔记本 (.md)。`,
  notHere: (option) => `笔记本自己说明各单元格显示什么, 请去掉 --${option}。`,
  madeBy: '由 Benchbook 生成。',
};
