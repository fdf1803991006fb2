export const COMMANDS = [
  'run',
  'check',
  'test',
  'fmt',
  'lint',
  'diff',
  'explain',
  'ask',
  'plan',
  'history',
  'compare',
  'replay',
  'docs',
  'build',
  'serve',
  'lsp',
] as const;
export type CommandName = (typeof COMMANDS)[number];
