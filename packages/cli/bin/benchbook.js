#!/usr/bin/env node
// Old syntax and a dynamic import on purpose: an old Node must get as far as the sentence below.
var found = process.versions.node.split('.').map(Number);
if (found[0] > 20 || (found[0] === 20 && found[1] >= 19)) {
  import('../dist/main.js').catch(function (error) {
    console.error(error);
    process.exitCode = 1;
  });
} else {
  console.error(
    'Benchbook needs Node 20.19 or later; this is Node ' +
      process.versions.node +
      '. Get a newer one from https://nodejs.org.',
  );
  process.exitCode = 1;
}
