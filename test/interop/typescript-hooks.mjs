import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const [forTs] = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));
const { test: _, ...options } = forTs;

// Lets a child process run our sources as they are: `.js` in an import means the `.ts` beside it.
registerHooks({
  resolve(specifier, context, next) {
    const source = specifier.startsWith('.') && new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    return source && existsSync(source) ? { url: source.href, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      ...options,
      swcrc: false,
      filename: url,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
