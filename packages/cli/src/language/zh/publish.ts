import type { Words } from '../words.js';

/** 关于发布页面的话。 */
export const publish: Words['publish'] = {
  title: 'Benchbook',
  home: '所有页面',
  kinds: { notebook: '笔记本', rulebook: '规则手册' },
  asOf: (day) => `截至 ${day}`,
  made: (at) => `生成于 ${at} UTC`,
  engine: (version) => `Benchbook ${version}`,
  from: (hash, files) => `来源 ${hash}（${String(files)} 个数据文件）`,
  live: '实时页面',
  names: '没有写入任何文件：下列表格写有客户或人员的名称，会随页面公开。允许公开的列请逐一用 --include COLUMN 写明。',
  namesIn: (file, columns) => `${file}：${columns}`,
  notAddress: (given) => `--live 需要页面地址，例如 https://rules.example.org/，而不是 ${given}。`,
  built: (folder, made, same, removed) =>
    [
      `${folder}：生成 ${String(made)} 个页面，${String(same)} 个未变`,
      ...(removed > 0 ? [`移除 ${String(removed)} 个`] : []),
    ].join('，'),
};
