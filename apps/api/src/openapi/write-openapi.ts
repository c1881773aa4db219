import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProduct, productVersion } from '../product.js';
import { openApiDocument } from './openapi-document.js';

/*
 * Writes docs/api/openapi.json, the contract as it is committed; with `--check` only says whether it is up to date.
 * Run by `npm run openapi` and `npm run check`.
 */
const file = inProduct('docs/api/openapi.json');
const text = `${JSON.stringify(openApiDocument(productVersion), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
} else if (committed() !== text) {
  process.stderr.write('docs/api/openapi.json is out of date: run `npm run openapi` and commit it\n');
  process.exitCode = 1;
}

function committed(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
