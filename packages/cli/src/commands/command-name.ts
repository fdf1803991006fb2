export const COMMANDS = ['run', 'check', 'test', 'fmt', 'lint', 'diff', 'explain', 'serve', 'lsp'] as const;
export type CommandName = (typeof COMMANDS)[number];
