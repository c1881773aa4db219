import type { Browser } from 'playwright-core';
import { doorPages } from '../../apps/api/src/pages/door-pages.sample.js';
import { sampleFrame, samplePages } from '../../apps/api/src/pages/pages.sample.js';
import { renderPage, renderScriptedPage, type RenderedPage } from '../../apps/api/src/pages/render-page.js';
import { findViolations } from '../support/accessibility.js';
import { launchChromium } from '../support/chromium.js';
import { Visitor } from '../support/visitor.js';

interface Measured {
  readonly overflow: number;
  readonly maxWidth: string;
}

// Layout hangs on the width, contrast on the scheme: two ways cover both.
const ways = [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;
// Runs in the page: opens what can be opened, so that it is looked at, too.
const measure = `
  for (const details of document.querySelectorAll('details')) details.open = true;
  const { scrollWidth, clientWidth } = document.documentElement;
  ({
    overflow: Math.max(0, scrollWidth - clientWidth),
    maxWidth: getComputedStyle(document.querySelector('main')).maxWidth,
  })`;
const pages = [
  ...Object.entries(samplePages('de')).map(([name, page]) => [name, renderPage(page)] as const),
  // As they are over plain http, where the script leaves the forms alone; door.spec.ts looks at what it makes of them.
  ...(['de', 'en'] as const).flatMap((language) =>
    Object.entries(doorPages(sampleFrame(language))).map(
      ([name, page]) => [`${name} in ${language}`, renderScriptedPage(page)] as const,
    ),
  ),
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

describe.each(ways)('participant pages at $width px, $colorScheme', ({ width, colorScheme }) => {
  let reader: Visitor;
  let rendered: RenderedPage;

  beforeAll(async () => {
    reader = await Visitor.with(browser, { viewport: { width, height: 700 }, colorScheme });
    await reader.page.route('**/*', (route) =>
      route.fulfill({
        body: rendered.html,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': rendered.contentSecurityPolicy },
      }),
    );
    await reader.page.route('**/*.js', (route) =>
      route.fulfill({ body: '', contentType: 'text/javascript' }),
    );
  });

  afterAll(() => reader?.leave());

  it.each(pages)(
    '%s meets WCAG 2.2 AA, fits its width and is styled under its own policy',
    async (_, page) => {
      rendered = page;
      await reader.page.goto('http://jourfixe.example/i/token');
      const found = {
        ...(await reader.page.evaluate<Measured>(measure)),
        violations: await findViolations(reader.page),
        complaints: reader.complaints.splice(0),
      };
      expect(found).toEqual({ overflow: 0, maxWidth: '640px', violations: [], complaints: [] });
    },
  );
});
