import { expect, test } from 'vitest';
import { nodeProblem } from '../setup/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.1.0', '26.0.0'])('Node %s will do', (version) => {
  expect(nodeProblem(version, '>=20.19')).toBeUndefined();
});

test.each(['20.18.3', '18.20.4', '8.0.0'])('Node %s is too old', (version) => {
  expect(nodeProblem(version, '>=20.19')).toBe(
    `Benchbook needs Node 20.19 or later; this is Node ${version}. Get a newer one from https://nodejs.org.`,
  );
});
