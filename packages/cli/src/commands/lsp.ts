import { EXIT } from '../exit-codes.js';
import { serveLanguage } from '../lsp/server.js';
import type { Command } from './command.js';

/** `benchbook lsp`: the language server on standard input and output, for editors. */
export const lsp: Command = {
  synopsis: '',
  options: [{ name: 'stdio', value: null }],
  run: async ({ environment, language }) => {
    await serveLanguage(environment, language);
    return EXIT.ok;
  },
};
