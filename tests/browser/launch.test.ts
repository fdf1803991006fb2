import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './launch.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('the browser draws Chinese with a font of its own, not as boxes', async () => {
  const page = await browser.newPage();
  await page.setContent('<canvas></canvas>');
  const alike = await page.evaluate(() => {
    const context = document.querySelector('canvas')!.getContext('2d')!;
    const ink = (text: string): string => {
      context.clearRect(0, 0, 60, 60);
      context.font = '40px sans-serif';
      context.fillText(text, 5, 45);
      return context.getImageData(0, 0, 60, 60).data.join();
    };
    return ink('金') === ink('融');
  });
  expect(alike).toBe(false);
});
