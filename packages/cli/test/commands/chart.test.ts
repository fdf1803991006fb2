import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const FILE = 'scenarios/coverage.bench';
const ID = 'risk-by-industry-as-bars';
const TIME = { SOURCE_DATE_EPOCH: '1767225600' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'benchbook-chart-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const written = (...args: readonly string[]) => benchbook(['chart', FILE, ...args], { env: TIME });

async function file(name: string, ...more: readonly string[]): Promise<Buffer> {
  const place = path.join(folder, name);
  const { code, stderr } = await written(ID, '-o', place, ...more);
  expect(code, stderr).toBe(0);
  return readFile(place);
}

test('the charts of a rulebook have ids that say what they show', async () => {
  const { stdout } = await written('--format', 'json');
  const { charts } = JSON.parse(stdout) as { charts: { id: string; form: string }[] };
  expect(charts[0]).toMatchObject({ id: ID, form: 'bars' });
  expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
});

describe('an SVG', () => {
  /** What a wiki that takes uploaded pictures lets through. */
  const ELEMENTS = ['svg', 'g', 'rect', 'path', 'line', 'circle', 'text', 'tspan', 'title', 'desc', 'clippath', 'defs'];

  test('is nothing but shapes and texts: no script, style, reference or variable', async () => {
    const text = (await file('risk.svg')).toString('utf8');
    const tags = [...text.matchAll(/<([a-zA-Z]+)\b([^>]*)>/g)];
    expect(tags.length).toBeGreaterThan(20);
    const names = [...new Set(tags.map(([, name = '']) => name.toLowerCase()))];
    expect(names.filter((name) => !ELEMENTS.includes(name))).toEqual([]);
    const attributes = tags.flatMap(([, , rest = '']) =>
      [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const),
    );
    // Nothing that is neither a tag's name nor an attribute in quotes.
    expect(
      tags.map(([, , rest = '']) => rest.replaceAll(/[\w:-]+="[^"]*"|[\s/]/g, '')).filter((left) => left !== ''),
    ).toEqual([]);
    expect(attributes.filter(([name]) => /^on|href|^style$|^class$/i.test(name))).toEqual([]);
    expect(
      attributes.filter(([name, value]) => name !== 'xmlns' && /url\(|var\(|https?:|data:|javascript:/i.test(value)),
    ).toEqual([]);
  });

  test('says what it shows and what it was made from, to whoever does not see it', async () => {
    const text = (await file('risk.svg')).toString('utf8');
    expect(text).toContain('<title>risk by industry as bars</title>');
    expect(/<desc>(.*?)<\/desc>/.exec(text)?.[1]).toMatch(
      /high \d+.*made 2026-01-01 00:00 UTC · from [0-9a-f]{12} \(2 data files\)/,
    );
  });

  test('is the same bytes each time, and has other colours in the dark', async () => {
    const [one, again, dark] = [await file('1.svg'), await file('2.svg'), await file('3.svg', '--theme', 'dark')];
    expect(again.equals(one)).toBe(true);
    expect(one.toString()).toContain('fill="#ffffff"');
    expect(dark.toString()).toContain('fill="#171b1f"');
  });
});

test('a PNG is the picture, once or twice as large', async () => {
  const sizes = await Promise.all(
    [[], ['--scale', '2']].map(async (more, index) => {
      const png = await file(`${String(index)}.png`, ...more);
      expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      return png.readUInt32BE(16);
    }),
  );
  expect(sizes).toEqual([720, 1_440]);
});

test('HTML for a frame runs and fetches nothing', async () => {
  const text = (await file('risk.html', '--lang', 'zh')).toString('utf8');
  expect(text).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|src=|url\(/);
  expect(text).toContain('<meta property="og:title" content="risk by industry as bars">');
});

test('figures as CSV, Markdown and JSON are those of the picture', async () => {
  const csv = (await file('risk.csv')).toString('utf8');
  const [head = '', first = ''] = csv.split('\r\n');
  expect(head.split(',')).toHaveLength(3);
  const md = (await file('risk.md')).toString('utf8');
  expect(md.split('\n')[0]).toBe('**risk by industry as bars**');
  expect(md).toContain(`| ${first.split(',').join(' | ')} |`);
  const json = JSON.parse((await file('risk.json')).toString('utf8')) as {
    rows: (string | number)[][];
    identity: { hash: string; data: { path: string; hash: string }[] };
  };
  expect(json.rows[0]?.map(String)).toEqual(first.split(','));
  expect(json.identity.data).toHaveLength(2);
});

test('other numbers are said, and are another picture of another hash', async () => {
  const set = ['--set', 'generic.contact_density=1000'];
  const [as, other] = [(await file('a.json')).toString(), (await file('b.json', ...set)).toString()];
  const hash = (text: string) => (JSON.parse(text) as { identity: { hash: string } }).identity.hash;
  expect(hash(other)).not.toBe(hash(as));
  expect((await file('b.svg', ...set)).toString()).toContain('generic.contact_density=1000');
});

test('an id that is not there is answered with the one that was meant, and with all', async () => {
  const { code, stderr } = await written('risk-by-industry-as-bar');
  expect(code).not.toBe(0);
  expect(stderr).toContain(`Did you mean ${ID}?`);
});

describe('snippets', () => {
  const embed = async (wiki: string, ...more: readonly string[]) =>
    benchbook(['embed', FILE, ID, '--for', wiki, '--address', 'https://example.org/c/', ...more]);

  test.each([
    ['confluence', '<ri:url ri:value="https://example.org/c/risk-by-industry-as-bars.html"/>', 'iframe macro'],
    [
      'mediawiki',
      '[[File:risk-by-industry-as-bars.svg|frameless|upright=3|alt=risk by industry as bars|',
      'wgFileExtensions',
    ],
    ['github', 'srcset="https://example.org/c/risk-by-industry-as-bars.dark.svg"', 'proxy'],
    ['gitlab', '[![risk by industry as bars](https://example.org/c/risk-by-industry-as-bars.svg)]', 'no frames'],
    ['notion', 'https://example.org/c/risk-by-industry-as-bars.html', '/embed'],
    ['sharepoint', 'sandbox style="border:0"></iframe>', 'HTML field security'],
    ['html', '<iframe src="https://example.org/c/risk-by-industry-as-bars.html"', 'frame-src'],
  ])('%s', async (wiki, snippet, told) => {
    const { code, stdout, stderr } = await embed(wiki);
    expect(code).toBe(0);
    expect(stdout).toContain(snippet);
    expect(stderr).toContain(told);
  });

  test('an address that would run something is refused', async () => {
    const { code } = await benchbook(['embed', FILE, ID, '--address', 'javascript:alert(1)']);
    expect(code).not.toBe(0);
  });
});
