import type { ConsoleHost } from './console-host.js';

/** A row of every kind, and one that is left out. */
export async function composeRows({ page, t }: ConsoleHost): Promise<void> {
  const kinds = [
    'network-offices',
    'institution-offices',
    'region-offices',
    'committee',
    'members',
    'tag',
    'people',
    'audience',
  ] as const;
  for (const kind of kinds) {
    await page.getByRole('button', { name: t('audiences.add-inclusion') }).click();
    await page.getByRole('menuitem', { name: t(`audiences.kinds.${kind}`), exact: true }).click();
  }
  await page.getByRole('button', { name: t('audiences.add-exclusion') }).click();
  await page.getByRole('menuitem', { name: t('audiences.kinds.people'), exact: true }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}
