import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inProduct } from '../../apps/api/src/product.js';

/**
 * Takes a picture for the README, which is written only when UPDATE_SCREENSHOTS is set: other runs leave the folder as
 * it is. Returns its path below the project and its size in bytes.
 */
export async function keepScreenshot(page: Page, name: string): Promise<{ path: string; size: number }> {
  const path = `docs/images/${name}.png`;
  const picture = await page.screenshot();
  if (process.env['UPDATE_SCREENSHOTS'] !== undefined) writeFileSync(join(inProduct('.'), path), picture);
  return { path, size: picture.length };
}
