import type { Explanation, Report } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const rulebook = 'other/scenarios.bench';
const run = (...args: string[]) => benchbook(['run', rulebook, '--lang', 'en', ...args]);

test('a report says which scenario it is of, and what that moved', async () => {
  const { code, stdout, stderr } = await run('--scenario', 'milder', '--set', 'generic.contact_density=2');
  expect([code, stderr]).toEqual([0, '']);
  const from = stdout.indexOf('Scenario');
  expect(stdout.slice(from, stdout.indexOf('Data', from)).trimEnd().split('\n')).toEqual([
    'Scenario milder and numbers given on the command line',
    '  number                   in base     here  by',
    '  generic.contact_density     >= 5     >= 2  --set',
    '  generic.decision_share    >= 15%  >= 7.5%  milder other/scenarios.bench:6',
  ]);
});

test('json names the scenario; without one there is none', async () => {
  const scenarioOf = async (...args: string[]): Promise<Report['scenario']> =>
    (JSON.parse((await run('--format', 'json', ...args)).stdout) as Report).scenario;
  expect(await scenarioOf()).toBeNull();
  expect(await scenarioOf('--scenario', 'base')).toBeNull();
  expect(await scenarioOf('--scenario', 'milder')).toMatchObject({ name: 'milder', chain: ['milder'], given: false });
});

test('explain shows the rule as written and what was put in its place', async () => {
  const { stdout } = await benchbook(['explain', rulebook, 'A1', '--scenario', 'milder', '--format', 'json']);
  const { metrics } = JSON.parse(stdout) as Explanation;
  expect(metrics.find(({ name }) => name === 'decision_share')?.rules[0]?.moved).toMatchObject([
    { path: 'generic.decision_share', from: '>= 15%', to: '>= 7.5%', how: 'scaled', by: 'milder', line: 6 },
  ]);
});

test('a scenario that is not there, and a number that is not', async () => {
  expect(await run('--scenario', 'mildr')).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'The rulebook has no scenario mildr; it has base, milder. Did you mean milder?\nSee benchbook run --help.\n',
  });
  expect(await run('--set', 'generic.decision_shar=20%')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: [
      '--set:1:5 error B501: `generic.decision_shar` names no number of this rulebook.',
      '1 | set generic.decision_shar to 20%',
      '  |     ^^^^^^^^^^^^^^^^^^^^^',
      '  = Did you mean `generic.decision_share`?',
      '',
      'A --set cannot be used, so nothing was run.',
      'See benchbook run --help.',
      '',
    ].join('\n'),
  });
});
