export const COMMANDS = ['run', 'check', 'test', 'explain', 'serve'] as const;
export type CommandName = (typeof COMMANDS)[number];
