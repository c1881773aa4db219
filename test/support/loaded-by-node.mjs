import { createHash } from 'node:crypto';

/** What Jest runs in place of a package's module; a package's modules among themselves are Node's affair. */
function codeOf(source, path, { supportsDynamicImport, supportsStaticESM }) {
  // The global set-up is loaded by Node anyway.
  if (!supportsDynamicImport) return source;
  const loaded = `requireByNode(${JSON.stringify(path)})`;
  if (!supportsStaticESM) return `module.exports = ${loaded};`;
  const names = Object.keys(requireByNode(path)).map((name) => JSON.stringify(name));
  return [
    `const loaded = ${loaded};`,
    ...names.map((name, at) => `const _${at} = loaded[${name}];`),
    `export { ${names.map((name, at) => `_${at} as ${name}`).join(', ')} };`,
  ].join('\n');
}

/** Has Node itself load the packages, once a process, where Jest would load them anew for every test file. */
export default {
  process: (...module) => ({ code: codeOf(...module) }),
  getCacheKey: (...module) =>
    createHash('sha256')
      .update(codeOf(...module))
      .digest('hex'),
};
