import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { compileGrammar } from './packages/dsl/scripts/grammar.mjs';

// The parser is generated, so an edit of the grammar is tested without a build.
await compileGrammar();

// Workspace packages are read from their sources.
const source = 'benchbook-source';
const shared = {
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
};

export default defineConfig({
  test: {
    // Half of the tests wait for processes that they start: two at a time, on two cores as well.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: [
            'packages/*/test/**/*.test.ts',
            'data/test/**/*.test.ts',
            'editors/*/test/**/*.test.ts',
            'scripts/test/**/*.test.mjs',
          ],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
