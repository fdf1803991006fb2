import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');

/** The files of a ZIP archive, by its central directory. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, name, extra, comment] = [10, 20, 28, 30, 32].map((offset, index) =>
      index === 1 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    ) as [number, number, number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + packed);
    files.set(archive.toString('utf8', at + 46, at + 46 + name), method === 8 ? inflateRawSync(body) : body);
    at += 46 + name + extra + comment;
  }
  return files;
}

test(
  'packs into an archive that holds what the editor needs and nothing else',
  { timeout: 300_000 },
  async ({ skip }) => {
    const out = await mkdtemp(path.join(tmpdir(), 'benchbook-vsix-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    const file = path.join(out, 'benchbook.vsix');
    const run = promisify(execFile);
    const packing = run(process.execPath, ['scripts/package.mjs', file], { cwd: folder }).catch((error: unknown) => {
      const said = String((error as { stderr?: unknown }).stderr ?? error);
      // The packer comes from the npm registry.
      if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(said)) skip('the npm registry cannot be reached');
      throw error;
    });
    await packing;
    const files = unzip(await readFile(file));
    expect([...files.keys()].sort()).toEqual(
      [
        '[Content_Types].xml',
        'extension.vsixmanifest',
        'extension/LICENSE.txt',
        'extension/README.zh.md',
        'extension/dist/extension.cjs',
        'extension/icon.png',
        'extension/language-configuration.json',
        'extension/package.json',
        'extension/package.nls.json',
        'extension/package.nls.zh-cn.json',
        'extension/readme.md',
      ].sort(),
    );
    const bundle = files.get('extension/dist/extension.cjs')?.toString() ?? '';
    // Whatever is loaded at run time, beside what Node and the editor give, would be missing in the archive.
    const loaded = [...bundle.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) =>
      name?.replace('node:', ''),
    );
    const given = new Set([...(await import('node:module')).builtinModules, 'vscode']);
    expect(loaded.filter((name) => name !== undefined && !given.has(name))).toEqual([]);
    expect(loaded).toContain('vscode');
    const manifest = JSON.parse(files.get('extension/package.json')?.toString() ?? '') as {
      main: string;
      icon: string;
    };
    expect(files.has(`extension/${manifest.main.replace('./', '')}`)).toBe(true);
    expect(files.get('extension/icon.png')?.subarray(1, 4).toString()).toBe('PNG');
  },
);
