import { describe, expect, test } from 'vitest';
import { readRankedTable } from '../src/api/arrow-reader.js';
import { groupedMean, groupings, missingBenchmarks } from '../src/ranking/figures.js';
import { EVERYTHING, selectRows } from '../src/ranking/select.js';
import { columnNamed, rowOfKey, type RankedTable } from '../src/ranking/table.js';
import { accounts } from './fixture/population.js';
import { ranking } from './fixture/ranking.js';

const made = accounts(1407);
/** In batches of 500, each with a dictionary of its own, as a server would stream it. */
const table = readRankedTable(ranking(made, 500));

function names(rows: Uint32Array, of: RankedTable = table): (string | null)[] {
  const column = columnNamed(of, 'name');
  return [...rows].map((row) => (column?.store === 'texts' ? column.at(row) : null));
}

describe('reading', () => {
  test('keeps every column with its role, label and unit', () => {
    expect(table.rows).toBe(1407);
    expect(columnNamed(table, 'contact_density')).toMatchObject({
      role: 'metric',
      label: '联系人密度比',
      unit: 'contacts per 亿元',
      kind: 'ratio',
    });
  });

  test('gives each label one code, whatever batch it came in, and no value -1', () => {
    const industry = columnNamed(table, 'industry');
    if (industry?.store !== 'codes') throw new Error('industry is a dictionary');
    expect(industry.labels).toHaveLength(6);
    expect(industry.codes.filter((code) => code === -1)).toHaveLength(
      made.industry.filter((code) => code === -1).length,
    );
  });

  test('finds the row of a key', () => {
    const first = made.keys[made.order[0]!]!;
    expect(rowOfKey(table, first)).toBe(0);
    expect(rowOfKey(table, 'nobody')).toBe(-1);
  });
});

describe('selecting', () => {
  test('without a filter every row is there, in ranking order', () => {
    const rows = selectRows(table, EVERYTHING, null, 'en');
    expect(rows).toHaveLength(1407);
    expect([...rows.subarray(0, 3)]).toEqual([0, 1, 2]);
  });

  test('a text is found anywhere in name or key, never minding case', () => {
    const found = names(selectRows(table, { text: 'sHAW', labels: {} }, null, 'en'));
    expect(found.length).toBe(made.names.filter((name) => name.toLowerCase().includes('shaw')).length);
    expect(selectRows(table, { text: 'a00042', labels: {} }, null, 'en')).toHaveLength(1);
  });

  test('Chinese is found, and never across the end of a name', () => {
    const found = names(selectRows(table, { text: '集团', labels: {} }, null, 'en'));
    expect(found.length).toBe(made.names.filter((name) => name.includes('集团')).length);
    expect(selectRows(table, { text: 'IncShaw', labels: {} }, null, 'en')).toHaveLength(0);
  });

  test('labels narrow together, and null asks for rows without a value', () => {
    expect(selectRows(table, { text: '', labels: { risk: 'medium' } }, null, 'en')).toHaveLength(67);
    expect(selectRows(table, { text: '', labels: { risk: 'medium', industry: null } }, null, 'en')).toHaveLength(1);
    expect(selectRows(table, { text: '', labels: { industry: null } }, null, 'en')).toHaveLength(5);
    expect(selectRows(table, { text: '', labels: { industry: 'no such' } }, null, 'en')).toHaveLength(0);
  });

  test('a sort keeps the filter', () => {
    const rows = selectRows(
      table,
      { text: '', labels: { risk: 'medium' } },
      { column: 'annual_revenue', direction: 'descending' },
      'en',
    );
    const revenue = columnNamed(table, 'annual_revenue');
    if (revenue?.store !== 'numbers') throw new Error('revenue is a number');
    const values = [...rows].map((row) => revenue.values[row]!);
    expect(values).toHaveLength(67);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });
});

describe('figures over the rows', () => {
  test('who misses a benchmark is counted under each label', () => {
    expect(missingBenchmarks(table, 'risk', ['high', 'medium', 'low'])).toEqual({
      count: 1406,
      byLabel: [1339, 67, 0],
    });
  });

  test('a mean over two groupings counts every row that has both', () => {
    const [industry, size] = groupings(table);
    const mean = groupedMean(table, 'priority', industry!, size!)!;
    expect(mean.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(1402);
  });
});
