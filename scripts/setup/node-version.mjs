/**
 * The sentence for someone whose Node is too old, or undefined when it will do.
 *
 * @param {string} found such as `18.20.4`
 * @param {string} range such as `>=20.19`, as package.json's `engines` has it
 */
export function nodeProblem(found, range) {
  const needed = range.replace('>=', '');
  const [foundMajor, foundMinor] = found.split('.').map(Number);
  const [neededMajor, neededMinor] = needed.split('.').map(Number);
  if (foundMajor > neededMajor || (foundMajor === neededMajor && foundMinor >= neededMinor)) return undefined;
  return `Benchbook needs Node ${needed} or later; this is Node ${found}. Get a newer one from https://nodejs.org.`;
}
