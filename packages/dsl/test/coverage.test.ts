import { describe, expect, test } from 'vitest';
import { textOf } from '@benchbook/dsl';
import { COVERAGE, modelOf, rendered } from './support.js';

describe('the coverage rulebook', () => {
  const model = modelOf(COVERAGE);

  test('has nothing wrong with it', () => {
    expect(rendered(COVERAGE)).toBe('');
  });

  test('judges the key accounts by the generic benchmark', () => {
    expect(model.applies.map(({ population, benchmarks }) => [population, benchmarks])).toEqual([
      ['key_accounts', ['generic']],
    ]);
    expect(model.metrics.map((metric) => metric.name)).toEqual([
      'contact_density',
      'decision_share',
      'department_coverage',
    ]);
  });

  test('carries the industry table of the report', () => {
    const table = model.benchmarks.find((one) => one.name === 'by_industry')?.table;
    const asked = table?.rows.map((row) =>
      row.outcomes.map((one) => (one?.kind === 'bound' ? one.quantity.value.toString() : '-')),
    );
    expect(asked).toEqual([
      ['8', '0.2', '0.8'],
      ['10', '0.25', '0.85'],
      ['6', '0.18', '0.75'],
      ['5', '0.15', '0.7'],
      ['7', '0.18', '0.75'],
      ['5', '0.15', '0.6'],
    ]);
  });

  test('its priority reaches 16.00 for a high account at the very top', () => {
    expect(model.scores[0]?.range.byLevel[0]).toEqual({ level: 'risk', label: 'high', range: [9, 16] });
  });

  test('tests the published figures under the names of the register', () => {
    expect([...new Set(model.tests.map((one) => one.name.slice(0, 4)))]).toEqual([
      '0-01',
      '0-02',
      '0-03',
      '0-04',
      '0-05',
      '0-07',
      '0-08',
    ]);
  });

  test('every span points at what it says', () => {
    const metric = model.metrics[0];
    expect(metric && textOf(model.files, metric.nameSpan)).toBe('contact_density');
    expect(metric && COVERAGE.split('\n')[metric.line - 1]).toContain('metric contact_density');
  });
});
