import { readFile, writeFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launch } from './launch.js';
import { serveCopy, type ServedCopy } from './served-copy.js';
import { open, overflow, type Look, type Opened } from './workbench-page.js';

let browser: Browser;
let served: ServedCopy;
let text: string;
let opened: Opened;

beforeAll(async () => {
  served = await serveCopy();
  text = await readFile(served.file, 'utf8');
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});
beforeEach(async () => {
  await writeFile(served.file, text);
});
afterEach(async () => {
  const { complaints, foreign } = opened;
  await opened.close();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

interface Editor {
  readonly page: Page;
  readonly content: Locator;
  /** Puts the cursor behind the first place that holds a text. */
  readonly goTo: (wanted: string) => Promise<void>;
}

async function openEditor(look: Look = {}): Promise<Editor> {
  opened = await open(browser, served.address, { width: 1440, height: 1000, ...look });
  const { page } = opened;
  await page.waitForSelector('.grid-row[id]');
  const content = page.locator('bench-editor .cm-content');
  await content.waitFor();
  const goTo = async (wanted: string): Promise<void> => {
    await content.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    await page.keyboard.type(wanted);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
  };
  return { page, content, goTo };
}

const errors = (page: Page): Locator => page.locator('bench-editor .cm-lintRange-error');
const headline = (page: Page): Locator => page.locator('p.headline');

describe('an edit in the page', () => {
  test('is written to the file, tables lined up, and the report follows', async () => {
    const { page, goTo } = await openEditor();
    await goTo('apply generic');
    for (const _ of 'generic') await page.keyboard.press('Backspace');
    await page.keyboard.type('by_industry');
    await page.keyboard.press('Escape');
    await page.locator('.status.unsaved').waitFor();
    await page.keyboard.press('Control+s');
    await headline(page).filter({ hasText: '1,353 of 1,407' }).waitFor({ timeout: 10_000 });
    expect(await page.textContent('.rulebook .status')).toContain('saved');
    expect(await readFile(served.file, 'utf8')).toContain('apply by_industry to key_accounts');
  });

  test('outlives a crash of the page', async () => {
    const { page, goTo } = await openEditor();
    await goTo('apply generic');
    await page.keyboard.type('_x');
    await page.locator('.status.unsaved').waitFor();
    await page.reload();
    await page.locator('.status.unsaved').waitFor();
    await goTo('apply generic_x');
    await errors(page).first().waitFor();
    expect(await readFile(served.file, 'utf8')).toBe(text);
    await page.evaluate(() => {
      localStorage.clear();
    });
  });

  test('and another one on disk are both kept until the reader chooses', async () => {
    const { page, goTo } = await openEditor();
    await goTo('# Who decides.');
    await page.keyboard.type(' Mine.');
    await writeFile(served.file, text.replace('>= 60% ', '>= 40% '));
    const conflict = page.locator('.conflict');
    await conflict.waitFor({ timeout: 10_000 });
    await conflict.getByRole('button', { name: 'Compare the two' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare the two' });
    await dialog.locator('.cm-changedLine').first().waitFor();
    await opened.picture('editor-conflict');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await page.locator('.rulebook button.save').click();
    await page.locator('.rulebook .status:not(.unsaved)').waitFor();
    expect(await readFile(served.file, 'utf8')).toBe(text.replace('Who decides.', 'Who decides. Mine.'));
  });
});

describe('while it is typed, the editor', () => {
  test('says what is wrong, where, and mends it', async () => {
    const { page, goTo } = await openEditor();
    await goTo('| contact_density | decision_share');
    await page.keyboard.type('x');
    const wrong = errors(page).first();
    await wrong.waitFor();
    expect(await wrong.textContent()).toBe('decision_sharex');
    await wrong.hover();
    const message = page.locator('bench-editor .cm-diagnostic').first();
    await message.waitFor();
    expect(await message.textContent()).toContain('decision_share');
    await opened.picture('editor-mistake');
    await message.getByRole('button').first().click();
    await wrong.waitFor({ state: 'detached' });
  });

  test('offers what may stand there, values seen in the data among it', async () => {
    const { page, goTo } = await openEditor();
    await goTo('apply generic to key_accounts');
    await page.keyboard.press('Home');
    await page.keyboard.type('benchmark mine\n  | industry | contact_density |\n  | ');
    const options = page.locator('bench-editor .cm-tooltip-autocomplete li');
    await options.filter({ hasText: '零售业' }).first().waitFor();
    await opened.picture('editor-completion');
    await page.keyboard.press('Escape');
  });

  test('tells what a name means, what its values are, and where it is declared', async () => {
    const { page, goTo } = await openEditor();
    await goTo('| contact_density');
    await page.locator('bench-editor .cm-activeLine .cm-name').first().hover();
    const card = page.locator('bench-editor .cm-hover-card');
    await card.waitFor();
    expect(await card.textContent()).toContain('count(contacts) / annual_revenue');
    expect(await card.textContent()).toContain('186.41');
    expect(await card.locator('rect').count()).toBeGreaterThan(3);
    await opened.picture('editor-hover');
    await page.keyboard.press('F12');
    expect(await page.locator('bench-editor .cm-activeLine').textContent()).toContain('metric contact_density');
  });

  test('says what could be written better when typing pauses, and writes it', async () => {
    const { page, goTo } = await openEditor();
    await goTo('apply generic to key_accounts');
    await page.keyboard.press('Home');
    await page.keyboard.type('population unnamed of accounts where name = ""\n');
    await page.keyboard.press('Escape');
    const marked = page.locator('bench-editor .cm-lintRange-warning').filter({ hasText: 'name' }).first();
    await marked.waitFor();
    await marked.hover();
    const message = page.locator('bench-editor .cm-diagnostic').filter({ hasText: 'never holds' });
    await message.getByRole('button').click();
    await page.locator('bench-editor .cm-line').filter({ hasText: 'where name is missing' }).waitFor();
  });

  test('speaks Chinese, fits a narrow page and a dark one', async () => {
    const { page, goTo } = await openEditor({ language: 'zh', dark: true });
    await goTo('benchmark generic');
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await opened.picture('editor-zh-dark');
    expect(await overflow(page)).toBe(0);
    expect(await page.textContent('.rulebook .save')).toContain('保存');
  });
});
