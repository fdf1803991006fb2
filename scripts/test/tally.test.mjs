import { expect, test } from 'vitest';
import { tally } from '../tally.mjs';

const file = (status, ...statuses) => ({ status, assertionResults: statuses.map((status) => ({ status })) });

test('counts tests, whatever word Vitest has for leaving one out', () => {
  const testResults = [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'todo', 'pending')];
  expect(tally({ testResults })).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test('a file that could not be loaded is a failure', () => {
  expect(tally({ testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});
