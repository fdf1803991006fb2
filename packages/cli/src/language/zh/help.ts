import type * as en from '../en/index.js';

const withoutFile = '不给出 FILE 时, 采用 scenarios/ 下唯一的规则手册。';

export const commands: typeof en.commands = {
  run: {
    summary: '用数据运行规则手册并报告结果',
    details: [
      withoutFile,
      'text 供在终端阅读, markdown 供贴入维基; json 是完整报告; csv、parquet、arrow 是排名表。笔记本的 html 与 markdown 是其正文, 附各单元格的结果与图。--out 在完整写好之后才替换文件。',
    ],
    examples: [
      'benchbook run coverage.bench',
      'benchbook run coverage.bench --format markdown --out coverage.md',
      'benchbook run findings.md --format html --out findings.html',
    ],
  },
  check: {
    summary: '检查规则手册而不运行',
    details: [withoutFile],
    examples: ['benchbook check scenarios/*.bench'],
  },
  test: {
    summary: '运行规则手册里的 test 块',
    details: [withoutFile, '没有通过的测试会并排列出预期与实际, 以及背后的规则行。junit 是供 CI 系统读取的 XML。'],
    examples: [
      'benchbook test coverage.bench --filter census',
      'benchbook test coverage.bench --coverage-min 80%',
      'benchbook test coverage.bench --watch',
    ],
  },
  fmt: {
    summary: '把规则手册整理成统一的格式',
    details: [
      '给出文件夹时, 处理其中及以下的所有规则手册。不给出 FILE 时, 处理 scenarios/ 下的全部。',
      '对齐表格, 规范空格与空行, 把文本和单元格之外的中文标点换成英文标点。内容从不改变; 读不懂的声明保持原样。',
      '用 --check 时不写文件: 列出格式不统一的文件, 退出码为 1。用 --stdin 时, FILE 只是所读内容的名称。',
    ],
    examples: ['benchbook fmt', 'benchbook fmt coverage.bench --check'],
  },
  lint: {
    summary: '检查规则手册的风格',
    details: [
      '给出文件夹时, 检查其中及以下的所有规则手册。不给出 FILE 时, 检查 scenarios/ 下的全部。',
      '有警告时退出码为 1 (用 --strict 时提示也算), 规则手册有错误时为 3。--fix 做不改变内容的修改。',
      '注释可以允许某条规则: # lint: allow L104, 或 # lint: allow L104 in this file。',
    ],
    examples: ['benchbook lint', 'benchbook lint coverage.bench --fix'],
  },
  diff: {
    summary: '说明两个规则手册有何不同, 以及谁因此变动',
    details: [
      'A 与 B 是文件, 或某个 git 修订版本的文件 (REV:FILE), 或其中的情景 (FILE#SCENARIO)。REV FILE 把修订版本与现在的文件相比, REV REV FILE 比较两个修订版本。',
      '排版、注释与没有意义的次序不算。两者都用现在的数据运行; --no-run 则不运行。markdown 供贴入合并请求。',
    ],
    examples: [
      'benchbook diff old.bench new.bench',
      'benchbook diff HEAD~1 HEAD scenarios/coverage/coverage.bench',
      'benchbook diff HEAD coverage.bench --format markdown',
    ],
  },
  explain: {
    summary: '说明一个客户为什么处在现在的位置',
    details: [withoutFile, 'ACCOUNT 是键, 或只有一个客户使用的名称。'],
    examples: ['benchbook explain coverage.bench A00042', 'benchbook explain "Shaw Inc" --rules coverage.bench'],
  },
  ask: {
    summary: '扫描一个数, 求达到目标的值, 排出影响一个数字的因素',
    details: [
      withoutFile,
      '不给出 QUESTION 时, 回答规则手册所问的一切: 其中的 sweep、seek 与 rank drivers。QUESTION 是其中之一, 按规则手册的写法, 放在引号里。',
    ],
    examples: [
      'benchbook ask coverage.bench',
      'benchbook ask "seek generic.decision_share so that share(risk = high of key_accounts) <= 80%"',
      'benchbook ask "rank drivers of share(risk = high of key_accounts)"',
    ],
  },
  plan: {
    summary: '算出计划: 逐期收支、人员、阶段、必须成立的要求',
    details: [
      withoutFile,
      '规则手册所计划的一切: 各 model 逐月的收支与回报, 行动、人员、预算、阶段、漏斗、客户群与要求, 以及其中 simulate 抽样的结果。--scenario 与 --set 也改动计划中的数。',
    ],
    examples: [
      'benchbook plan coverage.bench',
      'benchbook plan coverage.bench --set "managers=20"',
      'benchbook plan coverage.bench --format json',
    ],
  },
  history: {
    summary: '列出留存的运行, 或其中各个数字的走势',
    details: [
      withoutFile,
      'benchbook run --keep 把一次运行留存在 .benchbook/history 中: 规则、数据、改动的数字、引擎与结果, 各以其哈希存放。其中的内容从不更改。',
      '--trend 列出每个数字在历次运行中的走势, 最近的一次在最右边。',
    ],
    examples: ['benchbook history', 'benchbook history coverage.bench --trend'],
  },
  compare: {
    summary: '说明与留存的运行相比有何不同, 谁变动了',
    details: [
      withoutFile,
      'A 与 B 是留存的运行: 编号的前几位, 或 last。不给出 B 时, 与现在的规则和数据相比; A 也不给出时, 取最近留存的一次。',
    ],
    examples: ['benchbook compare', 'benchbook compare 3f2a last', 'benchbook compare last coverage.bench'],
  },
  replay: {
    summary: '重新运行一次留存的运行, 证明结果相同',
    details: [
      withoutFile,
      '规则与数据取自留存; 留存时没有带数据的 (--no-data), 取自项目, 且内容不得变化。结果有不同时退出码为 1。',
    ],
    examples: ['benchbook replay last', 'benchbook replay 3f2a coverage.bench'],
  },
  docs: {
    summary: '为规则手册写一个页面, 供依规则行事的人阅读',
    details: [
      '不给出 FILE 时, 采用 scenarios/ 下唯一的规则手册。',
      '包括标签、说明、带单位的表、公式、经过测试的示例以及依赖关系图。html 是一个文件, 不需要脚本与网络; markdown 用 Mermaid 画图, 加 --out 时另有 SVG 文件。不给出 --out 时写到终端。',
    ],
    examples: ['benchbook docs coverage.bench --out docs', 'benchbook docs coverage.bench -o docs --format markdown'],
  },
  chart: {
    summary: '把一个图表写成文件：SVG、PNG、HTML、CSV、JSON、Markdown',
    details: [
      '不给 ID 时列出规则手册或笔记本中的图表及其标识。形式由 --out 的文件名决定，否则由 --format 决定；默认 SVG。',
      'SVG 不含脚本、网络字体、样式表，也不引用外部内容，维基可以直接使用。HTML 是一个可放入 iframe 的文件。每个文件都写明由什么生成；JSON 中是完整信息。',
    ],
    examples: [
      'benchbook chart coverage.bench',
      'benchbook chart coverage.bench risk-by-industry-as-bars -o risk.svg --theme dark',
    ],
  },
  embed: {
    summary: '给出在维基页面中显示图表的写法',
    details: ['代码写到终端，该维基的限制和管理员需允许的事项附在旁边。文件由 benchbook chart 生成，放到 --address。'],
    examples: [
      'benchbook embed coverage.bench risk-by-industry-as-bars --for confluence --address https://rules.example.org/charts',
    ],
  },
  build: {
    summary: '把笔记本和规则手册发布为静态文件',
    details: [
      '文件夹代表其中及其下的所有规则手册和笔记本。没有 FILE 时取 scenarios/ 之下的；页面写入文件夹 site。',
      '每个页面是一个 HTML 文件，不需要脚本、网络和服务器，页脚写明由什么生成。规则与数据未变的页面不重新生成；源文件已不存在的页面会被移除。写有客户或人员名称的表格会使发布停止，直到用 --include 允许这些列。页面上的时间可由 SOURCE_DATE_EPOCH 给出。',
    ],
    examples: [
      'benchbook build scenarios/coverage --out site --include name',
      'benchbook build findings.md -o site --live https://rules.example.org/',
    ],
  },
  serve: {
    summary: '在浏览器里打开规则手册并跟随其变化',
    details: [
      withoutFile,
      '规则手册或数据一有变化就重新读取。按 Ctrl-C 停止。',
      '不给出 --port 时, 从 4321 起取下一个空闲端口。--host 若不是本机回环地址, 其他机器也能读到数据。',
    ],
    examples: ['benchbook serve coverage.bench --open'],
  },
  lsp: {
    summary: '与编辑器对话: 语言服务器',
    details: [
      '在标准输入与标准输出上使用语言服务器协议 (LSP), 由编辑器启动; 各编辑器的设置见 docs/guides/editors.zh.md。',
      '输入时即指出错误, 补全名称与数据中出现的取值, 并提供说明、改名与格式化。',
    ],
    examples: ['benchbook lsp'],
  },
};

export const options: typeof en.options = {
  format: '结果的写法',
  out: '写入该文件, 而不是终端',
  include: '允许发布的、写有客户或人员名称的列，可多次给出',
  live: '实时页面的地址，发布的页面会链接到它',
  theme: '图的配色',
  scale: 'PNG 每个图像单位的像素数',
  for: '显示图表的维基',
  address: '图表文件所在的地址',
  population: '报告该总体, 而不是第一个受评判的总体',
  top: '排名列出多少行 (text 与 markdown 为 10)',
  strict: '把警告当作错误',
  'keep-going': '略去有错误的声明, 运行其余部分',
  keep: '留存这次运行, 供以后比较: benchbook history',
  note: '留存的运行的备注',
  'no-data': '留存时不带数据; 若要重新运行, 数据不得变化',
  trend: '列出每个数字的走势',
  check: '不写文件; 有文件格式不统一时退出码为 1',
  stdio: '使用标准输入与标准输出; 本来就是如此, 供编辑器书写',
  stdin: '从标准输入读取, 写到标准输出',
  fix: '做不改变内容的修改',
  filter: '只运行名称包含该文字的测试',
  coverage: '列出数据与测试都没有用到的表行',
  'coverage-min': '用到的行少于该占比时算作未通过, 如 80%',
  watch: '规则手册或数据一有变化就重新运行; 按 q 或 Ctrl-C 停止',
  'no-run': '只比较规则, 不运行',
  'exit-code': '有差异时以 1 结束',
  rules: '只给出客户时所用的规则手册',
  port: '监听该端口; 0 为任意端口',
  host: '监听该地址 (127.0.0.1)',
  open: '在浏览器里打开页面',
  'no-open': '不打开页面 (即默认情形)',
  'read-only': '不允许从页面修改规则手册',
  root: '规则手册里的路径以该文件夹为准 (scenarios/ 所在的文件夹, 否则是当前文件夹)',
  threads: '可用的线程数',
  scenario: '运行规则手册中的这个情景; base 即规则手册本身',
  set: '换成另一个数, 可多次使用: --set generic.decision_share=20%',
  'as-of': '从哪一天往回看, 如 2024-12-31; 代替规则手册所写的日期',
  memory: '数据库可用的内存, 如 4GB',
  lang: '使用英文或中文 (否则看 BENCHBOOK_LANG, 再看系统语言)',
  'no-color': '不用颜色 (同 NO_COLOR)',
  debug: '显示内部错误的细节',
  help: '显示本说明',
  version: '显示版本',
};

export const help: typeof en.help = {
  tagline: '客户覆盖规则手册: 写的是易读的文字, 得到的是评判过的总体。',
  usage: '用法',
  commands: '命令',
  options: '选项',
  examples: '示例',
  topics: '主题',
  synopsis: 'benchbook COMMAND [FILE] [OPTIONS]',
  more: 'benchbook COMMAND --help 说明一个命令, benchbook help exit-codes 说明退出码。',
  exitCodesTitle: '命令的退出码',
  exitCodes: {
    ok: '一切正常。',
    unmet:
      '有严重程度为 error 的检查不成立或无法判断, 或有测试未通过; 或 fmt --check 发现格式不统一的文件。用 --strict 时包括所有检查。',
    usage: '命令行要的东西不存在: 命令、选项、文件、客户、写入位置、端口。',
    rulebook: '规则手册有错误, 或无法作为文本读取; 用 --strict 时包括警告。',
    data: '数据使运行停止: 缺文件或列、键重复、总体里没有任何行。',
    fault: '内部错误。--debug 显示细节。',
    interrupted: '没有做完就被 Ctrl-C 或信号停止; 服务器这样停止时为 0。',
  },
};
