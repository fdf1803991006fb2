import type { ListNode } from '../../syntax/nodes.js';
import { nodesIn } from '../../syntax/nodes-in.js';
import { rule } from '../rule.js';
import { nameOf } from '../subject.js';
import type { Subject } from '../subject.js';

const isList = (node: object): node is ListNode => 'kind' in node && node.kind === 'list';

const said = (list: ListNode): string =>
  JSON.stringify(list.items, (key, value: unknown) => (key === 'span' ? undefined : value));

export const repeatedParam = rule<{ param: string }>({
  code: 'L102',
  title: { en: 'a list that a param holds already', zh: '与 param 重复的列表' },
  severity: 'warning',
  fix: 'safe',
  en: ({ param }) => [`This list is the param \`${param}\`, written once more.`, `Write \`${param}\`.`],
  zh: ({ param }) => [`这个列表与 param \`${param}\` 相同，重复写了一遍。`, `请写 \`${param}\`。`],
  look: (subject) => {
    const params = new Map(
      subject
        .of('param')
        .flatMap((param) => [...nodesIn(param.clauses)].filter(isList).map((list) => [said(list), param] as const)),
    );
    return listsOutsideParams(subject).flatMap((list) => {
      const param = params.get(said(list));
      if (param === undefined) return [];
      const name = nameOf(param);
      return [{ span: list.span, data: { param: name }, edits: [{ span: list.span, replacement: name }] }];
    });
  },
});

export const repeatedList = rule<{ times: number }>({
  code: 'L103',
  title: { en: 'the same list in several places', zh: '多处出现同一个列表' },
  severity: 'hint',
  fix: null,
  en: ({ times }) => [`The same list stands in ${times} places; a change has to find them all.`, 'Make it a param.'],
  zh: ({ times }) => [`同一个列表出现了 ${times} 次，改动时容易漏掉。`, '请把它写成 param。'],
  look: (subject) => {
    const lists = listsOutsideParams(subject).filter((list) => list.items.length > 1);
    const all = lists.map(said);
    return lists.flatMap((list, index) => {
      const times = all.filter((one) => one === all[index]).length;
      return times > 1 && all.indexOf(all[index] ?? '') === index ? [{ span: list.span, data: { times } }] : [];
    });
  },
});

const listsOutsideParams = (subject: Subject): ListNode[] =>
  subject.declarations
    .filter(({ noun }) => noun !== 'param')
    .flatMap(({ clauses }) => [...nodesIn(clauses)].filter(isList));
