import type * as en from '../en/index.js';

/** What `benchbook test` and `benchbook check` say. */
export const tests: typeof en.tests = {
  passed: '通过',
  failed: '未通过',
  of: '对象',
  what: '列',
  expected: '预期',
  actual: '实际',
  line: '行',
  none: (file) => `${file} 没有测试。`,
  noneMatches: (filter, near) => `没有名称包含 "${filter}" 的测试。${near === null ? '' : `是不是 "${near}"?`}`,
  total: (passed, failed) => `通过 ${passed}, 未通过 ${failed}`,
  skipped: (file) => `${file} 有错误, 因此没有运行它的测试。`,
  clean: (file) => `${file}: 没有问题`,
  found: (errors, warnings, hints) => `${errors} 处错误, ${warnings} 处警告, ${hints} 处提示`,
};
