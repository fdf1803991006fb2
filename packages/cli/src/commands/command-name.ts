export const COMMANDS = ['run', 'check', 'test', 'fmt', 'lint', 'diff', 'explain', 'docs', 'serve', 'lsp'] as const;
export type CommandName = (typeof COMMANDS)[number];
