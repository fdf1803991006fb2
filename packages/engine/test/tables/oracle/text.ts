/** Random tables and data as they stand in files. */
import { COLUMNS } from './columns.js';
import { written } from './condition.js';
import type { Table } from './decide.js';
import type { Entry } from './generate.js';

export const SOURCE = `rulebook random version "1"
source cases from "cases.csv" key id
  | column | type |
  | id | text |
${Object.entries(COLUMNS)
  .map(([name, { type }]) => `  | ${name} | ${type} |\n`)
  .join('')}population everybody of cases
`;

export const cases = (entries: readonly Entry[]): string =>
  [['id', ...Object.keys(COLUMNS)], ...entries.map(({ cells }, index) => [`e${index}`, ...cells])]
    .map((cells) => cells.join(','))
    .join('\n');

/** A table that decides: its first output has the name of the declaration, except in a benchmark, where metrics stand. */
export function tableText(noun: 'table' | 'band' | 'benchmark' | 'level', name: string, of: Table): string {
  const outputs = of.outputs.map((output, at) => (at === 0 && noun !== 'benchmark' ? name : output));
  const [first = '', ...more] = outputs;
  const rows = of.rows.map(({ cells, gives }) => [
    ...cells.map(written),
    ...gives.map((given) => given?.written ?? '-'),
  ]);
  const header = [...of.inputs, noun === 'table' ? `-> ${first}` : first, ...more];
  const lines = [header, ...rows].map((cells) => `  | ${cells.join(' | ')} |\n`);
  return `${noun} ${name}${policyText(of)}\n${lines.join('')}`;
}

function policyText({ policy, gathering, inOutputOrder, order }: Table): string {
  const listed = order === null ? '' : ` [${order.map(orderItem).join(', ')}]`;
  switch (policy) {
    case 'unique':
      return '';
    case 'any':
    case 'first':
      return ` ${policy}`;
    case 'priority':
      return ` priority${listed}`;
    case 'collect':
      if (gathering !== 'list') return ` collect ${gathering}`;
      return inOutputOrder ? ` collect in output order${listed}` : ' collect';
  }
}

const orderItem = ({ value, written: text }: NonNullable<Table['order']>[number]): string =>
  typeof value === 'string' && !/^\d{4}-/.test(value) ? `"${text}"` : text;
