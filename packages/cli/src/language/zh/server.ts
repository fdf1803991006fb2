import { count } from '../../document/figures.js';
import type * as en from '../en/index.js';

/** What `benchbook serve` prints, and the sentences of its HTTP answers. */
export const server: typeof en.server = {
  serving: (file, address) => `${file} 已在 ${address} 打开`,
  stop: '按 Ctrl-C 停止。',
  exposed: (host) => `正在 ${host} 上监听: 能连到它的其他机器可以读到数据。任何人都不能从页面修改规则手册。`,
  portTaken: (port) => `端口 ${port} 已被占用。请用 --port 另选一个, 或去掉它以取下一个空闲端口。`,
  noPort: (from, to) => `端口 ${from} 到 ${to} 都被占用。请用 --port 另选一个。`,
  noHost: (host) => `没有主机 ${host}: --host 要本机的一个地址, 如 127.0.0.1。`,
  notOurs: (host) => `${host} 不是本机的地址: --host 要本机的一个地址, 如 127.0.0.1。`,
  notAllowed: (host, port) => `没有在 ${host} 的端口 ${port} 上监听的权限。请用 --port 选 1024 以上的端口。`,
  cannotListen: (host, port) => `无法在 ${host} 的端口 ${port} 上监听。`,
  ran: (revision, population, size, seconds) =>
    `修订 ${revision}: ${population}, 评判 ${count(size)} 个, 用时 ${seconds} 秒`,
  broken: (revision, errors, shown) =>
    `修订 ${revision}: 规则手册有 ${errors} 处错误${{ nothing: '', whole: '; 保留上一份有效报告', rest: '; 显示其余部分' }[shown]}`,
  unreadable: (revision, kept) => `修订 ${revision}: 规则手册无法运行${kept ? '; 保留上一份有效报告' : ''}`,
  stopped: (revision, kept) => `修订 ${revision}: 数据使运行停止${kept ? '; 保留上一份有效报告' : ''}`,

  wrongHost: 'Benchbook 不在这个地址上提供服务。请按命令打印的地址打开。',
  wrongMethod: '这里不回答这种方法。',
  foreignPage: '只有 Benchbook 提供的页面才能修改规则手册。',
  readOnly: '不能从页面修改规则手册: Benchbook 以 --read-only 启动, 或正在为其他机器提供服务。',
  notJson: '请求体必须是 JSON: {"text": …, "base": …}。',
  longBody: '请求体太大, 不会是规则手册, 或者不是 UTF-8。',
  badEdit: '请求体必须是 {"text": …, "base": …}; base 是所编辑文本的版本。',
  changedSince: '规则手册在此期间已被他人修改。',
  badAddress: '无法读懂这个地址。',
  longAddress: '这个地址太长。',
  noSuchPage: '这个地址上什么也没有。',
  noPageBuilt: '页面还没有构建: 请运行 npm run build 后重新启动。/api/ 下的接口不受影响。',
  noReport: '还没有报告: 需要先修正规则手册或数据。GET /api/state 说明哪里有问题。',
  noKey: '哪个客户? 请用 ?key= 给出键或名称。',
  badCount: (name, most) => `${name} 须为不超过 ${count(most)} 的整数。`,
  superseded: '同一系列中较新的请求取代了这一个。',
  badFormat: '格式只能是 csv、json、parquet 之一。',
  fault: 'Benchbook 内部出错。用 --debug 启动可以在终端看到细节。',
  tooOften: (seconds) => `该地址的请求过于频繁：请在 ${String(seconds)} 秒后再试。`,
};
