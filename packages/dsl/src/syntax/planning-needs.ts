import type { Need } from './needs.js';

const TABLE: Need = { kinds: ['table'], clause: 'table', example: '| … | … |' };

/** What a declaration about plans cannot do without. */
export const PLANNING_NEEDS = {
  action: [
    { kinds: ['on'], clause: '`on`', example: 'on key_accounts where risk = high' },
    { kinds: ['adds', 'sets'], clause: '`adds` or `sets`', example: 'adds contacts, with a table of its values' },
  ],
  resource: [{ kinds: ['amount', 'span'], clause: 'headcount', example: '= 25 ~ 20..30' }],
  budget: [{ kinds: ['amount', 'table'], clause: 'amount', example: '= 1_000万 CNY per year' }],
  phase: [{ kinds: ['lasts', 'ends', 'months'], clause: 'end', example: 'lasts 3 months' }],
  funnel: [{ ...TABLE, example: '| stage | conversion |' }],
  cohort: [
    { kinds: ['size'], clause: '`size`', example: 'size 500' },
    { kinds: ['retention'], clause: '`retention`', example: 'retention 82% per year' },
  ],
  model: [
    { kinds: ['over'], clause: '`over`', example: 'over 36 months from 2025-01' },
    { ...TABLE, example: '| flow | name | amount | timing |' },
  ],
  correlate: [{ kinds: ['pair', 'table'], clause: 'pair', example: 'labour_budget with managers 0.6' }],
  simulate: [
    { kinds: ['trials'], clause: 'number of trials', example: '10_000 times' },
    { kinds: ['report'], clause: '`report`', example: 'report p5(npv), chance(npv > 0)' },
  ],
  optimise: [
    { kinds: ['objective'], clause: 'objective', example: 'maximise npv' },
    { kinds: ['over actions'], clause: '`over`', example: 'over executive_sponsor' },
  ],
} as const satisfies Record<string, readonly Need[]>;
