import type { Weighted } from '../random/draws.js';
import type { Department, Level } from './contact.js';

/**
 * How many people we know at an account. Nearly half of all accounts have nobody on file; where
 * there is somebody, one or two is usual and more at larger accounts, with a long tail.
 */
export const contactModel = {
  /** log-odds that a median account has any contact, and what one log unit of revenue adds */
  known: 0.05,
  knownPerRevenue: 0.05,
  /** log of the typical number, what one log unit of revenue adds, and the spread */
  typical: 0.16,
  typicalPerRevenue: 0.13,
  spread: 1.02,
};

/** How often we meet a department when an industry has no habits of its own. */
export const departmentWeights: Readonly<Record<Department, number>> = {
  销售: 15,
  财务: 17,
  运营: 22,
  IT: 19,
  HR: 9,
  采购: 5,
  法务: 1,
  研发: 2,
  市场: 2,
  总经办: 0.5,
};

/**
 * Acquaintance spreads inside a department: the first contact's colleagues come first, then those
 * of a second department, and only a few people elsewhere. This is why many contacts cover few departments.
 */
export const doors = { first: 0.47, second: 0.47 };

/** A few accounts somebody takes care of: more contacts there, and from anywhere. */
export const wellKept = { share: 0.02, times: 2.5 };

/** The chance that a contact is one who decides: more where so many are known that we get around. */
export const decides = { usual: 0.027, amongMany: 0.05, many: 7 };

/** How often a level is met among those who decide, and among the others. */
export const levelWeights: Readonly<Record<'deciding' | 'working', readonly LevelWeight[]>> = {
  deciding: [
    { level: 'C-level', weight: 2 },
    { level: 'VP', weight: 3 },
  ],
  working: [
    { level: '总监', weight: 20 },
    { level: '经理', weight: 43 },
    { level: '专员', weight: 37 },
  ],
};

interface LevelWeight extends Weighted {
  readonly level: Level;
}

/** The day the file was exported, and how long ago the typical last contact was. */
export const exported = { day: Date.UTC(2024, 10, 30), meanDaysAgo: 210, mostDaysAgo: 1_000 };
