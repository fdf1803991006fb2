import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { project } from '../support/benchbook.js';
import { Client } from './client.js';

const FILE = path.join(project, 'scenarios/coverage.bench');
const TEXT = readFileSync(FILE, 'utf8');
const URI = pathToFileURL(FILE).href;

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: number;
    readonly message: string;
    readonly range: unknown;
  }[];
}

/** A line and character, from 0, of a text in the file; behind it with `end`. */
function position(of: string, { end = false, text = TEXT } = {}): { line: number; character: number } {
  const at = text.indexOf(of) + (end ? of.length : 0);
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

async function opened(
  options: Readonly<Record<string, unknown>> = { initializationOptions: { data: false } },
): Promise<Client> {
  const client = new Client();
  await client.initialize(options);
  client.open(URI, TEXT);
  return client;
}

const about = (more: Readonly<Record<string, unknown>> = {}) => ({ textDocument: { uri: URI }, ...more });

describe('benchbook lsp', () => {
  test('says what it can do', async () => {
    const client = new Client();
    expect(await client.initialize()).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      completionProvider: { triggerCharacters: expect.arrayContaining(['.', '|']) as string[] },
      hoverProvider: true,
      renameProvider: { prepareProvider: true },
      semanticTokensProvider: { full: true, range: true },
      inlayHintProvider: true,
    });
  });

  test('tells what is wrong when typing pauses, for the version it was found in', async () => {
    const client = await opened();
    // Nothing is wrong; what could be written better is a hint.
    const whole = (await client.told<Published>('textDocument/publishDiagnostics')).diagnostics;
    expect([...new Set(whole.map(({ code, severity }) => `${code} ${String(severity)}`))]).toEqual([
      'L105 4',
      'L120 4',
    ]);
    const at = position('of accounts', { end: true });
    client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    const { version, diagnostics } = await client.told<Published>('textDocument/publishDiagnostics');
    expect(version).toBe(2);
    expect(diagnostics[0]).toMatchObject({ code: 'B101', source: 'benchbook' });
    expect(diagnostics[0]?.message).toContain('Did you mean `accounts`?');
  });

  test('speaks Chinese when the editor does', async () => {
    const client = new Client();
    await client.initialize({ locale: 'zh-cn' });
    client.open('untitled:one', 'metrik x = 1');
    const { diagnostics } = await client.told<Published>('textDocument/publishDiagnostics');
    expect(diagnostics[0]?.message).toContain('是否想写 `metric`？');
  });

  test('completes, explains, and goes to declarations', async () => {
    const client = await opened();
    const where = position('apply ', { end: true });
    const { items } = await client.request<{ items: { label: string }[] }>(
      'textDocument/completion',
      about({ position: where }),
    );
    expect(items.map(({ label }) => label)).toContain('generic');
    const hover = await client.request<{ contents: { value: string } }>(
      'textDocument/hover',
      about({ position: position('accounts') }),
    );
    expect(hover.contents.value).toMatch(/^\*\*source accounts\*\*/);
    const [link] = await client.request<{ targetUri: string; targetSelectionRange: unknown }[]>(
      'textDocument/definition',
      about({ position: position('of accounts', { end: true }) }),
    );
    expect(link?.targetUri).toBe(URI);
  });

  test('renames everywhere, and says why it does not', async () => {
    const client = await opened();
    const at = position('population key_accounts', { end: true });
    const edit = await client.request<{ changes: Record<string, unknown[]> }>(
      'textDocument/rename',
      about({ position: at, newName: 'main_accounts' }),
    );
    expect(edit.changes[URI]?.length).toBe(TEXT.split(/\bkey_accounts\b/).length - 1);
    await expect(client.request('textDocument/rename', about({ position: at, newName: 'where' }))).rejects.toThrow(
      '`where` is a word of the language and cannot be a name.',
    );
  });

  test('formats, outlines, folds, colours, selects', async () => {
    const client = await opened();
    client.open('untitled:two', 'param   x=1\n');
    expect(
      await client.request('textDocument/formatting', { textDocument: { uri: 'untitled:two' }, options: {} }),
    ).toMatchObject([{ newText: 'param x = 1\n' }]);
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', about());
    expect(symbols.map(({ name }) => name)).toEqual(expect.arrayContaining(['accounts', 'key_accounts', 'risk']));
    expect(await client.request<unknown[]>('textDocument/foldingRange', about())).not.toEqual([]);
    const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', about());
    expect(data.length % 5).toBe(0);
    expect(data.length).toBeGreaterThan(500);
    const [selection] = await client.request<{ range: unknown; parent?: unknown }[]>(
      'textDocument/selectionRange',
      about({ positions: [position('>= ')] }),
    );
    expect(selection?.parent).toBeDefined();
  });

  test('offers the repair of what is wrong', async () => {
    const client = new Client();
    await client.initialize();
    client.open('untitled:three', 'metrik x = 1');
    const { diagnostics } = await client.told<Published>('textDocument/publishDiagnostics');
    const [action] = await client.request<{ title: string; kind: string; edit: { changes: unknown } }[]>(
      'textDocument/codeAction',
      { textDocument: { uri: 'untitled:three' }, range: diagnostics[0]?.range, context: { diagnostics } },
    );
    expect(action).toMatchObject({ title: 'Write `metric`', kind: 'quickfix', isPreferred: true });
  });

  test('links what it says to the page about it', async () => {
    const client = await opened();
    const { diagnostics } = await client.told<Published>('textDocument/publishDiagnostics');
    const untested = diagnostics.find(({ code }) => code === 'L120') as { codeDescription?: { href: string } };
    expect(readFileSync(new URL(untested.codeDescription?.href ?? ''), 'utf8')).toMatch(/^# L120: /);
  });

  test('counts the data in the background, for hints and values', async () => {
    const client = await opened({});
    await client.told('workspace/inlayHint/refresh');
    const all = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
    const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', about({ range: all }));
    expect(hints.map(({ label }) => label)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\d+ rows$/) as string]),
    );
  });

  test('a request that was given up is answered as such', async () => {
    const client = await opened();
    const id = client.send('textDocument/semanticTokens/full', about());
    client.notify('$/cancelRequest', { id });
    const answer = await client.answer(id);
    expect(answer.error?.code ?? 'answered before').toBe(-32800);
  });

  test('a request that makes no sense is answered with nothing, and the next one as ever', async () => {
    const client = await opened();
    expect(
      await client.request('textDocument/hover', { textDocument: { uri: 'file:///nowhere.bench' }, position: {} }),
    ).toBeNull();
    expect(await client.request('textDocument/hover', {})).toBeNull();
    expect(await client.request('textDocument/hover', about({ position: { line: 1e9, character: -4 } }))).toBeNull();
    await expect(client.request('textDocument/unheardOf', {})).rejects.toThrow();
    expect(await client.request('textDocument/documentSymbol', about())).not.toBeNull();
  });

  test('ends with 0 after a shutdown, with 1 without one', async () => {
    const polite = await opened();
    expect(await polite.request('shutdown', null)).toBeNull();
    polite.notify('exit', null);
    expect(await polite.closed).toBe(0);
    const rude = await opened();
    rude.end();
    expect(await rude.closed).toBe(1);
  });
});

test('a notebook is served in its cells, and prose is left alone', async () => {
  const client = new Client();
  await client.initialize();
  const text = '# Plan\n\nmetric is a word here.\n\n```bench\nparam limit = 3\nmetrik x = limit\n```\n';
  client.open('untitled:plan.md', text);
  const { diagnostics } = await client.told<Published>('textDocument/publishDiagnostics');
  expect(diagnostics.map(({ range }) => range)).toEqual([
    { start: { line: 6, character: 0 }, end: { line: 6, character: 6 } },
  ]);
  const at = (line: number, character: number) =>
    client.request<{ items: { label: string }[] }>('textDocument/completion', {
      textDocument: { uri: 'untitled:plan.md' },
      position: { line, character },
    });
  expect((await at(2, 2)).items).toEqual([]);
  expect((await at(6, 3)).items.map(({ label }) => label)).toContain('metric');
  client.open('untitled:readme.md', '# Nothing to run\n');
  const readme = await client.told<Published>('textDocument/publishDiagnostics', ({ uri }) => uri.includes('readme'));
  expect(readme.diagnostics).toEqual([]);
});
