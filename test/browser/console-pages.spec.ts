import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { owner, setupToken, startTestApi, type TestApi } from '../support/test-api.js';
import type { TestBrowser } from '../support/test-browser.js';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
// Layout hangs on the width, contrast on the scheme, the length of words on the language: two ways cover all three.
const ways = [
  { width: 360, colorScheme: 'dark', locale: 'en-GB' },
  { width: 1280, colorScheme: 'light', locale: 'de-DE' },
] as const;
const pages = [
  '/',
  '/meetings',
  '/meetings?when=past&state=published',
  '/meetings/new',
  '/meetings/:meeting',
  '/meetings/:meeting/edit',
  '/meetings/:meeting/invitations',
  '/meetings/:meeting/answers',
  '/meetings/:meeting/mail',
  '/directory/institutions',
  '/directory/institutions/:network',
  '/directory/people',
  '/directory/people?person=:person',
  '/mail',
  '/mail?state=withheld&mail=:mail',
  '/no-such-page',
];
const unknown = 'a'.repeat(32);
const letters = ['/sign-in', `/setup#${unknown}`, `/sign-in/complete#${unknown}`];

let api: TestApi;
let host: TestBrowser;
let browser: Browser;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  api = await startTestApi();
  host = api.browser();
  await host.post('/api/v1/setup', { ...owner, token: await setupToken(api), sampleNetwork: true });
  ids = new Map([
    ['meeting', await firstOf('/meetings')],
    ['network', await firstOf('/institutions?kind=network')],
    ['person', await firstOf('/people')],
    ['mail', await firstOf('/mails')],
  ]);
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await api?.close();
});

describe.each(ways)('the console at $width px, $colorScheme, $locale', (way) => {
  let context: BrowserContext;

  beforeAll(async () => {
    const { width, colorScheme, locale } = way;
    const viewport = { width, height: 800 };
    context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: 'reduce' });
  });

  afterAll(async () => {
    await context?.close();
  });

  it.each(letters)('%s can be read by everybody', async (path) => {
    await context.clearCookies();
    expect(await lookAt(context, path)).toEqual(allIsWell);
  });

  it.each(pages)('%s can be read by everybody', async (path) => {
    await context.addCookies([{ name: 'session', value: host.cookie('session') ?? '', url: api.url }]);
    expect(
      await lookAt(
        context,
        path.replace(/:(\w+)/, (_, name: string) => ids.get(name) ?? ''),
      ),
    ).toEqual(allIsWell);
  });
});

const allIsWell = { headings: 1, overflow: 0, violations: [], complaints: [] };

/** Opens the page and says what is wrong with it. */
async function lookAt(context: BrowserContext, path: string): Promise<typeof allIsWell> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Asking who is signed in is refused where nobody is; Chromium prints every refusal.
    if (message.type() === 'error' && !message.text().includes('status of 401'))
      complaints.push(message.text());
  });
  await page.goto(`${api.url}/console${path}`);
  await page.locator('h1, [role=dialog] h2').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  const headings = await page.locator('h1').count();
  const overflow = await page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
  // Before axe, which speaks to the preview's sandboxed frame and is told off for it.
  const seen = { headings, overflow, complaints: [...complaints] };
  const found = await violations(page);
  await page.close();
  return { ...seen, violations: found } as typeof allIsWell;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(rules)})`);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function firstOf(path: string): Promise<string> {
  const { body } = await host.get<Listed>(`/api/v1${path}`);
  const [first] = body.items;
  if (first === undefined) throw new Error(`nothing in ${path}`);
  return first.id;
}
