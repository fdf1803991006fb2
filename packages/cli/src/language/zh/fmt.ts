import type * as en from '../en/index.js';

/** What `benchbook fmt` says. */
export const fmt: typeof en.fmt = {
  formatted: (file) => `已整理: ${file}`,
  more: (places) => `... 还有 ${places} 处`,
  changed: (all, changed) => `共 ${all} 个文件, 改动 ${changed} 个。`,
  wouldChange: (all, changed) =>
    changed === 0
      ? `共 ${all} 个文件, 格式都已统一。`
      : `共 ${all} 个文件, ${changed} 个格式不统一。benchbook fmt 可以整理。`,
  left: (file, line, count) => `${file}:${line}: 有 ${count} 个带错误的声明保持原样。benchbook check 会说明错在哪里。`,
};
