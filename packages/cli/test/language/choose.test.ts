import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/language/choose.js';

test.each([
  [['run', '--lang', 'zh'], { BENCHBOOK_LANG: 'en' }, 'zh'],
  [['--lang=en', 'run'], { LANG: 'zh_CN.UTF-8' }, 'en'],
  [['run'], { BENCHBOOK_LANG: 'zh', LC_ALL: 'en_GB.UTF-8' }, 'zh'],
  [['run'], { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
  [['run'], { LC_ALL: '', LANG: 'zh_CN' }, 'zh'],
  [['run'], { LANG: 'C.UTF-8' }, 'en'],
  [['run', '--lang', 'fr'], {}, 'en'],
] as const)('%j with %j speaks %s', (args, env, language) => {
  expect(chooseLanguage(args, env)).toBe(language);
});
