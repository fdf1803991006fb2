import type { NoticeData } from '@benchbook/engine';
import { EXIT } from '../exit-codes.js';

/** What ends a command that could not run: the command line, the rulebook or its data. */
export type StopExit = typeof EXIT.usage | typeof EXIT.rulebook | typeof EXIT.data;

/** Whose fault it is that nothing was run: not every notice that stops a run is about data. */
export function faultOf(notices: readonly NoticeData[]): StopExit {
  const [first] = notices.map(ownFault).sort();
  return first ?? EXIT.data;
}

function ownFault(found: NoticeData): StopExit {
  switch (found.code) {
    case 'R311':
      return EXIT.usage;
    case 'R312':
      return found.data.population === null ? EXIT.rulebook : EXIT.usage;
    case 'R313':
      return found.data.why === 'absent' || found.data.why === 'unreadable' ? EXIT.usage : EXIT.rulebook;
    default:
      return EXIT.data;
  }
}
