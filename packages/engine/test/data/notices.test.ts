import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataNotices } from '../../src/notices/data-notices.js';
import { DataError, notice, toNotice } from '../../src/notices/notice.js';

test('a notice is said in the language of whoever reads it', () => {
  const found = notice(
    'D234',
    { source: 'accounts', key: 'account_id', count: 1200, rows: [3, 17, 40] },
    { line: 12, count: 1200 },
  );
  expect(toNotice(found, 'en')).toEqual({
    code: 'D234',
    severity: 'warning',
    text: '1,200 rows of source accounts left out, having no account_id (rows 3, 17, 40 ...).',
    file: null,
    line: 12,
    count: 1200,
  });
  expect(toNotice(found, 'zh').text).toBe('数据源 accounts 有 1,200 行没有 account_id, 未采用 (第 3、17、40 行等)。');
});

test('a data error carries all that was found', () => {
  const ofFile = { source: 'accounts', path: 'a.csv' };
  const error = new DataError([notice('D203', ofFile), notice('D205', ofFile)]);
  expect(error.message).toBe(
    'a.csv of source accounts is a folder. Name a file in it.\n' +
      'The file a.csv of source accounts is empty: it has not even a header.',
  );
});

describe('every code has its page', () => {
  test.each(Object.keys(dataNotices))('%s', (code) => {
    const page = new URL(`../../../../docs/diagnostics/${code}.md`, import.meta.url);
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8')).toMatch(new RegExp(`^# ${code}: .+\n\n[^]+\\*\\*Repair\\.\\*\\* .+\n$`));
  });
});
