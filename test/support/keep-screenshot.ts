import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inProduct } from '../../apps/api/src/product.js';

/** Writes what the README shows, but only when UPDATE_SCREENSHOTS is set: other runs leave the folder as it is. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_SCREENSHOTS'] === undefined) return;
  await page.screenshot({ path: join(inProduct('docs/images'), `${name}.png`) });
}
