import { expect, test } from 'vitest';
import { picture, styles, svgFile } from '../src/pictures.js';
import { estimatedWidth } from '../src/charts/text-width.js';
import type { LevelReport } from '@benchbook/engine/results';

const at = { rule: '', file: 'rules.bench', line: 2 };
const level: LevelReport = {
  name: 'risk',
  label: '风险',
  file: 'rules.bench',
  line: 1,
  unknown: 0,
  labels: [
    {
      label: 'high',
      count: 3,
      share: 0.75,
      share_display: '75.0%',
      cumulative: 0.75,
      cumulative_display: '75.0%',
      ...at,
    },
    { label: 'low', count: 1, share: 0.25, share_display: '25.0%', cumulative: 1, cumulative_display: '100.0%', ...at },
  ],
};

test('a chart is drawn without a browser, with its figures as a table', () => {
  const drawn = picture('census', level, { language: 'en', width: 600 });
  expect(drawn).toMatch(/^<figure class="chart"><svg [^>]*role="img"/);
  expect(drawn).toContain('3 · 75.0%');
  expect(drawn).toContain('<th scope="row">high</th><td>3</td><td>75.0%</td>');
  expect(picture('census', level, { language: 'zh', width: 600 })).toContain('以表格显示数值');
});

test('a picture file needs no page around it: its colours are its own', () => {
  const file = svgFile('census', level, { language: 'en', width: 600 });
  expect(file).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(file).toContain('fill="#a8322d"');
  expect(file).not.toMatch(/var\(|<style|<script|foreignObject/);
});

test('a picture file brings its legend along', () => {
  const columns = [
    { name: 'industry', label: '行业', kind: 'text' },
    { name: 'risk', label: '风险', kind: 'text' },
    { name: 'count', label: '数量', kind: 'count' },
  ] as const;
  const rows = [
    ['零售业', 'low', 3],
    ['零售业', 'high', 5],
  ];
  const show = { id: 'a', title: 'a', form: 'bars', file: at.file, line: 1, columns, rows, because: null } as const;
  const file = svgFile('show', { show, levels: [level], rule: null }, { language: 'zh', width: 600 });
  expect(file).toMatch(/<rect[^>]*fill="#a8322d"[^>]*\/?>(<\/rect>)?<text[^>]*>high<\/text>/);
  expect(file).toContain('>low</text>');
});

test('a chart that is a table has no picture file', () => {
  const heatmap = { title: 't', corner: 'c', rows: ['a'], columns: ['b'], cells: [], format: String };
  expect(svgFile('heatmap', heatmap, { language: 'en', width: 600 })).toBeNull();
});

test('text from data stays text', () => {
  const labels = level.labels.map((each) => ({ ...each, label: '<script>alert(1)</script>' }));
  const options = { language: 'en', width: 600 } as const;
  const outsideQuotes = (text: string): string => text.replaceAll(/="[^"]*"/g, '');
  expect(outsideQuotes(picture('census', { ...level, labels }, options))).not.toContain('<script');
  expect(svgFile('census', { ...level, labels }, options)).not.toContain('<script');
});

test('the styles name every colour that is drawn with', () => {
  expect(styles()).toContain('--level-0: light-dark(#a8322d, #e0675e)');
});

test('a Chinese character is as wide as it is high, most letters are narrower', () => {
  expect(estimatedWidth('金融', 12)).toBe(24);
  expect(estimatedWidth('il', 12)).toBeLessThan(estimatedWidth('mw', 12));
});
