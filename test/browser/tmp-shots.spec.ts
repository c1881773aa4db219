import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { consoleViews } from '../support/console-views.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { fillSample } from '../support/fill-sample.js';
import { Visitor } from '../support/visitor.js';
let browser: Browser; let product: Product;
beforeAll(async () => { browser = await launchChromium(); product = await startProduct(); }, 60_000);
afterAll(async () => { await browser?.close(); await product?.close(); });
it('shots', async () => {
  const sample = await fillSample(product);
  for (const [language, locale] of [['de','de-DE'],['en','en-GB']] as const) {
    const visitor = await Visitor.with(browser, { locale, colorScheme: language==='de'?'light':'dark' });
    await visitor.page.context().addCookies([{ name: 'session', value: sample.sessionCookie, url: product.url }]);
    const host = new ConsoleHost(visitor, product.url, language);
    for (const view of consoleViews.filter(({name}) => /import|column|dry|wrong|taken|download|a network|^answers/.test(name))) {
      for (const width of [1280, 360]) {
        await host.page.setViewportSize({ width, height: 900 });
        await host.open(view.path(sample.ids));
        await host.page.waitForTimeout(1500);
        await view.open?.(host);
        await host.page.screenshot({ path: `/tmp/shots-imp/${language}-${width}-${view.name.replaceAll(' ','-')}.png`, fullPage: true });
      }
    }
  }
}, 400_000);
