/**
 * Makes a checkout ready: Node version, packages, build, sample data. What is already done is skipped.
 * `node scripts/setup.mjs build` (or install, or data) repeats that step even if nothing has changed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withLock } from './setup/lock.mjs';
import { nodeProblem } from './setup/node-version.mjs';
import { Stamps, hashOf } from './setup/stamp.mjs';
import { steps } from './setup/steps.mjs';
import { ToolFailure } from './setup/tool.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const stamps = new Stamps(root, 'node_modules/.cache/benchbook');
const facts = [`node ${process.versions.node.split('.')[0]}`, process.platform, process.arch];
const fingerprint = (step) => hashOf(root, step.inputs, facts);
const isDone = (step) => stamps.isCurrent(step.name, fingerprint(step));

/**
 * Does what is left to do. Ends the process with a clear message when a step fails.
 *
 * @param {string} [again] the name of a step to repeat
 */
export async function setup(again) {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const problem = nodeProblem(process.versions.node, engines.node);
  if (problem !== undefined) giveUp(problem);

  if (again === undefined && steps.every(isDone)) return;
  const lock = path.join(root, '.benchbook/setup.lock');
  const onWait = () => console.log('Another Benchbook set-up is running here; waiting for it.');
  await withLock(lock, () => doSteps(again), onWait);
}

async function doSteps(again) {
  for (const [index, step] of steps.entries()) {
    if (step.name !== again && isDone(step)) continue;
    await doStep(step, `[${index + 1}/${steps.length}]`);
    if (step.name === again) return;
  }
}

async function doStep(step, place) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  console.log(`${place} ${step.doing} ...`);
  const sign = setInterval(() => console.log(`${place} ... still at it, ${seconds()}`), 10_000);
  const hash = fingerprint(step);
  try {
    await step.run(root);
    stamps.write(step.name, hash, step.outputs(root));
    console.log(`${place} done in ${seconds()}`);
  } catch (error) {
    if (error instanceof ToolFailure) console.error(`\n${error.output.trim()}\n`);
    giveUp(`${step.doing} failed: ${error.message}.\n${step.advice}`);
  } finally {
    clearInterval(sign);
  }
}

function giveUp(message) {
  console.error(message);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const again = process.argv[2];
  if (again !== undefined && !steps.some((step) => step.name === again)) {
    giveUp(`There is no step called ${again}: choose from ${steps.map((step) => step.name).join(', ')}.`);
  }
  await setup(again);
}
