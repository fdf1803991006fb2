import { codesOf, modelOf, onBase } from '../../support.js';

/** Enough of a plan for what examples refer to. */
export const PLAN = onBase(`param labour_budget = 650万 CNY per year ~ 500万..800万

resource managers = 25 ~ 20..30
  capacity 20 days per month

budget annual
  | category | 2025      |
  | people   | 650万 CNY |
  | tools    | 250万 CNY |

action executive_sponsor
  on key_accounts where risk = high top 50 by annual_revenue
  adds contacts if absent
    | level   | department |
    | C-level | 运营       |
  cost 2万 CNY per account
  takes 0.02 managers for 3 months

model plan over 36 months from 2025-01
  | flow    | name     | amount                                     | timing                     |
  | cost    | labour   | labour_budget                              | every month                |
  | cost    | platform | 250万 CNY                                  | month 1                    |
  | benefit | retained | saved(count(risk = high)) * 10万 CNY per year | from month 4 ramp 6 months |
  discount 10% per year
`);

export const onPlan = (text: string): string => `${PLAN}\n${text}`;
export const planned = (text: string) => modelOf(onPlan(text)).planning;
export const codes = (text: string): string[] => codesOf(onPlan(text));
