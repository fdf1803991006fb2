import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse, byPlace, check, fileOf, findings, gather, message, parse, placeOf } from '@benchbook/dsl';
import type { Diagnostic, Fix, Program } from '@benchbook/dsl';

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
  const edits = found.fix ? [found.fix] : repairOf(program, found);
  const fix = edits && `  fix ${file}: ${JSON.stringify(fixed(program, edits))}`;
  return [
    `${file}:${String(line)}:${String(column)} ${found.severity} ${found.code}`,
    ...[en.text, en.hint, zh.text, zh.hint].flatMap((text) => (text === null ? [] : [`  ${text}`])),
    ...(fix === null ? [] : [fix]),
  ].join('\n');
}

/** What the editor does about a finding of the file itself: the checker's own edit, or a repair by the whole file. */
function repairOf(program: Program, { code, span }: Diagnostic): readonly Fix[] | null {
  const same = findings(analyse(program)).find((one) => one.code === code && one.span.start === span.start);
  return same?.fix?.edits ?? null;
}

/** The lines of a fix before and after it. */
function fixed(program: Program, edits: readonly Fix[]): readonly string[] {
  const spans = edits.map(({ span }) => span);
  const [first, last] = [Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))];
  const { text, base } = fileOf(program.files, { start: first });
  const from = text.lastIndexOf('\n', first - base - 1) + 1;
  const till = text.indexOf('\n', last - base);
  const shown = { start: from, end: till < 0 ? text.length : till };
  const after = applied(text, base, edits);
  return [text.slice(shown.start, shown.end), after.slice(shown.start, after.length - (text.length - shown.end))];
}

/** A text after edits. */
const applied = (text: string, base: number, edits: readonly Fix[]): string =>
  edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (all, { span, replacement }) => all.slice(0, span.start - base) + replacement + all.slice(span.end - base),
      text,
    );

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
    for (const one of found) {
      const edits = one.fix ? [one.fix] : repairOf(program, one);
      const tree = fileOf(program.files, one.span);
      if (edits === null || tree.file !== name) continue;
      const text = applied(tree.text, tree.base, edits);
      const mended = await gather(parse(name, text), (path) => {
        const used = read(path);
        return Promise.resolve(used === null ? { lost: 'absent' } : { file: path, text: used });
      });
      const { diagnostics, unused } = check(mended);
      const isThere = ({ code, span }: Diagnostic): boolean => code === one.code && span.start === one.span.start;
      expect([...diagnostics, ...unused].some(isThere)).toBe(false);
    }
  });
});
