import type { Browser } from 'playwright-core';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import type { SeriesItemDto } from '#contracts';
import { askingFor, holdersIn } from '../factories/audience.factory.js';
import { meetingBody } from '../factories/meetings.factory.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { looksWell } from '../support/looks-well.js';
import { answerLink } from '../support/mailed-links.js';
import { aSeriesWorld, datesOf, daysOf } from '../support/running-series.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/*
 * A series at the console, from the first field to its end in German on a desk, and until a date is moved in English on a
 * telephone.
 */

let browser: Browser;
let instance: TestInstance;
let network: string;

// 42 days before 4 March have passed: the first date invites as soon as the series starts.
const now = Temporal.Instant.from('2027-01-25T09:00:00Z');

beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start({ at: now });
  const { networkId } = await aSeriesWorld(instance);
  const [row] = await instance.rows<{ name: { de: string } }>('SELECT name FROM institution WHERE id = $1', [
    networkId,
  ]);
  network = row?.name.de ?? '';
  // Somebody else's meeting, on the day of the second date.
  const other = { institutionId: networkId, title: { de: 'Beirat' }, startsLocal: '2027-04-01T09:00' };
  await instance.ask('POST', '/meetings', meetingBody({ ...other, endsLocal: '2027-04-01T11:00' }));
  const { audience } = askingFor(holdersIn(networkId));
  const rule = audience.kind === 'rule' ? audience.rule : null;
  await instance.ask('POST', '/audiences', {
    institutionId: networkId,
    name: { de: 'Alle Managements' },
    rule,
  });
});

afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

async function aHost(language: Language, width: number): Promise<ConsoleHost> {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const visitor = await Visitor.with(browser, { locale, viewport: { width, height: 900 } });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  await visitor.page.clock.setFixedTime(now.epochMilliseconds);
  return new ConsoleHost(visitor, instance.api.url, language);
}

const spaced = (text: string) => text.replaceAll(' ', '\u00a0');

interface Story {
  readonly language: Language;
  readonly width: number;
  readonly name: string;
  readonly typed: (day: string) => string;
  readonly said: Readonly<Record<'march' | 'april' | 'may' | 'august', string>>;
}

const stories: readonly Story[] = [
  {
    language: 'de',
    width: 1280,
    name: 'Erfahrungsaustausch',
    typed: (day) => day.split('-').toReversed().join('.'),
    said: {
      march: 'Do., 4. März 2027',
      april: 'Do., 1. Apr. 2027',
      may: 'Do., 6. Mai 2027',
      august: 'Do., 5. Aug. 2027',
    },
  },
  {
    language: 'en',
    width: 360,
    name: 'Exchange',
    typed: (day) => day.split('-').toReversed().join('/'),
    said: {
      march: 'Thu, 4 Mar 2027',
      april: 'Thu, 1 Apr 2027',
      may: 'Thu, 6 May 2027',
      august: 'Thu, 5 Aug 2027',
    },
  },
];

describe.each(stories)('a series at the console, in $language at $width px', (story) => {
  const { name, typed, said } = story;
  let host: ConsoleHost;

  beforeAll(async () => {
    host = await aHost(story.language, story.width);
  });

  afterAll(async () => {
    await host.visitor.leave();
    expect(host.visitor.complaints).toEqual([]);
  });

  const path = (value: string) => host.page.locator(`[data-path="${value}"]`);
  const series = async () => {
    const { items } = await instance.ask<{ items: SeriesItemDto[] }>('GET', '/series');
    const found = items.find((one) => one.name.de === name);
    if (found === undefined) throw new Error(`no series ${name}`);
    return found;
  };
  const openMenu = async (day: string) => {
    await host.press(host.t('series-pages.date.actions', { day: spaced(day) }));
  };

  it('is begun where there is none, and shows its dates while the rule is being said', async () => {
    const { t, page } = host;
    await host.open('/series');
    if (story.language === 'de') await host.visitor.heading(t('series-pages.list.none'));
    await looksWell(host.page);
    await page
      .getByRole('link', { name: t('series-pages.new') })
      .first()
      .click();
    await path('name.de').fill(name);
    await host.choose(t('console.meeting.institution'), network);
    await path('dates.startDay').fill(typed('2027-03-04'));
    await path('title.de').fill('{number}. Austausch {year}');
    await host.visitor.sees('1. Austausch 2027');
    const foreseen = page.getByRole('region', { name: t('series-pages.foreseen.title') });
    await foreseen.getByText(spaced(said.march)).first().waitFor();
    await host.choose(t('audiences.choose'), 'Alle Managements');
    await foreseen.getByText(t('series-pages.foreseen.asked')).waitFor();
    const against = { title: 'Beirat', institution: network };
    await foreseen.getByText(t('console.conflicts.meeting-overlaps', against)).waitFor();
    await host.press(t('series-pages.foreseen.leave-out-day', { day: spaced(said.august) }));
    await foreseen
      .getByRole('button', { name: t('series-pages.foreseen.leave-out-day', { day: spaced(said.august) }) })
      .waitFor({ state: 'detached' });
    expect(
      await foreseen
        .getByRole('listitem')
        .filter({ hasText: /2027|2028/ })
        .count(),
    ).toBe(10);
    await looksWell(host.page);
  });

  it('takes an agenda, and a pasted rule only if it means something', async () => {
    const { t, page } = host;
    await page.getByText(t('series-pages.dates.rhythms.written'), { exact: true }).click();
    await path('dates.rrule').fill('FREQ=HOURLY');
    await host.press(t('series-pages.dates.read'));
    await page.getByRole('alert').getByText(t('errors.series.rule-too-fine')).waitFor();
    await page.getByText(t('series-pages.dates.rhythms.monthly'), { exact: true }).click();
    for (const [place, [title, minutes]] of [
      ['Diskussion', '45'],
      ['Begrüßung', '15'],
    ].entries()) {
      await host.press(t('agenda.add'));
      await path(`agenda.${place}.title.de`).fill(title ?? '');
      await path(`agenda.${place}.minutes`).fill(minutes ?? '');
    }
    await page.getByRole('button', { name: t('agenda.up', { title: 'Begrüßung' }) }).focus();
    await page.keyboard.press('Enter');
    expect(await path('agenda.0.title.de').inputValue()).toBe('Begrüßung');
    // At the top the way up is shut; the focus goes to the way down.
    expect(await page.locator('button:focus').getAttribute('aria-label')).toBe(
      t('agenda.down', { title: 'Begrüßung' }),
    );
    await looksWell(host.page);
    await host.press(t('series-pages.save-draft'));
    await host.visitor.heading(name);
  });

  it('starts, and says beforehand that its first date invites at once', async () => {
    const { t, page } = host;
    await host.press(t('series-pages.steps.start'));
    await host.dialog.getByText(t('series-pages.steps.due.by-itself', { count: 1 })).waitFor();
    await looksWell(host.page);
    await host.press(t('series-pages.steps.start'), host.dialog);
    await host.visitor.sees(t('series-pages.states.active'));
    await instance.settled();
    await page.reload();
    await host.visitor.heading(t('series-pages.waiting.title', { count: 2 }));
    await looksWell(host.page);
    expect(daysOf(await datesOf(instance, await series())).slice(0, 4)).toEqual([
      '2027-03-04',
      '2027-04-01',
      '2027-05-06 asked',
      '2027-06-03',
    ]);
  });

  it('lets the host move the date on a holiday', async () => {
    const { t } = host;
    await host.press(`${t('series-pages.decide.move')}: ${spaced(said.may)}`);
    await host.field(t('series-pages.decide.to')).fill(typed('2027-05-11'));
    await host.dialog.getByRole('heading').click();
    await looksWell(host.page);
    await host.press(t('series-pages.decide.move'), host.dialog);
    await host.visitor.sees(t('series-pages.one.moved-from', { day: spaced(said.may) }));
    expect(daysOf(await datesOf(instance, await series()))).toContain('2027-05-11');
  });

  it('shows its agenda with the times that follow: in the mail, to who is invited and to everybody', async () => {
    const { t } = host;
    const [first] = await datesOf(instance, await series());
    const mails = await instance.mailsTo('manager-1@cluster.example');
    const invitation = mails.findLast(({ text }) => text.includes('10:00–10:15   Begrüßung'));
    expect(invitation?.text).toContain('10:15–11:00   Diskussion');
    expect(invitation?.html).toContain('10:15–11:00');
    if (invitation === undefined) throw new Error('no invitation');
    const guest = await Visitor.with(browser);
    const prefix = story.language === 'en' ? '/en' : '';
    const pages = [
      `${new URL(answerLink(invitation)).pathname}?lang=${story.language}`,
      `${prefix}/m/${first?.meeting?.slug}`,
    ];
    for (const address of pages) {
      await guest.page.goto(`${instance.api.url}${address}`);
      const agenda = guest.page.locator('section').filter({ hasText: t('agenda.title') });
      expect((await agenda.innerText()).split('\n').filter((line) => line !== '')).toEqual([
        t('agenda.title'),
        '10:00–10:15',
        'Begrüßung',
        '10:15–11:00',
        'Diskussion',
      ]);
    }
    await looksWell(guest.page);
    await guest.leave();
  });

  it('sends one date to its own page, and knows it by hand from then on', async () => {
    const { t, page } = host;
    await openMenu(said.april);
    await page.getByRole('menuitem', { name: t('series-pages.date.change'), exact: true }).click();
    await host.field(t('console.meeting.start-day')).fill(typed('2027-04-08'));
    await page.getByText(t('console.meeting.what-hint')).click();
    await host.press(t('console.change.check'));
    await host.press(t('console.form.save'), host.dialog);
    await page.getByText(t('series-pages.date-of')).waitFor();
    await looksWell(host.page);
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await page
      .getByText(new RegExp(`^${t('series-pages.one.touched', { fields: '' })}`))
      .first()
      .waitFor();
    const [, april] = await datesOf(instance, await series());
    expect(april?.touched).toContain('startsLocal');
  });

  if (story.language !== 'de') return;

  it('changes all from one on, and says first what moves, what stays and what leaves the house', async () => {
    const { t, page } = host;
    await openMenu(said.march);
    await page.getByRole('menuitem', { name: t('series-pages.date.change-following') }).click();
    await page.getByText(t('series-pages.change.from', { day: spaced(said.march) })).waitFor();
    await path('title.de').fill('{number}. Treffen {year}');
    await host.press(t('series-pages.change.check'));
    await host.dialog.getByText(t('series-pages.effects.sums.kept-by-hand', { count: 1 })).waitFor();
    await host.dialog.getByText(t('console.sends.mails', { count: 3 })).waitFor();
    await host.dialog.getByText(t('series-pages.effects.calendar-mails', { count: 3 })).waitFor();
    await looksWell(host.page);
    await host.press(t('console.change.submit'), host.dialog);
    await host.visitor.heading(name);
    const dates = await datesOf(instance, await series());
    expect(dates.slice(0, 4).map(({ meeting }) => [meeting?.startsLocal, meeting?.title.de])).toEqual([
      ['2027-03-04T10:00', '1. Treffen 2027'],
      ['2027-04-08T10:00', '2. Austausch 2027'],
      ['2027-05-11T10:00', '3. Treffen 2027'],
      ['2027-06-03T10:00', '4. Treffen 2027'],
    ]);
  });

  it('ends, cancelling what was to come but what was changed by hand', async () => {
    const { t, page } = host;
    await instance.settled();
    await host.open(`/series/${(await series()).id}`);
    await host.press(t('console.more-actions'));
    await page.getByRole('menuitem', { name: t('series-pages.steps.end') }).click();
    await host.field(t('series-pages.end.from')).fill(typed('2027-04-01'));
    await host.dialog.getByRole('heading').click();
    await host.dialog.getByText(t('series-pages.effects.sums.kept-by-hand', { count: 1 })).waitFor();
    await looksWell(host.page);
    await host.press(t('series-pages.steps.end'), host.dialog);
    await host.visitor.sees(t('series-pages.states.ended'));
    await looksWell(host.page);
    const stays = daysOf(await datesOf(instance, await series())).filter((day) => day.length === 10);
    expect(stays).toEqual(['2027-03-04', '2027-04-08']);
  });
});
