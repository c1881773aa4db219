import type { Browser } from 'playwright-core';
import type { PollItemDto } from '#contracts';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import { findViolations } from '../support/accessibility.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { looksWell } from '../support/looks-well.js';
import { PollWorld } from '../support/running-polls.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* A date poll as people see it: made at the console, voted on without JavaScript, and taken. */

let browser: Browser;
let instance: TestInstance;
// The console goes by the clock of its browser only where it says so; the api's clock stands in March 2026.
const begins = Temporal.Instant.from('2026-03-02T09:00:00Z');

beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start({ at: begins });
  await PollWorld.create(instance);
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

async function aHost(language: Language, locale: string): Promise<ConsoleHost> {
  const visitor = await Visitor.with(browser, { locale });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  return new ConsoleHost(visitor, instance.api.url, language);
}

async function makePoll(
  host: ConsoleHost,
  title: string,
  days: readonly [string, string, string],
): Promise<string> {
  const { t } = host;
  await host.open('/polls');
  await host.page
    .getByRole('link', { name: t('polls.console.new') })
    .first()
    .click();
  await host.field(host.titleField).fill(title);
  await host.choose(t('console.meeting.institution'), 'Mitteldeutschland');
  const [first, second, deadline] = days;
  await host.field(t('polls.console.date', { number: 1 })).fill(first);
  await host.field(t('polls.console.date', { number: 2 })).fill(second);
  await host.field(t('polls.console.deadline')).fill(deadline);
  await host.page.getByRole('heading', { name: t('polls.console.new') }).click();
  await looksWell(host.page);
  await host.press(t('console.meetings.save-draft'));
  await host.visitor.heading(title);
  return new URL(host.page.url()).pathname.split('/').at(-1) ?? '';
}

describe.each([
  { language: 'de', locale: 'de-DE', days: ['14.04.2026', '16.04.2026', '31.03.2026'], reader: 'anna' },
  { language: 'en', locale: 'en-GB', days: ['14/04/2026', '16/04/2026', '31/03/2026'], reader: 'bert' },
] as const)('a date poll, $locale', ({ language, locale, days, reader }) => {
  it('is made, opened, voted on by telephone and desktop, and becomes a meeting', async () => {
    const host = await aHost(language, locale);
    const { t, page } = host;
    const title = `Austausch ${language}`;
    const id = await makePoll(host, title, days);
    await page.getByRole('link', { name: t('polls.console.edit') }).click();
    await host.field(t('polls.console.length')).fill('90');
    await looksWell(page);
    await host.press(t('console.form.save'));
    await host.visitor.heading(title);
    expect(await instance.ask('GET', `/polls/${id}`)).toMatchObject({ lengthMinutes: 90, version: 2 });
    await host.press(t('polls.console.open.action'));
    await host.visitor.sees(t('polls.console.open.people', { count: 3 }));
    expect(await findViolations(page)).toEqual([]);
    await host.press(t('polls.console.open.action'), host.dialog);
    await host.visitor.sees(t('polls.console.open.done'));
    await instance.settled();

    const { text } = await instance.lastMailTo(`${reader}@cluster.example`);
    const link = /http:\S+\/p\/[a-z2-7]{32}/.exec(text)?.[0] ?? '';
    const voter = await Visitor.with(browser, {
      javaScriptEnabled: false,
      locale,
      viewport: { width: 320, height: 700 },
    });
    await voter.page.goto(`${instance.api.url}${new URL(link).pathname}`);
    await voter.heading(title);
    expect(await voter.page.getByRole('radio', { checked: true }).count()).toBe(0);
    await voter.page
      .getByRole('radio', { name: t('polls.vote.no') })
      .first()
      .check();
    await voter.page
      .getByRole('radio', { name: t('polls.vote.yes'), exact: true })
      .nth(1)
      .focus();
    await voter.page.keyboard.press('Space');
    await voter.page.getByRole('button', { name: t('polls.page.send') }).click();
    await voter.heading(t('polls.page.saved'));
    expect(voter.complaints).toEqual([]);
    const address = voter.page.url();
    await voter.leave();
    const looking = await Visitor.with(browser, { locale });
    await looking.page.goto(address);
    await looking.heading(t('polls.page.saved'));
    await looksWell(looking.page);
    await looking.leave();

    await page.reload();
    await host.visitor.sees(t('polls.console.best'));
    await looksWell(page);
    const takes = new RegExp(`^${t('polls.console.take.action')}: .*16`);
    await page.getByRole('button', { name: takes }).click();
    await host.visitor.sees(t('polls.console.take.invites', { count: 2 }));
    expect(await findViolations(page)).toEqual([]);
    await host.press(t('polls.console.take.action'), host.dialog);
    await host.visitor.sees(t('polls.console.take.done'));
    await page.getByRole('link', { name: t('polls.console.to-meeting') }).click();
    await host.visitor.heading(title);
    await instance.settled();
    const { items } = await instance.ask<{ items: PollItemDto[] }>('GET', '/polls');
    expect(items.find((poll) => poll.id === id)).toMatchObject({ state: 'decided', answered: 1, asked: 3 });
    await host.open('/polls');
    await host.visitor.sees(title);
    await looksWell(page);
    expect(host.visitor.complaints).toEqual([]);
    await host.visitor.leave();
  });
});
