import { describe, expect, test } from 'vitest';
import { displayWidth, LineMap } from '@benchbook/dsl';

describe('LineMap', () => {
  test('counts lines and columns from 1, columns in code points', () => {
    const map = new LineMap('a\n客户 x\r\n');
    expect(map.position(0)).toEqual({ line: 1, column: 1, utf16: 1 });
    expect(map.position(4)).toEqual({ line: 2, column: 3, utf16: 3 });
  });

  test('tells code points and UTF-16 units apart', () => {
    expect(new LineMap('😀x').position(2)).toEqual({ line: 1, column: 2, utf16: 3 });
  });

  test('leaves line endings out of a line', () => {
    const map = new LineMap('one\r\ntwo');
    expect(map.lineText(1)).toBe('one');
    expect(map.lineText(2)).toBe('two');
  });

  test('moves offsets outside the text to its ends', () => {
    const map = new LineMap('ab');
    expect(map.position(-5)).toEqual({ line: 1, column: 1, utf16: 1 });
    expect(map.position(99)).toEqual({ line: 1, column: 3, utf16: 3 });
  });
});

describe('displayWidth', () => {
  test('a Chinese character takes two columns', () => {
    expect(displayWidth('金融 ab')).toBe(7);
  });

  test('a combining accent takes none', () => {
    expect(displayWidth('e\u0301')).toBe(1);
  });

  test.each([
    ['😀', 2],
    ['❤️', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['1️⃣', 2],
    ['a👩‍💻b ☎', 6],
  ])('a picture made of several characters takes the room of one: %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
