import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { fillSample } from '../support/fill-sample.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { Visitor } from '../support/visitor.js';

let browser: Browser;
let product: Product;
let host: ConsoleHost;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  const { sessionCookie } = await fillSample(product);
  const visitor = await Visitor.with(browser, { locale: 'de-DE' });
  await visitor.page.context().addCookies([{ name: 'session', value: sessionCookie, url: product.url }]);
  host = new ConsoleHost(visitor, product.url);
});

afterAll(async () => {
  await host?.visitor.leave();
  await browser?.close();
  await product?.close();
});

describe('the search', () => {
  it('is opened by / and used by the keyboard alone', async () => {
    const { page, t } = host;
    await host.open('/');
    await host.isIn();
    await page.keyboard.press('/');
    const box = host.dialog.getByRole('combobox', { name: t('people.search.label') });
    await box.waitFor();
    await page.keyboard.type('zoe zwilling');
    // The whole is marked as soon as it is asked for, on what was found for less of it until the answer is there.
    const people = host.dialog.getByRole('option');
    const whole = people.filter({ has: page.locator('mark', { hasText: /^Zwilling$/ }) });
    await whole.nth(1).waitFor();
    await host.dialog.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    expect(await people.count()).toBe(2);
    const chosen = page.locator('[data-combobox-selected]');
    await people.first().and(chosen).waitFor();
    await page.keyboard.press('ArrowDown');
    await people.nth(1).and(chosen).waitFor();
    expect(await box.getAttribute('aria-activedescendant')).toBe(await people.nth(1).getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/directory\/people\?person=/);
    await host.dialog.getByRole('textbox', { name: t('console.person.family-name') }).waitFor();
    expect(await host.field(t('console.person.family-name')).inputValue()).toBe('Zwilling');
  });
});

describe('duplicates', () => {
  it('are made one after a preview, and are gone from the list', async () => {
    const { t } = host;
    await host.open('/directory/duplicates');
    const names = 'Zoë Zwilling, Zoë Zwilling';
    await host.press(t('people.duplicates.merge-for', { names }));
    await host.dialog.getByText('zwilling@verein.example').waitFor();
    await host.dialog.getByText('zwilling@verein.example').click();
    await host.press(t('people.merge.submit'), host.dialog);
    await host.visitor.sees(t('people.merge.done'));
    await host.visitor.sees(t('people.duplicates.none'));
    const people = await product.rows<{ position: string; phone: string; address: string }>(
      `SELECT position, phone, address FROM person JOIN person_address ON person_id = person.id AND preferred
        WHERE family_name = 'Zwilling'`,
    );
    expect(people).toEqual([
      { position: 'Leitung', phone: '+49 30 23125 199', address: 'zwilling@verein.example' },
    ]);
  });
});

describe('a proposal', () => {
  it('changes the person when it is accepted', async () => {
    const { t } = host;
    await host.open('/directory/proposals');
    await host.press(t('people.proposals.accept-for', { name: 'Zoë Zwilling' }));
    await host.visitor.sees(t('people.proposals.none'));
    expect(await product.rows(`SELECT phone FROM person WHERE family_name = 'Zwilling'`)).toEqual([
      { phone: '+49 30 23125 188' },
    ]);
  });
});
