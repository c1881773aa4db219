import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });
// The nearest one above both the sources and what is built from them.
const manifestFile = findPackageJSON('..', import.meta.url) ?? '';

/** The version in package.json. */
export const productVersion = manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8'))).version;

/** An absolute path in the folder of the product. */
export function inProduct(path: string): string {
  return join(dirname(manifestFile), path);
}
