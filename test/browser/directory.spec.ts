import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { fillSample } from '../support/fill-sample.js';
import type { FilledSample } from '../support/fill-sample.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { Visitor } from '../support/visitor.js';

let browser: Browser;
let product: Product;
let sample: FilledSample;
let host: ConsoleHost;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  sample = await fillSample(product);
  const visitor = await Visitor.with(browser, { locale: 'de-DE' });
  const session = { name: 'session', value: sample.sessionCookie, url: product.url };
  await visitor.page.context().addCookies([session]);
  host = new ConsoleHost(visitor, product.url);
}, 120_000);

afterAll(async () => {
  await host?.visitor.leave();
  await browser?.close();
  await product?.close();
});

it('adds a committee to a cluster, which has its functions at once', async () => {
  const { t } = host;
  await host.open(`/directory/institutions/${sample.ids.cluster}`);
  await host.press(t('directory.committees.add'));
  const language = t('console.language.names.de');
  const name = t('console.form.in-language', { label: t('console.institution.name'), language });
  await host.dialog.getByRole('textbox', { name }).fill('Lenkungskreis');
  await host.press(t('console.form.save'), host.dialog);
  await host.visitor.heading('Lenkungskreis');
  for (const kind of ['chair', 'member', 'guest'] as const) {
    await host.visitor.heading(t(`directory.functions.${kind}`));
  }
});

it('shows who was in office on the day in the address, and the whole history drawn', async () => {
  const { t, page } = host;
  const year = new Date().getFullYear();
  await host.open(`/directory/institutions/${sample.ids.committee}?asOf=${year - 1}-06-01`);
  const chair = page.getByRole('region', { name: t('directory.functions.chair') });
  await chair.getByText(t('directory.committee.held', { held: 0, seats: 1 })).waitFor();
  await host.press(t('directory.as-of-today'));
  await chair.getByText(t('directory.committee.held', { held: 1, seats: 1 })).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await chair.getByRole('button', { name: t('directory.history.office', { office: 'Vorsitz' }) }).click();
  await host.dialog.getByRole('listitem').nth(1).waitFor();
  expect(await host.dialog.locator('svg[data-state]').count()).toBe(2);
});

it('filters and chooses columns in the address', async () => {
  const { t, page } = host;
  await host.open('/directory/institutions');
  await page.getByRole('button', { name: t('directory.filter.land') }).click();
  await page.getByRole('menuitem', { name: t('console.place.lands.TH') }).click();
  await host.field(t('directory.filter.field')).fill('photonik');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^OptoNet/ }).waitFor();
  await page.getByRole('link', { name: /^ACOD/ }).waitFor({ state: 'detached' });
  await host.press(t('directory.columns.choose'));
  await page.getByRole('checkbox', { name: t('directory.institution.seat') }).click();
  await page.getByRole('columnheader', { name: t('directory.institution.seat') }).waitFor();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    land: 'TH',
    field: 'photonik',
    columns: 'kind,field,laender,seat',
  });
});

it('says at once that a drawing is no logo, and keeps the one there is', async () => {
  const { t, page } = host;
  await host.open(`/directory/institutions/${sample.ids.network}`);
  await host.press(t('directory.logo.title'));
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: svg });
  await host.press(t('console.form.save'), host.dialog);
  await host.dialog.getByRole('alert').getByText('SVG').waitFor();
  expect(await host.dialog.getByRole('img', { name: t('directory.logo.present') }).count()).toBe(1);
});

it('marks a mailbox as shared at once, and still saves what is typed', async () => {
  const { t, page } = host;
  const words = t('directory.person.shared.label', { address: '' }).trim();
  const path = `/directory/people?person=${sample.ids.person}`;
  const marked = page.getByRole('checkbox', { name: words, checked: true });
  await host.open(path);
  await page.getByRole('checkbox', { name: words, checked: false }).first().waitFor();
  await host.field(t('console.person.position')).fill('Sprecherin');
  await page.getByRole('checkbox', { name: words, checked: false }).first().click();
  await marked.waitFor();
  await host.press(t('console.form.save'), host.dialog);
  await host.dialog.waitFor({ state: 'detached' });
  await host.open(path);
  await marked.waitFor();
  expect(await host.field(t('console.person.position')).inputValue()).toBe('Sprecherin');
});
