/**
 * The lint rule that holds eslint.layers.js: reports an import that points sideways out of its package or upwards
 * inside it.
 */
import path from 'node:path';

/** @param {string} root the repository @param {typeof import('../../eslint.layers.js').layers} layers */
export const importDirection = (root, layers) => ({
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = locate(root, layers, context.filename);
    if (from === undefined) return {};
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = objection(root, layers, from, context.filename, node.source.value);
      if (message !== undefined) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
});

/** The sentence against importing `specifier` in `filename`, or undefined when it points the right way. */
export function objection(root, layers, from, filename, specifier) {
  if (specifier.startsWith('@benchbook/')) {
    if (from.layer.uses.includes(specifier)) return undefined;
    const allowed = from.layer.uses.join(', ') || 'no package of ours';
    return `${from.name} may import ${allowed}, not ${specifier} (eslint.layers.js).`;
  }
  if (!specifier.startsWith('.')) return undefined;
  const to = locate(root, layers, path.resolve(path.dirname(filename), specifier));
  if (to?.name !== from.name)
    return `A relative import stays in its package: name the package instead (eslint.layers.js).`;
  const unplaced = [from, to].find(
    ({ layer, part, row }) => layer.rows.length > 0 && row === Infinity && !part.endsWith('.ts'),
  );
  if (unplaced) return `${unplaced.part} has no row in ${unplaced.name} yet: give it one in eslint.layers.js.`;
  if (to.row <= from.row) return undefined;
  return `${from.part} is below ${to.part} and may not import from it (eslint.layers.js).`;
}

/** Where a file stands: its package, the part of `src` it belongs to and that part's row. */
export function locate(root, layers, filename) {
  const relative = path.relative(root, filename).split(path.sep).join('/');
  const name = Object.keys(layers).find((name) => relative.startsWith(`${name}/src/`));
  if (name === undefined) return undefined;
  const layer = layers[name];
  const part = relative.slice(`${name}/src/`.length).split('/')[0].replace(/\.js$/, '.ts');
  const row = layer.rows.findIndex((parts) => parts.includes(part));
  return { name, layer, part, row: row === -1 ? Infinity : row };
}
