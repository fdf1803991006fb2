import { calibrate } from './calibration/calibrate.js';
import { check } from './calibration/check.js';
import { leaders } from './calibration/leaders.js';
import { calibratedAccounts } from './options.js';
import { accountsTable, contactsTable } from './output/tables.js';
import { writeTables } from './output/write-tables.js';
import { random } from './random/draws.js';
import type { Account } from './world/account.js';
import { drawWorld } from './world/draw-world.js';

/** The calibrated accounts of a seed; throws when a figure does not come out. */
export function coverageAccounts(seed: number): Account[] {
  const draw = random(seed);
  const accounts = drawWorld(
    calibratedAccounts,
    draw,
    leaders.map(({ name }) => name),
  );
  calibrate(accounts, draw);
  check(accounts);
  return accounts;
}

/** Writes the calibrated data set and returns a line about each file. Nothing is written if a figure is off. */
export async function generateCoverage(seed: number, directory: string): Promise<string[]> {
  const accounts = coverageAccounts(seed);
  const tables = [accountsTable(accounts), contactsTable(accounts, random(seed))];
  const paths = await writeTables(tables, directory);
  const counts = tables.map(({ name, rows }) => `${rows.length} ${name}`);
  return [`${counts.join(' and ')}, seed ${seed}; every published figure comes out.`, ...paths];
}
