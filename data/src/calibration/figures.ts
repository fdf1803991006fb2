import { between, exactly, printed, type Interval } from './interval.js';
import type { Figures } from '../rulebook/figures.js';

/**
 * Every figure the sample data has to lead to. The calibration steps aim at these intervals, and the
 * check that runs before anything is written measures each one again.
 */
export const figures: Readonly<Record<keyof Figures, Interval>> = {
  // Published, at the printed precision.
  accounts: exactly(7_035),
  keyAccounts: exactly(1_407),
  high: exactly(1_339),
  medium: exactly(67),
  low: exactly(1),
  meanDensity: printed(186.41, 2),
  meanShare: printed(0.0173, 4),
  meanCoverage: printed(0.1456, 4),
  // Of 7,035 account-department pairs: the only count that prints as 14.56%.
  coveredDepartments: exactly(1_024),

  // Ours: what the published figures leave open, chosen so that the world stays believable.
  withoutContacts: between(632, 648),
  passingDensity: between(745, 776),
  passingCoverage: exactly(33),
  passingShare: exactly(36),
  industryHigh: between(1_350, 1_385),
  industryLow: exactly(0),

  // No decision may rest on the last bit of a number.
  gapAtTheCut: between(1, Infinity),
  closestDensity: between(1e-6, Infinity),
};
