import { STATES } from '../../results.js';
import { quoted } from './sandbox.js';

/**
 * The columns of a ranked table as queries see them: without a dot in a name, and with words for the states.
 *
 * @param names those of the table, as it was written
 */
export function resultColumns(names: readonly string[]): string {
  const taken = new Set(names);
  return names
    .map((name) => {
      const plain = name.replaceAll('.', '_');
      const shown = plain === name || taken.has(plain) ? name : plain;
      return `${name.endsWith('.state') ? stateText(name) : quoted(name)} AS ${quoted(shown)}`;
    })
    .join(', ');
}

function stateText(name: string): string {
  const cases = STATES.map((state, index) => `WHEN ${String(index)} THEN '${state}'`);
  return `CASE ${quoted(name)} ${cases.join(' ')} END`;
}
