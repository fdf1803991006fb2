import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic, Model } from '@benchbook/dsl';
import { onTestFinished } from 'vitest';
import { openWorkbook, type Report, type Run, type Workbook, type WorkbookOptions } from '../../src/index.js';

/** A project folder of its own, with real files in it, removed when the test is over. */
export async function project(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await mkdtemp(join(await realpath(tmpdir()), 'benchbook-test-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return root;
}

/** The workbook of `rules.bench` in such a folder. */
export async function workbook(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<WorkbookOptions> = {},
): Promise<Workbook> {
  const root = await project(files);
  const opened = await openWorkbook({ root, file: 'rules.bench', ...options });
  onTestFinished(() => opened.close());
  return opened;
}

/** Reads a workbook whose rulebook must have no error. */
export async function modelOf(book: Workbook): Promise<Model> {
  const { model, diagnostics } = await book.read();
  const errors = diagnostics.filter((diagnostic: Diagnostic) => diagnostic.severity === 'error');
  if (model === null || errors.length > 0)
    throw new Error(`the rulebook has errors: ${errors.map(({ code }) => code).join(', ')}`);
  return model;
}

/** Runs `rules.bench` over the files beside it. */
export async function run(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<WorkbookOptions> = {},
): Promise<{ run: Run; report: Report; book: Workbook }> {
  const book = await workbook(files, options);
  const finished = await book.run(await modelOf(book));
  return { run: finished, report: await finished.report('en'), book };
}
