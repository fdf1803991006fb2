import { expect, test } from 'vitest';
import { wrap } from '../../src/terminal/wrap.js';

test('breaks between words', () => {
  expect(wrap('no contacts; all departments missing', 16)).toEqual(['no contacts; all', 'departments', 'missing']);
});

test('breaks between Chinese characters and keeps punctuation with what it follows', () => {
  expect(wrap('联系人为零, 部门全缺。', 8)).toEqual(['联系人为', '零, 部门', '全缺。']);
});

test('cuts a word that is wider than a line', () => {
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('an empty text is one empty line', () => {
  expect(wrap('', 10)).toEqual(['']);
});
