/**
 * Which way imports may point, in one table: a module imports downwards only.
 *
 * `uses` lists the packages of ours that a package may name. `rows` are the folders and files of its `src` from the
 * lowest to the highest: a module may import from its own row and from the rows before it. What is in no row
 * (`index.ts`, `main.ts`) stands on top and may import everything.
 */
export const layers = {
  data: { uses: [], rows: [] },

  'packages/dsl': {
    uses: [],
    rows: [['diagnostics'], ['syntax'], ['notebook', 'model'], ['check'], ['service']],
  },

  'packages/engine': {
    uses: ['@benchbook/dsl'],
    rows: [
      ['results.ts'],
      ['scenario'],
      ['plan'],
      ['sql', 'kernel', 'database', 'projection', 'data'],
      ['run'],
      ['analysis'],
      ['workbook.ts'],
    ],
  },

  'packages/cli': { uses: ['@benchbook/dsl', '@benchbook/engine'], rows: [] },

  // The page takes the engine's browser-safe entry: the other one needs Node.
  'packages/ui': {
    uses: ['@benchbook/dsl', '@benchbook/engine/results'],
    rows: [['charts'], ['elements', 'editor'], ['workbench']],
  },
};
