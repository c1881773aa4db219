import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
  Response,
} from 'playwright-core';
import { eventually } from './eventually.js';

/** For busy machines; shorter than the minute after which a page of the console looks again by itself. */
const PATIENCE_MS = 50_000;

/** One person at one browser, with cookies of their own; whatever the browser complains about is kept. */
export class Visitor {
  /** Errors and warnings of the console, uncaught exceptions, and replies of the api that refuse. */
  readonly complaints: string[] = [];
  private readonly underWay = new Set<Request>();

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async with(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const visitor = new Visitor(context, await context.newPage());
    visitor.listen();
    return visitor;
  }

  /** Waits for a heading and gives its words. */
  async heading(name: string | RegExp): Promise<string> {
    const heading = this.page.getByRole('heading', { name }).first();
    await heading.waitFor();
    return heading.innerText();
  }

  /** Waits for words anywhere on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  /**
   * Waits until nothing is on its way to the page, or for five seconds: what arrives moves what stands below it, also
   * between the pressing of a button and the letting go, which is then no click.
   */
  async atRest(): Promise<void> {
    await eventually(() => this.underWay.size === 0, 5).catch(() => undefined);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  private listen(): void {
    const { page, complaints, underWay } = this;
    page.on('request', (request) => {
      // A stream never ends.
      if (request.resourceType() !== 'eventsource') underWay.add(request);
    });
    page.on('requestfinished', (request) => underWay.delete(request));
    page.on('requestfailed', (request) => underWay.delete(request));
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      // Chromium's line about a refused request does not say which; the response itself does.
      if (isComplaint && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400 && !asksWhoIsSignedIn(response)) {
        complaints.push(
          `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`,
        );
      }
    });
  }
}

/** Where nobody is signed in, this question is answered by 401. */
function asksWhoIsSignedIn(response: Response): boolean {
  return response.status() === 401 && new URL(response.url()).pathname === '/api/v1/session';
}
