/** A small rulebook like the coverage report's; what a test is about replaces a part of it. */
export const parts = {
  accounts: `source accounts from "accounts.csv" key account_id
  | column         | type      | from |
  | account_id     | text      |      |
  | name           | text      |      |
  | industry       | text      |      |
  | annual_revenue | money CNY |      |
  | employees      | count     |      |
`,
  contacts: `source contacts from "contacts.csv" key contact_id
  | column     | type             | from |
  | contact_id | text             |      |
  | account_id | text -> accounts |      |
  | department | text             |      |
  | level      | text             |      |
`,
  population: `population key_accounts of accounts
  where annual_revenue > 0 CNY
`,
  metrics: `metric contact_density "Density" in contacts per 亿元
  = count(contacts) / annual_revenue
metric decision_share "Decision share" in percent
  = count(contacts where level in ["C-level", "VP"]) / count(contacts)
  if empty 0%
metric department_coverage "Coverage" in percent
  = count(distinct contacts.department where department in ["销售", "财务", "运营", "IT", "HR"]) / 5
`,
  benchmark: `benchmark generic
  | contact_density | decision_share | department_coverage |
  | >= 5            | >= 15%         | >= 60%              |
apply generic to key_accounts
`,
  level: `level risk
  | failed | risk   | points | because                       |
  | >= 2   | high   | 3      | "{failed} of {judged} failed" |
  | 1      | medium | 2      | "{failed} of {judged} failed" |
  | 0      | low    | 1      | "{failed} of {judged} failed" |
`,
  score: `score priority of key_accounts times 10
  | term    | weight | value                        |
  | revenue | 40%    | percent_rank(annual_revenue) |
  | risk    | 30%    | risk.points                  |
  | gap     | 30%    | mean(shortfall)              |
`,
} as const;

/** The whole rulebook, with some parts replaced or, given as '', left out; `more` is added at the end. */
export function rules(replaced: Partial<Record<keyof typeof parts, string>> & { more?: string } = {}): string {
  const { more = '', ...others } = replaced;
  return ['rulebook small version "1"\n', ...Object.values({ ...parts, ...others }), more].join('\n');
}

export const ACCOUNTS = `account_id,name,industry,annual_revenue,employees
A1,Shaw Inc,金融服务业,90000000,500
A2,Castillo Ltd,医疗,10000000,80
A3,恒泰精密,制造业,40000000,1200
A4,Gonzalez Inc,科技业,20000000,
`;

/** A2 covers 3 of 5 departments, A3 has one contact below VP level, A1 and A4 have none. */
export const CONTACTS = `contact_id,account_id,department,level
C1,A2,销售,VP
C2,A2,财务,经理
C3,A2,IT,经理
C4,A2,市场,专员
C5,A3,销售,经理
`;
