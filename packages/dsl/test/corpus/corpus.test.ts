import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { byPlace, check, gather, message, parse, placeOf } from '@benchbook/dsl';
import type { Diagnostic, Program } from '@benchbook/dsl';

const folder = fileURLToPath(new URL('files/', import.meta.url));
const read = (file: string): string | null => {
  try {
    return readFileSync(`${folder}${file}`, 'utf8');
  } catch {
    return null;
  }
};

const names = readdirSync(folder).filter((file) => /\.(?:bench|md)$/.test(file) && file !== 'rules.bench');

async function programOf(file: string): Promise<Program> {
  return gather(parse(file, read(file) ?? ''), (path) => {
    const text = read(path);
    return Promise.resolve(text === null ? { lost: 'absent' } : { file: path, text });
  });
}

/** What is wrong with the file itself; what nothing reads is said on the pages about that. */
async function findingsOf(file: string): Promise<{ readonly program: Program; readonly found: readonly Diagnostic[] }> {
  const program = await programOf(file);
  const { diagnostics, unused } = check(program);
  const found = file.startsWith('unused') ? [...diagnostics, ...unused].sort(byPlace) : diagnostics;
  return { program, found };
}

/** What a reader is told: where, the code, the sentence and the advice in both languages, and what the quick fix writes. */
function told(program: Program, found: Diagnostic): string {
  const { line, column, file } = placeOf(program.files, found.span);
  const [en, zh] = [message(found, 'en'), message(found, 'zh')];
  const fix = found.fix && `  fix ${file}: ${JSON.stringify(fixed(program, found))}`;
  return [
    `${file}:${String(line)}:${String(column)} ${found.severity} ${found.code}`,
    ...[en.text, en.hint, zh.text, zh.hint].flatMap((text) => (text === null ? [] : [`  ${text}`])),
    ...(fix === null ? [] : [fix]),
  ].join('\n');
}

/** The line of a fix before and after it. */
function fixed(program: Program, { fix, span }: Diagnostic): readonly string[] {
  const { file } = placeOf(program.files, span);
  const tree = program.files.find((each) => each.file === file);
  if (fix === null || tree === undefined) return [];
  const [start, end] = [fix.span.start - tree.base, fix.span.end - tree.base];
  const from = tree.text.lastIndexOf('\n', start - 1) + 1;
  const till = tree.text.indexOf('\n', end);
  const before = tree.text.slice(from, till < 0 ? undefined : till);
  return [before, before.slice(0, start - from) + fix.replacement + before.slice(end - from)];
}

test('there are files enough, and the rules behind them have nothing wrong with them', async () => {
  expect(names.length).toBeGreaterThan(80);
  expect((await findingsOf('rules.bench')).found).toEqual([]);
});

describe.each(names)('%s', (name) => {
  test('says exactly this', async () => {
    const { program, found } = await findingsOf(name);
    const text = `${found.map((one) => told(program, one)).join('\n\n')}\n`;
    await expect(text).toMatchFileSnapshot(`expected/${name}.txt`);
    expect(found).not.toEqual([]);
  });

  test('speaks to whoever wrote it: no word of parsers, databases or programs', async () => {
    const { found } = await findingsOf(name);
    for (const one of found)
      for (const language of ['en', 'zh'] as const) {
        const { text, hint } = message(one, language);
        expect(`${text} ${hint ?? ''}`).not.toMatch(
          /peg\$|Expected .* but|\bundefined\b|\[object|NaN|TypeError|SyntaxError|Exception|SELECT |\bDuckDB\b|Binder|token/,
        );
      }
  });

  test('what a quick fix writes, it writes once: the finding is gone', async () => {
    const { program, found } = await findingsOf(name);
    for (const { fix, code, span } of found) {
      if (fix === null) continue;
      const { file } = placeOf(program.files, span);
      const tree = program.files.find((each) => each.file === file);
      if (tree?.file !== name) continue;
      const text = tree.text.slice(0, fix.span.start) + fix.replacement + tree.text.slice(fix.span.end);
      const mended = await gather(parse(name, text), (path) => {
        const used = read(path);
        return Promise.resolve(used === null ? { lost: 'absent' } : { file: path, text: used });
      });
      const isThere = (one: Diagnostic): boolean => one.code === code && one.span.start === span.start;
      expect(check(mended).diagnostics.some(isThere)).toBe(false);
    }
  });
});
