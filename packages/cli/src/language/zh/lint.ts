import type * as en from '../en/index.js';

/** What `benchbook lint` says. */
export const lint: typeof en.lint = {
  clean: (file) => `${file}: 没有意见`,
  found: (file, warnings, hints, fixable) =>
    `${file}: ${warnings} 处警告, ${hints} 处提示${fixable === 0 ? '' : `; --fix 可修改 ${fixable} 处`}`,
  errors: (file, errors) => `${file} 有 ${errors} 处错误, 受影响的部分没有检查。benchbook check 会列出它们。`,
  fixed: (file, count) => `${file}: 已修改 ${count} 处`,
};
