import { describe, expect, test } from 'vitest';
import { locate, objection } from '../eslint/import-direction.mjs';

const layers = {
  'packages/engine': { uses: ['@benchbook/dsl'], rows: [['results.ts'], ['plan'], ['sql', 'kernel'], ['run']] },
  'packages/dsl': { uses: [], rows: [['syntax']] },
  'packages/cli': { uses: [], rows: [] },
};

const objects = (file, specifier) => {
  const filename = `/repo/${file}`;
  return objection('/repo', layers, locate('/repo', layers, filename), filename, specifier);
};

describe('inside a package', () => {
  test('imports point downwards or along their own row', () => {
    expect(objects('packages/engine/src/run/run.ts', '../sql/print.js')).toBeUndefined();
    expect(objects('packages/engine/src/sql/print.ts', '../kernel/loop.js')).toBeUndefined();
    expect(objects('packages/engine/src/sql/print.ts', '../results.js')).toBeUndefined();
    expect(objects('packages/engine/src/index.ts', './run/run.js')).toBeUndefined();
  });

  test('never upwards', () => {
    expect(objects('packages/engine/src/plan/stage.ts', '../run/run.js')).toBe(
      'plan is below run and may not import from it (eslint.layers.js).',
    );
    expect(objects('packages/engine/src/run/deep/run.ts', '../../index.js')).toBe(
      'run is below index.ts and may not import from it (eslint.layers.js).',
    );
  });
});

test('a folder needs a row, unless its package has none', () => {
  expect(objects('packages/engine/src/plan/stage.ts', '../novelty/new.js')).toBe(
    'novelty has no row in packages/engine yet: give it one in eslint.layers.js.',
  );
  expect(objects('packages/cli/src/routes/run.ts', '../server/listen.js')).toBeUndefined();
});

describe('between packages', () => {
  test('by name, and only those in the table', () => {
    expect(objects('packages/engine/src/run/run.ts', '@benchbook/dsl')).toBeUndefined();
    expect(objects('packages/dsl/src/index.ts', '@benchbook/engine')).toBe(
      'packages/dsl may import no package of ours, not @benchbook/engine (eslint.layers.js).',
    );
    expect(objects('packages/engine/src/run/run.ts', '@benchbook/dsl/src/syntax/tree.js')).toBe(
      'packages/engine may import @benchbook/dsl, not @benchbook/dsl/src/syntax/tree.js (eslint.layers.js).',
    );
  });

  test('never by a path', () => {
    expect(objects('packages/engine/src/run/run.ts', '../../../dsl/src/index.js')).toBe(
      'A relative import stays in its package: name the package instead (eslint.layers.js).',
    );
  });

  test('other people’s packages are not our concern', () => {
    expect(objects('packages/dsl/src/index.ts', 'big.js')).toBeUndefined();
  });
});
