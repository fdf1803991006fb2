import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

test('a notebook is checked as the rulebook of its cells and of what it uses', async () => {
  expect(await benchbook(['check', 'other/notebook.md'])).toEqual({
    code: 0,
    stdout: 'other/notebook.md: in order\n',
    stderr: '',
  });
});

test('a notebook runs', async () => {
  const { code, stdout } = await benchbook(['run', 'other/notebook.md', '--format', 'json']);
  const report = JSON.parse(stdout) as { metrics: Record<string, unknown> };

  expect(code).toBe(0);
  expect(report).toMatchObject({
    rulebook: { name: 'notebook', file: 'other/notebook.md' },
    levels: { risk: { high: 3 } },
  });
  expect(report.metrics.decision_share).toMatchObject({ file: 'scenarios/coverage.bench', line: 28 });
});

test('its tests are run, and a failing one shows its line of the document', async () => {
  const { code, stdout } = await benchbook(['test', 'other/notebook.md', '--filter', 'too few']);

  expect(code).toBe(1);
  expect(stdout).toContain('a small account has too few contacts (line 12)');
  expect(stdout).toMatch(/A2 .*high +18/);
});

test('a mistake in a file that is used is shown in that file, as it is reached from here', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'a.bench'), 'param floor = = 3\n');
  await writeFile(path.join(folder, 'b.md'), 'Text.\n\n```bench\nuse "a.bench"\n```\n');
  const { code, stdout } = await benchbook(['check', path.basename(folder) + '/b.md'], { cwd: path.dirname(folder) });

  expect(code).toBe(3);
  expect(stdout).toContain(`${path.basename(folder)}/a.bench:1:15 error B001`);
});
