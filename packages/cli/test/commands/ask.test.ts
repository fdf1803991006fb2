import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const FILE = 'scenarios/coverage.bench';
const ask = (...args: readonly string[]) => benchbook(['ask', FILE, ...args]);

test('a sweep of one number, where the rules stand marked', async () => {
  const { code, stdout, stderr } = await ask(
    'sweep generic.decision_share over [0%, 15%, 60%] report count(risk = high of key_accounts), passed(decision_share of key_accounts)',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatchInlineSnapshot(`
    "Sweep of generic.decision_share
      generic.decision_share  count(risk = high of key_accounts)  passed(decision_share of key_accounts)
                          0%                                   3                                 100.00%
                         15%                                   3                                  50.00%  ◀
                         60%                                   4                                  33.33%
    "
  `);
});

test('a sweep of two, in Chinese', async () => {
  const { stdout } = await ask(
    'sweep generic.decision_share over [15%, 60%], generic.contact_density over [1, 5] report count(risk = high of key_accounts)',
    '--lang',
    'zh',
  );
  expect(stdout).toMatchInlineSnapshot(`
    "generic.decision_share × generic.contact_density 的扫描
      count(risk = high of key_accounts)  1  5 ◀
      15% ◀                               3    3
      60%                                 4    4
    "
  `);
});

test('a goal that can be met, and one that cannot', async () => {
  const met = await ask('seek generic.decision_share so that count(risk = high of key_accounts) >= 4');
  expect(met.stdout).toMatchInlineSnapshot(`
    "generic.decision_share so that count(risk = high of key_accounts) >= 4
      - With generic.decision_share at 60% the goal is met: 4.
      - As it stands, at 15%: 3.
      - It is met at 60% – 100%.
      - From 0% to 100% the figure rises.
      - 7 values were tried, one between any two at which the data lets the figure change.
    "
  `);
  const unmet = await ask('seek generic.decision_share so that count(risk = high of key_accounts) >= 6');
  expect(unmet.stdout).toMatchInlineSnapshot(`
    "generic.decision_share so that count(risk = high of key_accounts) >= 6
      - No value meets the goal. Nearest comes generic.decision_share at 60%: 4.
      - As it stands, at 15%: 3.
      - From 0% to 100% the figure rises.
      - 6 values were tried, one between any two at which the data lets the figure change.
    "
  `);
});

test('every threshold that meets a goal, and how near the others come', async () => {
  const { stdout } = await ask('seek any threshold so that count(risk = high of key_accounts) >= 4');
  expect(stdout).toMatchInlineSnapshot(`
    "Any threshold so that count(risk = high of key_accounts) >= 4
      As it stands: 3, which misses it.
      threshold                     now  needed   change  count(risk = high of key_accounts) >= 4  met at
      generic, 3 scaled together   100%    110%   +10.0%                                        4  110% – 1000%
      generic.decision_share        15%     60%  +300.0%                                        4  60% – 100%
      generic.contact_density         5      30  +500.0%                                        4  30
      generic.department_coverage   60%                                                         3  never; nearest at 60%
      3 of 4 can meet it by themselves.
      Every step was tried at which the data lets the figure change.
    "
  `);
  const zh = await ask(
    'seek any threshold of generic.decision_share so that count(risk = high of key_accounts) >= 4',
    '--lang',
    'zh',
  );
  expect(zh.stdout).toMatchInlineSnapshot(`
    "generic.decision_share 中哪个阈值能使 count(risk = high of key_accounts) >= 4
      现在: 3, 未达到目标。
      阈值                    现值  所需     变动  count(risk = high of key_accounts) >= 4  达到目标处
      generic.decision_share   15%   60%  +300.0%                                        4  60% – 100%
      1 个之中有 1 个单独就能达到目标。
      数据使数字可能变化的每一步都试过。
    "
  `);
});

test('what drives a figure', async () => {
  expect((await ask('rank drivers of count(risk = high of key_accounts)')).stdout).toMatchInlineSnapshot(`
    "What moves count(risk = high of key_accounts), now 3
      None of 12 numbers moves it by such a step.
    "
  `);
});

test('the same as JSON, under another number', async () => {
  const { stdout } = await ask(
    'sweep generic.decision_share over [15%] report count(risk = high of key_accounts)',
    '--format',
    'json',
    '--set',
    'generic.contact_density=1',
  );
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'benchbook.answers/1',
    sweeps: [{ axes: [{ current: 0 }], rows: [{ at: [0], figures: [{ value: 3 }] }] }],
    seeks: [],
    inverses: [],
    drivers: [],
  });
});

test('mistakes in the question are told as those in rules are; so is a rulebook that asks nothing', async () => {
  const wrong = await ask('seek generic.decison_share so that share(risk = hgh of key_accounts) <= 80%');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatchInlineSnapshot(`
    "QUESTION:1:6 error B501: \`generic.decison_share\` names no number of this rulebook.
    1 | seek generic.decison_share so that share(risk = hgh of key_accounts) <= 80%
      |      ^^^^^^^^^^^^^^^^^^^^^
      = Did you mean \`generic.decision_share\`?

    QUESTION:1:49 error B104: \`risk\` has no label \`hgh\`.
    1 | seek generic.decison_share so that share(risk = hgh of key_accounts) <= 80%
      |                                                 ^^^
      = Did you mean \`high\`?

    The question has 2 errors, so nothing was asked.
    See benchbook ask --help.
    "
  `);
  expect(await ask()).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'There is nothing to ask: the rulebook has no sweep, seek or rank drivers. Write one behind the file, in quotes.\nSee benchbook ask --help.\n',
  });
});
