import type { Limits } from '@benchbook/dsl';
import Big from 'big.js';
import { setPlace, type Place } from '../scenario/set-place.js';
import type { Changes } from '../scenario/apply-scenario.js';
import type { Steps } from './rising.js';
import type { Effort, Moved } from './search.js';
import type { Standing } from './standing.js';

/** What is known of how a thing is to be moved. */
interface Search {
  readonly steps: Steps | null;
  /** null: within its natural bounds. */
  readonly within: Limits | null;
  readonly line: number;
  readonly effort: Effort;
}

/** All numbers of a place take one value. @param standing the numbers of the place: all of one place are alike in unit and bounds */
export function movedTogether(
  place: Place,
  standing: readonly Standing[],
  { steps, within, line, effort }: Search,
): Moved {
  const [first] = standing;
  if (first === undefined) throw new Error(`no number stands at ${place.text}`);
  const { number, value } = first;
  const current = value !== null && standing.every((one) => one.value?.eq(value) === true) ? value : null;
  const about = (value ?? number.value).abs().plus(1);
  const [low, high] = ends(within ?? number.bounds, steps, [about.times(-FAR), about.times(FAR)]);
  const changesAt = (at: Big): Changes => setPlace(place, at, line);
  return { low, high, whole: number.whole, current, steps, effort, changesAt };
}

/** All numbers of a place are scaled by one factor; none leaves its natural bounds. */
export function scaledTogether(
  place: Place,
  standing: readonly Standing[],
  { steps, within, line, effort }: Search,
): Moved {
  const [low, high] = ends(within ?? { low: ZERO, high: null }, steps, [ZERO, new Big(FAR)]);
  const changesAt = (factor: Big): Changes => ({
    applies: [],
    overrides: standing.map(({ number: { path, bounds } }) => ({
      path,
      change: { kind: 'scale', factor, within: bounds },
      span: place.span,
      line,
      clause: place.span,
    })),
  });
  return { low, high, whole: false, current: ONE, steps, effort, changesAt };
}

const ZERO = new Big(0);
const ONE = new Big(1);

/** A number without a natural end is looked for up to some times what it is. */
const FAR = 10;

/** From where to where is searched: without an end over all steps, else as far as is said. */
function ends({ low, high }: Limits, steps: Steps | null, [lowest, highest]: readonly [Big, Big]): readonly [Big, Big] {
  const known = steps !== null && steps.length > 0 ? [steps.at(0), steps.at(steps.length - 1)] : [];
  const [first = lowest, last = highest] = known;
  const [from, to] = [low ?? first, high ?? last];
  return from.gt(to) ? [from, from] : [from, to];
}
