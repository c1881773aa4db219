import type { Browser } from 'playwright-core';
import type { SeriesDto } from '#contracts';
import { translator } from '#i18n';
import type { Language } from '#kernel';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { hostLink, turnsOf } from '../support/hosted-series.js';
import { looksWell } from '../support/looks-well.js';
import { aSeriesWorld, datesOf, onDay, startSeries } from '../support/running-series.js';
import type { SeriesWorld } from '../support/running-series.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* Hosts take turns as people see it: set at the console, answered and swapped by mailed links without JavaScript. */

let browser: Browser;
let instance: TestInstance;
let world: SeriesWorld;
let series: SeriesDto;

beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start();
  world = await aSeriesWorld(instance);
  const rule = { kind: 'picked' as const, dates: ['2026-06-04T10:00', '2026-09-03T10:00'] };
  series = await startSeries(instance, world, { rule, asking: null });
});

afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

async function hostAtConsole(language: Language): Promise<ConsoleHost> {
  const visitor = await Visitor.with(browser, { locale: language === 'de' ? 'de-DE' : 'en-GB' });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  return new ConsoleHost(visitor, instance.api.url, language);
}

interface Answering {
  readonly number: number;
  readonly language: Language;
  readonly kind: 'turn' | 'swap';
  readonly state: 'confirmed' | 'swap-waiting' | 'swap-done';
}

/** Opens the link mailed to a manager in a browser without JavaScript, says yes, and reads what has become of it. */
async function confirm({ number, language, kind, state }: Answering): Promise<void> {
  const t = translator(language);
  const link = hostLink(instance, await instance.lastMailTo(`manager-${number + 1}@cluster.example`));
  const guest = await Visitor.with(browser, { javaScriptEnabled: false });
  await guest.page.goto(`${link}?lang=${language}`);
  await guest.heading(t(`pages.host.${kind}.question`));
  expect(await guest.page.locator('html').getAttribute('lang')).toBe(language);
  await guest.page.getByRole('button', { name: t(`pages.host.${kind}.confirm`) }).click();
  await guest.sees(t(`pages.host.state.${state}`));
  expect(guest.complaints).toEqual([]);
  await guest.leave();
  await instance.settled();
}

it('is set at the console', async () => {
  const host = await hostAtConsole('de');
  const { t, page } = host;
  await host.open(`/series/${series.id}`);
  await host.visitor.heading(t('hosts.title'));
  await host.visitor.sees(t('hosts.none'));
  await host.press(t('hosts.edit'));
  for (const name of ['Cluster 1', 'Cluster 2']) {
    const box = host.dialog.getByRole('combobox', { name: t('hosts.add'), exact: true });
    await box.click();
    await box.fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    await host.press(t('hosts.add-action'), host.dialog);
  }
  await looksWell(page);
  await host.press(t('hosts.save'), host.dialog);
  await host.visitor.sees(t('hosts.saved'));
  await page.getByRole('list', { name: t('hosts.history') }).waitFor();
  expect(await turnsOf(instance, series, world)).toEqual(['0 proposed', '1 proposed']);
  expect(host.visitor.complaints).toEqual([]);
  await host.visitor.leave();
});

it('lets a host confirm by the link, in German and in English', async () => {
  await onDay(instance, '2026-03-06');
  const link = hostLink(instance, await instance.lastMailTo('manager-1@cluster.example'));
  for (const language of ['de', 'en'] as const) {
    const guest = await Visitor.with(browser, { javaScriptEnabled: true });
    await guest.page.goto(`${link}?lang=${language}`);
    await guest.heading(translator(language)('pages.host.turn.question'));
    await looksWell(guest.page);
    await guest.leave();
  }
  await confirm({ number: 0, language: 'en', kind: 'turn', state: 'confirmed' });
  expect(await turnsOf(instance, series, world)).toEqual(['0 confirmed', '1 proposed']);
});

it('swaps two dates once both hosts have agreed by their links', async () => {
  const host = await hostAtConsole('en');
  const { t, page } = host;
  await host.open(`/series/${series.id}`);
  await page.getByRole('list', { name: t('hosts.history') }).waitFor();
  await looksWell(page);
  await host.press(t('hosts.swap.action'));
  for (const [side, name] of [
    ['first', 'Cluster No. 1'],
    ['second', 'Cluster No. 2'],
  ] as const) {
    await host.dialog.getByRole('combobox', { name: t(`hosts.swap.${side}`) }).click();
    await page
      .getByRole('option', { name: new RegExp(name) })
      .filter({ visible: true })
      .click();
  }
  await host.press(t('hosts.swap.submit'), host.dialog);
  await host.visitor.sees(t('hosts.swap.asked'));
  await host.visitor.sees(t('hosts.swap.open'));
  await page.getByRole('button', { name: t('hosts.swap.take-back') }).waitFor();
  await looksWell(page);
  await instance.settled();
  await confirm({ number: 0, language: 'de', kind: 'swap', state: 'swap-waiting' });
  await confirm({ number: 1, language: 'en', kind: 'swap', state: 'swap-done' });
  expect(await turnsOf(instance, series, world)).toEqual(['1 confirmed', '0 confirmed']);
  expect((await datesOf(instance, series)).map(({ meeting }) => meeting?.hosts.length)).toEqual([1, 1]);
  expect(host.visitor.complaints).toEqual([]);
  await host.visitor.leave();
});
