import { type Figures, measureFigures } from '../rulebook/figures.js';
import { ranking } from '../rulebook/ranking.js';
import type { Account } from '../world/account.js';
import { Refusal } from '../refusal.js';
import { figures } from './figures.js';
import { holds } from './interval.js';
import { leaders } from './leaders.js';

/** Measures every figure again, from the rows alone; throws a sentence about the first that is off. */
export function check(accounts: readonly Account[]): Figures {
  const measured = measureFigures(accounts);
  for (const name of Object.keys(figures) as (keyof Figures)[]) {
    const { from, to } = figures[name];
    if (!holds(figures[name], measured[name])) {
      throw new Refusal(`${name} came out as ${measured[name]} instead of ${range(from, to)}; another seed will do.`);
    }
  }
  checkLeaders(accounts);
  return measured;
}

function checkLeaders(accounts: readonly Account[]): void {
  const ranked = ranking(accounts);
  const expected = leaders.map(({ name, industry, priority }) => [name, industry, priority, 'high', 0].join(' · '));
  const found = ranked
    .slice(0, leaders.length)
    .map(({ account: { name, industry, contacts }, priority, risk }) =>
      [name, industry, priority.toFixed(2), risk, contacts.length].join(' · '),
    );
  if (found.join() !== expected.join())
    throw new Refusal(`The top five came out as ${found.join('; ')}; another seed will do.`);
}

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from} to ${to}`);
