import type { Browser, Page } from 'playwright-core';
import { findViolations } from './accessibility.js';
import { launchChromium } from './chromium.js';
import { ConsoleHost } from './console-host.js';
import { consoleViews } from './console-views.js';
import { fillSample } from './fill-sample.js';
import type { FilledSample } from './fill-sample.js';
import { signInMail } from './mailed-links.js';
import { owner } from './path-story.js';
import { startProduct } from './product.js';
import { settled } from './settled.js';
import type { Product } from './product.js';
import { Visitor } from './visitor.js';

// Layout hangs on width and language: both are seen at both. Contrast hangs on the scheme, names on the language.
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

/** How somebody sees the console. */
interface Way {
  readonly language: 'de' | 'en';
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
  readonly before: typeof wide;
  readonly size: typeof wide;
}

export const german: Way = {
  language: 'de',
  locale: 'de-DE',
  colorScheme: 'light',
  before: narrow,
  size: wide,
};
export const english: Way = {
  language: 'en',
  locale: 'en-GB',
  colorScheme: 'dark',
  before: wide,
  size: narrow,
};

// An open menu is drawn at the end of the document, outside of every landmark, and has the focus.
const exceptions = ['region'];
const OVERFLOW_TRIES = 20;
const OVERFLOW_PAUSE_MS = 100;
const faultless = { overflow: 0, headings: 1, violations: [] };

/** What the tests of a file share: the product with the sample network, and a browser. */
export interface ConsoleStage {
  readonly product: Product;
  readonly sample: FilledSample;
  newcomer(way: Way, session?: string): Promise<ConsoleHost>;
}

/**
 * Defines the tests of every view of the console in one language, width and scheme. `more` adds tests on the same stage, with the sample network.
 */
export function describeConsole(way: Way, more?: (stage: ConsoleStage) => void): void {
  let browser: Browser;
  let product: Product;
  let sample: FilledSample;
  const newcomer = (seen: Way, session?: string) => arrive({ browser, product }, seen, session);

  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct();
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  describe(`before anybody is signed in, ${way.locale}`, () => {
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
    beforeAll(async () => (sample = await fillSample(product)));

    it(`signing in looks well at every step, ${way.locale}`, async () => {
      const host = await newcomer(way);
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
      await host.visitor.leave();
    });

    describe(`signed in, ${way.locale}`, () => {
      let host: ConsoleHost;
      beforeAll(async () => (host = await newcomer(way, sample.sessionCookie)));
      afterAll(() => host?.visitor.leave());
      afterEach(() => {
        expect(host.visitor.complaints.splice(0)).toEqual([]);
      });

      it('looks well: an unknown page', async () => {
        await host.open('/nowhere');
        await host.visitor.heading(host.t('console.unknown-page.title'));
        expect(await looks(host, way)).toEqual(faultless);
      });

      it.each(consoleViews)('looks well: $name', async ({ path, open }) => {
        await host.page.setViewportSize(wide);
        await host.go(path(sample.ids));
        await settled(host.page);
        await open?.(host);
        expect(await looks(host, way)).toEqual(faultless);
      });
    });

    more?.({
      get product() {
        return product;
      },
      get sample() {
        return sample;
      },
      newcomer,
    });
  });
}

async function arrive(
  { browser, product }: { browser: Browser; product: Product },
  { language, locale, colorScheme }: Way,
  session?: string,
): Promise<ConsoleHost> {
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

/** What lies open is put in its place a moment after the window has another size: so long is waited for. */
async function overflowOf(page: Page): Promise<number> {
  let overflow = await measureOverflow(page);
  for (let tries = 0; overflow !== 0 && tries < OVERFLOW_TRIES; tries += 1) {
    await page.waitForTimeout(OVERFLOW_PAUSE_MS);
    overflow = await measureOverflow(page);
  }
  return overflow;
}

function measureOverflow(page: Page): Promise<number> {
  return page.evaluate<number>(`Math.max(
    ...[document.documentElement, ...document.querySelectorAll('[role=dialog]')]
      .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))`);
}
