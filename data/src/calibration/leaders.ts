/** An account of the published top five: the priority it has to print, and where it stands by revenue. */
export type Leader = {
  readonly name: string;
  readonly industry: string;
  readonly headcount: number;
  readonly priority: string;
  /** How many accounts bring more. Without any contact, priority is 16 − 4 · rank / 1406. */
  readonly revenueRank: number;
};

export const leaders: readonly Leader[] = [
  { name: 'Shaw Inc', industry: '金融服务业', headcount: 6_420, priority: '16.00', revenueRank: 0 },
  { name: 'Gonzalez Inc', industry: '科技业', headcount: 2_180, priority: '15.99', revenueRank: 2 },
  { name: 'George, Davis and Hill', industry: '金融服务业', headcount: 3_675, priority: '15.99', revenueRank: 4 },
  { name: 'Castillo Ltd', industry: '医疗', headcount: 1_940, priority: '15.98', revenueRank: 7 },
  { name: 'Lewis, Clark and Drake', industry: '制药业', headcount: 4_310, priority: '15.97', revenueRank: 10 },
];

/**
 * Every other account down to this revenue rank has a contact: one without any would print 15.97 too,
 * or more, and stand among the five.
 */
export const contactedDownTo = 24;
