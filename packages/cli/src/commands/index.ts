import type { Command } from './command.js';
import type { CommandName } from './command-name.js';

/** The commands, each loaded when it is called: `--help` does not wait for the database. */
export const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  run: async () => (await import('./run.js')).run,
  check: async () => (await import('./check.js')).check,
  test: async () => (await import('./test.js')).test,
  fmt: async () => (await import('./fmt.js')).fmt,
  lint: async () => (await import('./lint.js')).lint,
  diff: async () => (await import('./diff.js')).diff,
  docs: async () => (await import('./docs.js')).docs,
  explain: async () => (await import('./explain.js')).explain,
  history: async () => (await import('./history.js')).history,
  compare: async () => (await import('./compare.js')).compare,
  replay: async () => (await import('./replay.js')).replay,
  ask: async () => (await import('./ask.js')).ask,
  plan: async () => (await import('./plan.js')).plan,
  chart: async () => (await import('./chart.js')).chart,
  embed: async () => (await import('./embed.js')).embed,
  build: async () => (await import('./build.js')).build,
  serve: async () => (await import('./serve.js')).serve,
  lsp: async () => (await import('./lsp.js')).lsp,
};
