import type { Model } from '@benchbook/dsl';
import type { Run } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { askedIn } from '../rulebook/scenario.js';
import { say } from '../output/say.js';
import type { Located } from '../rulebook/locate.js';
import { shortId } from './snapshot.js';
import { HistoryStore } from './store.js';
import { take } from './take.js';

/** Keeps a finished run, unless the very same was the last that was kept of its rulebook, and says so. */
export async function keep(run: Run, model: Model, located: Located, call: Call): Promise<void> {
  const { args, environment, words } = call;
  const store = new HistoryStore(located.root);
  const hasData = !args.has('no-data');
  const { snapshot } = await take(run, model, { root: located.root, asked: askedIn(args), store, data: hasData });
  const [own] = snapshot.inputs.rules;
  const last = (await store.list()).findLast(({ inputs }) => inputs.rules[0]?.path === own?.path);
  const isNew = last?.id !== snapshot.id || last.has_data !== hasData;
  if (isNew) await store.add({ ...snapshot, at: new Date().toISOString(), note: args.text('note'), has_data: hasData });
  const told = isNew ? words.history.kept : words.history.keptBefore;
  await say(environment, told(shortId(snapshot.id)), 'quiet');
}
