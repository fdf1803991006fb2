import { expect, test } from 'vitest';
import fc from 'fast-check';
import { RequestError, type Saved } from '../src/api/client.js';
import { difference } from '../src/editor/replace-text.js';
import type { Draft } from '../src/workbench/draft.js';
import { Editing } from '../src/workbench/editing.js';
import { shelfOf } from './support/shelf.js';

const onDisk = (text: string, version: string) => ({ file: 'a.bench', text, version, editable: true });

function editing(answer: (draft: Draft) => Promise<Saved> = () => Promise.resolve({ kind: 'saved', version: 'v2' })) {
  const kept = new Map<string, Draft>();
  const editing = new Editing({ save: answer }, shelfOf(kept), () => undefined);
  editing.follow(onDisk('one', 'v1'));
  return { editing, kept };
}

test('what is typed is a draft until it is saved, and is kept meanwhile', async () => {
  const { editing: edit, kept } = editing();
  edit.edit('one!');
  expect([edit.text, kept.get('a.bench')]).toEqual(['one!', { text: 'one!', base: 'v1' }]);
  await edit.save();
  expect([edit.text, edit.edited.draft, kept.size]).toEqual(['one!', null, 0]);
});

test('a draft comes back after a crash', () => {
  const kept = new Map([['a.bench', { text: 'typed', base: 'v1' }]]);
  const edit = new Editing({ save: () => Promise.reject(new Error()) }, shelfOf(kept), () => undefined);
  edit.follow(onDisk('one', 'v1'));
  expect(edit.text).toBe('typed');
});

test('typing back what stands on disk leaves no draft', () => {
  const { editing: edit } = editing();
  edit.edit('one!');
  edit.edit('one');
  expect(edit.edited.draft).toBeNull();
});

test('another text on disk shows where nothing was typed', () => {
  const { editing: edit } = editing();
  edit.follow(onDisk('two', 'v2'));
  expect([edit.text, edit.edited.theirs]).toEqual(['two', null]);
});

test('another text on disk stands beside a draft until the reader chooses', () => {
  const { editing: edit } = editing();
  edit.edit('mine');
  edit.follow(onDisk('theirs', 'v2'));
  expect([edit.text, edit.edited.theirs?.text]).toEqual(['mine', 'theirs']);
  edit.keepMine('mine');
  expect(edit.edited).toMatchObject({ draft: { text: 'mine', base: 'v2' }, theirs: null });
  edit.follow(onDisk('theirs', 'v2'));
  expect(edit.edited.theirs).toBeNull();
  edit.takeTheirs();
  expect(edit.text).toBe('theirs');
});

test('while a conflict is open nothing is written', async () => {
  let asked = 0;
  const { editing: edit } = editing(() => Promise.resolve({ kind: 'saved', version: `v${++asked}` }));
  edit.edit('mine');
  edit.follow(onDisk('theirs', 'v2'));
  await edit.save();
  expect(asked).toBe(0);
});

test('a save that comes too late shows what stands there', async () => {
  const { editing: edit } = editing(() => Promise.resolve({ kind: 'changed', text: 'theirs', version: 'v7' }));
  edit.edit('mine');
  await edit.save();
  expect(edit.edited).toMatchObject({ draft: { text: 'mine' }, theirs: { text: 'theirs', version: 'v7' } });
});

test('what is typed during a save is the next draft', async () => {
  let done: (saved: Saved) => void = () => undefined;
  const { editing: edit } = editing(() => new Promise((resolve) => (done = resolve)));
  edit.edit('first');
  const saving = edit.save();
  edit.edit('first, second');
  edit.follow(onDisk('first', 'v2'));
  done({ kind: 'saved', version: 'v2' });
  await saving;
  expect(edit.edited).toMatchObject({ draft: { text: 'first, second', base: 'v2' }, theirs: null, isSaving: false });
});

test('a save that fails says why and keeps the draft', async () => {
  const { editing: edit } = editing(() => Promise.reject(new RequestError(403, 'Nobody may write.')));
  edit.edit('mine');
  await edit.save();
  expect(edit.edited).toMatchObject({ draft: { text: 'mine' }, failure: 'Nobody may write.', isSaving: false });
});

test('the difference of two texts turns one into the other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const { from, to, insert } = difference(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});
