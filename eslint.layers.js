/**
 * Which way imports may point, in one table: a module imports downwards only.
 *
 * `uses` lists the packages of ours that a package may name. `rows` are the folders and files of its `src` from the
 * lowest to the highest: a module may import from its own row and from the rows before it. A file in no row
 * (`index.ts`, `main.ts`) stands on top and may import everything; a folder must have a row, unless its package has none.
 */
export const layers = {
  data: { uses: [], rows: [] },

  'packages/dsl': {
    uses: [],
    rows: [
      ['text'],
      ['diagnostics'],
      ['notebook'],
      ['syntax'],
      ['model'],
      ['check', 'format'],
      ['lint', 'diff'],
      ['service'],
    ],
  },

  'packages/engine': {
    uses: ['@benchbook/dsl'],
    rows: [
      [
        'results.ts',
        'workbook-types.ts',
        'what-if-types.ts',
        'analysis-types.ts',
        'planning-types.ts',
        'notebook-types.ts',
      ],
      ['notices'],
      ['scenario'],
      ['plan'],
      ['sql', 'kernel', 'database', 'projection', 'solver', 'data'],
      ['run'],
      ['analysis'],
      ['workbook.ts', 'notebook'],
    ],
  },

  // Of the page the command takes what draws without a browser.
  'packages/cli': { uses: ['@benchbook/dsl', '@benchbook/engine', '@benchbook/ui/pictures'], rows: [] },

  // The page takes the engine's browser-safe entry: the other one needs Node.
  'packages/ui': {
    uses: ['@benchbook/dsl', '@benchbook/engine/results'],
    rows: [['language'], ['ranking'], ['api'], ['charts'], ['elements', 'editor'], ['workbench']],
  },
};
