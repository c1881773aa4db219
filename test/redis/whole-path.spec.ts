import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { answer, answerLink } from '../support/mailed-links.js';
import { at, managers, meeting, note, owner, sayer } from '../support/path-story.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { queueSettings } from '../support/test-worker.js';
import { Visitor } from '../support/visitor.js';

describe('the whole path, with queues on Redis', () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct(queueSettings());
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  it('invites, takes an answer, confirms and cancels', async () => {
    const host = new ConsoleHost(await Visitor.with(browser), product.url);
    await host.setUp(await product.setupLink(), owner);
    await host.draft(meeting);
    await host.publish();
    await host.invite(managers.length);
    const link = answerLink(await product.mailTo(sayer));
    await answer(browser, { link, choice: host.t('common.choice.yes'), note });
    const { calendar } = await product.mailTo(sayer, 1);
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      event: { title: meeting.title, startsAt: at('10:00') },
    });
    await host.cancel();
    expect((await product.mailTo(sayer, 2)).calendar?.method).toBe('CANCEL');
    const [jobs] = await product.rows<{ table: string | null }>(
      `SELECT to_regclass('bullmq.job') AS "table"`,
    );
    expect(jobs?.table).toBeNull();
    expect(host.visitor.complaints).toEqual([]);
  });
});
