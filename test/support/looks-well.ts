import type { Page } from 'playwright-core';
import { findViolations } from './accessibility.js';
import { settled } from './settled.js';

/** Not wider than the screen that it is looked at. */
export async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
}

/** Neither wider than the screen nor in breach of WCAG, on the smallest screen and on the one it is looked at. */
export async function looksWell(page: Page): Promise<void> {
  await settled(page);
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [320, size.width]) {
    await page.setViewportSize({ ...size, width });
    await fits(page);
  }
  expect(await findViolations(page)).toEqual([]);
}
