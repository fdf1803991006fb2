export const COMMANDS = ['run', 'check', 'test', 'fmt', 'explain', 'serve'] as const;
export type CommandName = (typeof COMMANDS)[number];
