import type * as en from '../en/index.js';

const listed = (values: readonly string[]): string => values.join('、');
const meant = (name: string | null): string => (name === null ? '' : `是不是 ${name}?`);

/** What is wrong with a command line, and what else stops a command. */
export const usage: typeof en.usage = {
  fault: '错误',
  unknownCommand: (name, near) => `没有命令 ${name}。${meant(near)}`,
  unknownOption: (name, near) => `这里没有选项 ${name}。${meant(near)}`,
  unknownTopic: (name, near) => `没有关于 ${name} 的帮助。${meant(near)}`,
  missingValue: (name) => `${name} 需要一个值。`,
  surplusValue: (name, value) => `${name} 不带值, "${value}" 是多余的。`,
  notOneOf: (name, value, choices, near) => `${name} 只能是 ${listed(choices)} 之一, 不能是 "${value}"。${meant(near)}`,
  notWhole: (name, value, least, most) =>
    most === Number.MAX_SAFE_INTEGER
      ? `${name} 要一个不小于 ${least} 的整数, 不能是 "${value}"。`
      : `${name} 要一个 ${least} 到 ${most} 之间的整数, 不能是 "${value}"。`,
  notDay: (value) => `--as-of 要一个日期, 如 2024-12-31, 不能是 "${value}"。`,
  notSize: (value) => `--memory 要一个大小, 如 4GB 或 500MB, 不能是 "${value}"。`,
  surplus: (text) => `多了一个参数: "${text}"。`,
  seeHelp: (command) => `请看 benchbook ${command === null ? '' : `${command} `}--help。`,

  noRulebook: '哪个规则手册? 请给出文件: 这里的 scenarios/ 下没有规则手册。',
  manyRulebooks: '哪个规则手册? scenarios/ 下有好几个:',
  taken: (file) => `采用 ${file}, 这是 scenarios/ 下唯一的规则手册。`,
  noFile: (file, near) => `没有文件 ${file}。${meant(near)}`,
  notAFile: (file) => `${file} 是文件夹; 规则手册是一个文件。`,
  notARulebook: (file) => `${file} 既不是规则手册 (.bench), 也不是笔记本 (.md)。`,
  notRules: (file) => `${file} 里没有规则: 规则手册以 .bench 结尾, 笔记本以 .md 结尾。`,
  unreadable: (file) => `无法读取 ${file}。请确认它是文件, 且您有读取权限。`,
  tooLarge: (file) => `${file} 超过 8 MB: 规则手册不会这么大。它是数据文件吗?`,
  notText: (file) => `${file} 不是 UTF-8 文本。请用 UTF-8 重新保存。`,
  outsideRoot: (file, root) => `${file} 不在 --root 给出的文件夹 ${root} 里。`,
  noFolder: (folder) => `没有文件夹 ${folder}。`,
  noPopulation: (name, all, near) => `规则手册里没有总体 ${name}, 只有 ${listed(all)}。${meant(near)}`,

  noScenario: (name, all, near) => `规则手册里没有情景 ${name}, 只有 ${listed(all)}。${meant(near)}`,
  setRefused: (errors) => `--set 有 ${errors} 处无法使用, 因此没有运行。`,

  needsOut: (format) => `--format ${format} 要写成文件: 请用 --out PATH 给出位置。`,
  noTopHere: (format) => `--format ${format} 写出整张排名表: 请去掉 --top。`,
  cannotWrite: (file, why) => `无法写入 ${file}: ${why}。`,
  placeFaults: {
    noFolder: (folder) => `没有文件夹 ${folder}`,
    isFolder: () => '它是文件夹, 这里要的是文件',
    denied: (folder) => `没有写入文件夹 ${folder} 的权限`,
    full: () => '磁盘已满',
    longName: () => '名称太长',
    busy: () => '另一个程序正占用它',
  },
  written: (file) => `已写入: ${file}`,

  errorsFound: (file, errors) => `${file} 有 ${errors} 处错误, 因此没有运行。--keep-going 可以运行其余部分。`,
  nothingLeft: (file) => `${file} 里没有可以运行的内容。`,
  keptGoing: (errors, leftOut) =>
    `因 ${errors} 处错误, ${leftOut.length === 0 ? '有的声明' : ` ${leftOut.join('、')} `}已略去; 以下是规则手册的其余部分。`,
  strictWarnings: (file, warnings) => `${file} 有 ${warnings} 处警告, 而 --strict 把警告当作错误。`,
  dataStops: '数据使运行停止:',
  database: {
    memory: '内存不足以运行。请关闭其他程序, 或用 --memory 允许更多内存。',
    disk: '磁盘已满, 或无法写入临时文件。',
    file: '有数据文件无法读取: 文件损坏、与扩展名不符, 或没有权限打开。',
  },
  internal: (why) => `Benchbook 内部出错: ${why}`,
  moreWithDebug: '加上 --debug 再运行一次可以看到细节, 欢迎报告给我们。',
};
