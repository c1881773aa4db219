import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { inProduct } from '../../apps/api/src/product.js';
import { findViolations } from '../support/accessibility.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { consoleViews } from '../support/console-views.js';
import { keepScreenshot } from '../support/keep-screenshot.js';
import { signInMail } from '../support/mailed-links.js';
import { owner } from '../support/path-story.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { fillSample } from '../support/fill-sample.js';
import type { FilledSample } from '../support/fill-sample.js';
import { Visitor } from '../support/visitor.js';

// Layout hangs on width and language: both are seen at both. Contrast hangs on the scheme, names on the language.
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const german = { language: 'de', locale: 'de-DE', colorScheme: 'light', before: narrow, size: wide } as const;
const english = { language: 'en', locale: 'en-GB', colorScheme: 'dark', before: wide, size: narrow } as const;
const ways = [german, english];
type Way = (typeof ways)[number];
// An open menu is drawn at the end of the document, outside of every landmark, and has the focus.
const exceptions = ['region'];
const MAX_PICTURE_BYTES = 200_000;
const faultless = { overflow: 0, headings: 1, violations: [] };

let browser: Browser;
let product: Product;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe.each(ways)('before anybody is signed in, $locale', (way) => {
  let host: ConsoleHost;
  beforeAll(async () => (host = await newcomer(way)));
  afterAll(() => host?.visitor.leave());

  it('looks well on the set-up page', async () => {
    await host.page.goto(await product.setupLink());
    await host.visitor.heading(host.t('console.setup.title'));
    expect(await looks(host, way)).toEqual(faultless);
  });

  it('looks well where a set-up link is missing or does not hold', async () => {
    await host.open('/sign-in');
    await host.visitor.sees(host.t('console.sign-in.not-set-up-text'));
    expect(await looks(host, way)).toEqual(faultless);
    await host.open(`/setup#${'a'.repeat(32)}`);
    await host.visitor.heading(host.t('console.setup.used-title'));
    expect(await looks(host, way)).toEqual(faultless);
  });
});

describe('with the sample network', () => {
  let sample: FilledSample;
  beforeAll(async () => (sample = await fillSample(product)));

  describe.each(ways)('signing in, $locale', (way) => {
    let host: ConsoleHost;
    beforeAll(async () => (host = await newcomer(way)));
    afterAll(() => host?.visitor.leave());

    it('looks well at every step', async () => {
      const known = product.mailServer.mailsTo(owner.address).length;
      await host.open('/sign-in');
      await host.visitor.heading(host.t('console.sign-in.title'));
      expect(await looks(host, way)).toEqual(faultless);
      await host.askForMail(owner.address);
      expect(await looks(host, way)).toEqual(faultless);
      const { link } = signInMail(await product.mailTo(owner.address, known));
      await host.page.goto(link);
      await host.visitor.heading(host.t('console.sign-in.complete-title'));
      expect(await looks(host, way)).toEqual(faultless);
      const stranger = await newcomer(way);
      await stranger.page.goto(link);
      await stranger.press(host.t('console.sign-in.submit'));
      await stranger.visitor.heading(host.t('console.sign-in.other-browser-title'));
      expect(await looks(stranger, way)).toEqual(faultless);
      await stranger.visitor.leave();
    });
  });

  describe.each(ways)('signed in, $locale', (way) => {
    let host: ConsoleHost;
    beforeAll(async () => (host = await newcomer(way, sample.sessionCookie)));
    afterAll(() => host?.visitor.leave());
    afterEach(() => {
      expect(host.visitor.complaints.splice(0)).toEqual([]);
    });

    it.each(consoleViews)('looks well: $name', async ({ path, open }) => {
      await host.page.setViewportSize(wide);
      await host.open(path(sample.ids));
      await settled(host.page);
      await open?.(host);
      expect(await looks(host, way)).toEqual(faultless);
    });
  });

  it('looks as the README shows it', async () => {
    const readme = readFileSync(inProduct('README.md'), 'utf8');
    const host = await newcomer(english, sample.sessionCookie);
    await host.page.emulateMedia({ colorScheme: 'light' });
    await host.page.setViewportSize({ width: 1280, height: 880 });
    await host.open(`/meetings/${sample.ids.meeting}/answers`);
    await host.visitor.sees('5 of 7 clusters have answered');
    await settled(host.page);
    const answers = await keepScreenshot(host.page, 'answers');
    await host.page.setViewportSize({ width: 720, height: 900 });
    await host.page.goto(sample.invitationLink);
    const invitation = await keepScreenshot(host.page, 'invitation');
    await host.visitor.leave();
    for (const { path, size } of [answers, invitation]) {
      expect(readme).toContain(path);
      expect(size).toBeLessThan(MAX_PICTURE_BYTES);
    }
  });
});

async function newcomer({ language, locale, colorScheme }: Way, session?: string): Promise<ConsoleHost> {
  const visitor = await Visitor.with(browser, { locale, colorScheme });
  if (session !== undefined) {
    await visitor.page.context().addCookies([{ name: 'session', value: session, url: product.url }]);
  }
  return new ConsoleHost(visitor, product.url, language);
}

/** What is wrong with the view. */
async function looks({ page }: ConsoleHost, { language, before, size }: Way): Promise<object> {
  const widths = [];
  for (const viewport of [before, size]) {
    await page.setViewportSize(viewport);
    await settled(page);
    widths.push(await overflowOf(page));
  }
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await page.title()).toMatch(/^\S.* · Jourfixe$/);
  return {
    overflow: Math.max(...widths),
    headings: await page.locator('h1').count(),
    violations: await findViolations(page, exceptions),
  };
}

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(`Math.max(
    ...[document.documentElement, ...document.querySelectorAll('[role=dialog]')]
      .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))`);
}

/** Everything is there that the page waits for. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}
