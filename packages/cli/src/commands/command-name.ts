export const COMMANDS = ['run', 'check', 'test', 'fmt', 'explain', 'serve', 'lsp'] as const;
export type CommandName = (typeof COMMANDS)[number];
