import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

let version: string | undefined;

/** The version in package.json. */
export function productVersion(): string {
  version ??= manifest.parse(
    JSON.parse(readFileSync(findPackageJSON('..', import.meta.url) ?? '', 'utf8')),
  ).version;
  return version;
}
