import { expect, test } from 'vitest';
import { dimensionOf, levelOf, metricOf, reportOf, scoreOf } from '../support/answers.js';
import { ACCOUNTS, parts } from '../support/rules.js';

/** A1 金融服务业 500, A2 医疗 80, A3 制造业 1200, A4 科技业 without a headcount. */
const SERVICE = `table service
  | industry   | employees | -> hours | visits | class    |
  | 金融服务业 | -         | 4        | 12     | 战略     |
  | 制造业     | >= 1_000  | 8        | 6      | 核心     |
  | 制造业     | < 1_000   | 24       | 2      | 潜力     |
  | else       | -         | 48       | 1      | 潜力     |
`;

test('a table of several inputs gives several values: to metrics, scores, populations and levels', async () => {
  const report = await reportOf({
    metrics: `${parts.metrics}metric response of accounts
  = service.hours
metric twice of accounts
  = service.visits * 2
metric asked of accounts
  = service("制造业", 100)
metric classed of accounts
  = if(service.class = "潜力", 1, 0)
`,
    score: `score urgency of key_accounts
  | term   | weight | value          |
  | visits | 100%   | service.visits |
`,
    level: `level care of accounts
  | service.visits | care   |
  | >= 6           | close  |
  | < 6            | loose  |
`,
    more: SERVICE,
  });
  expect(metricOf(report, 'response')).toEqual({ A1: 4, A2: 48, A3: 8, A4: 48 });
  expect(metricOf(report, 'twice')).toEqual({ A1: 24, A2: 2, A3: 12, A4: 2 });
  expect(metricOf(report, 'asked')).toEqual({ A1: 24, A2: 24, A3: 24, A4: 24 });
  expect(metricOf(report, 'classed')).toEqual({ A1: 0, A2: 1, A3: 0, A4: 1 });
  expect(scoreOf(report)).toEqual({ A1: '12.00', A2: '1.00', A3: '6.00', A4: '1.00' });
  expect(levelOf(report)).toEqual({ A1: 'close', A2: 'loose', A3: 'close', A4: 'loose' });
});

const TITLES = `contact_id,account_id,department,title
C1,A1,销售,总经理助理
C2,A1,销售,Vice President (VP)
C3,A1,销售,财务总监
C4,A2,销售,
C5,A2,销售,工程师
`;

test('a column derived by a table of texts: the first row that matches, letters of any case, and a row for no value', async () => {
  const report = await reportOf(
    {
      contacts: `source contacts from "contacts.csv" key contact_id
  | column     | type             | from              |
  | contact_id | text             |                   |
  | account_id | text -> accounts |                   |
  | department | text             |                   |
  | title      | text             |                   |
  | level      | text             | = classify(title) |
`,
      benchmark: '',
      level: '',
      score: '',
      metrics: ['经理级', 'VP', '总监', '未知', '其他']
        .map((level, index) => `metric level_${index + 1} in contacts\n  = count(contacts where level = "${level}")\n`)
        .join(''),
      more: `table classify first
  | title                      | -> level |
  | contains "助理"            | 经理级   |
  | word "vp", starts "vice"   | VP       |
  | ends "总监", "总经理"      | 总监     |
  | missing                    | 未知     |
  | else                       | 其他     |
`,
    },
    { 'accounts.csv': ACCOUNTS, 'contacts.csv': TITLES },
  );
  const counts = [1, 2, 3, 4, 5].map((level) => {
    const { A1, A2 } = metricOf(report, `level_${level}`);
    return [A1, A2];
  });
  expect(counts).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
    [0, 1],
    [0, 1],
  ]);
  expect(dimensionOf(report, 'industry').A1).toBe('金融服务业');
});
