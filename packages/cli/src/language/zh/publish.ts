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
  id: '标识',
  chart: '图表',
  form: '形式',
  noChart: (id, near) => `没有图表 ${id}。${near === null ? '' : `是否指 ${near}？`}现有：`,
  noPicture: (id) => `${id} 是表格而不是图：请写成 html、csv、json 或 md。`,
  noId: '请指明图表：benchbook chart 会列出它们。',
  wikis: {
    confluence: (id) => [
      `把 ${id}.html 放到该地址。通过页面的存储格式或 iframe 宏的对话框插入。`,
      '管理员需启用 iframe 宏（Data Center：一般配置 → 宏）或把地址加入允许列表（Cloud）；文件所在的服务器不得禁止嵌入。',
      '导出 PDF 时 iframe 会丢失：请另附 PNG。',
    ],
    mediawiki: (id) => [
      `把 ${id}.svg 上传为 File:${id}.svg。MediaWiki 拒绝 SVG 中的脚本、foreignObject 与样式表，本文件都没有。`,
      '管理员需允许上传（wgEnableUploads）svg（wgFileExtensions），并配置转换器（wgSVGConverter）。',
    ],
    github: (id) => [
      `把 ${id}.svg 以及用 --theme dark 生成的 ${id}.dark.svg 放到该地址，或提交到仓库并使用其路径。`,
      'GitHub 通过代理提供图片并缓存数小时，不显示 iframe。',
    ],
    gitlab: (id) => [`把 ${id}.svg 放到该地址，或提交到仓库并使用其路径。GitLab 的 Markdown 不显示 iframe。`],
    notion: (id) => [
      `把 ${id}.html 放到该地址，再把地址粘贴为 /embed 块。Notion 由其服务器获取：该地址必须能从外部访问。`,
    ],
    sharepoint: (id) => [
      `把 ${id}.html 放到该地址，再把代码粘贴到“嵌入”Web 部件。`,
      '网站所有者需允许该地址（网站设置 → HTML 字段安全）。',
    ],
    html: (id) => [`把 ${id}.html 放到该地址；显示它的页面须允许嵌入（frame-src）。`],
  },
};
