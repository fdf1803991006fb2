import type { Run } from '@benchbook/engine';
import { HttpError } from '../server/reply.js';
import type { Exchange } from './route.js';

/** The last good run, once the one under way is over; 409 while there has been none. */
export async function lastRun({ live, words }: Exchange): Promise<Run> {
  await live.settled();
  const { run } = live.state;
  if (run === null) throw new HttpError(409, words.server.noReport);
  return run;
}
