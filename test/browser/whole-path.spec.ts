import type { Browser } from 'playwright-core';
import { readCalendar } from '../interop/calendar-reader.js';
import type { ReadEvent } from '../interop/calendar-reader.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { answer, answerLink, signInMail } from '../support/mailed-links.js';
import { at, decliner, managers, meeting, note, owner, sayer } from '../support/path-story.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { readMail } from '../support/received-mail.js';
import { Visitor } from '../support/visitor.js';

describe('the whole path, with queues on PostgreSQL', () => {
  let browser: Browser;
  let product: Product;
  let host: ConsoleHost;
  let meetingId: string;

  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct();
    host = new ConsoleHost(await Visitor.with(browser), product.url);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const mailCounts = () => new Map(managers.map((who) => [who, product.mailServer.mailsTo(who).length]));
  const nextMails = (counts: ReadonlyMap<string, number>) =>
    Promise.all(managers.map((who) => product.mailTo(who, counts.get(who))));
  const feedEvent = async (): Promise<ReadEvent> => {
    const reply = await fetch(`${product.url}/feeds/networks/mitteldeutschland.ics`);
    const { events } = readCalendar(Buffer.from(await reply.arrayBuffer()));
    const found = events.filter(({ title }) => title.endsWith(meeting.title));
    if (found[0] === undefined || found.length > 1) throw new Error(`found ${found.length} events`);
    return found[0];
  };

  it('makes an owner by the one-time link, and begins with the sample network', async () => {
    const link = await product.setupLink();
    await host.setUp(link, owner);
    const late = await Visitor.with(browser);
    await late.page.goto(link);
    await late.heading(host.t('console.setup.used-title'));
    await late.leave();
    expect(product.mailServer.mails).toEqual([]);
  });

  it('signs in by the mailed link in the browser that asked, and nowhere else', async () => {
    await host.signOut();
    await host.askForMail(owner.address);
    const { link } = signInMail(await product.mailTo(owner.address));

    const stranger = await Visitor.with(browser);
    await stranger.page.goto(link);
    await stranger.page.getByRole('button', { name: host.t('console.sign-in.submit') }).click();
    await stranger.heading(host.t('console.sign-in.other-browser-title'));
    await stranger.sees(host.t('console.sign-in.other-browser-text'));
    expect(await statusOfSession(stranger)).toBe(401);
    expect(stranger.complaints).toEqual(['403 POST /api/v1/sign-in/complete']);
    await stranger.leave();

    await host.page.goto(link);
    await host.visitor.heading(host.t('console.sign-in.complete-title'));
    expect(await statusOfSession(host.visitor)).toBe(401);
    await host.press(host.t('console.sign-in.submit'));
    await host.isIn();
    expect(await statusOfSession(host.visitor)).toBe(200);
  });

  it('signs in by the six digits of the mail', async () => {
    await host.signOut();
    await host.askForMail(owner.address);
    const { code } = signInMail(await product.mailTo(owner.address, 1));
    await host.field(host.t('console.sign-in.code')).fill(code);
    await host.press(host.t('console.sign-in.submit'));
    await host.isIn();
  });

  it('drafts a meeting in the form and publishes it', async () => {
    meetingId = await host.draft(meeting);
    expect((await fetch(`${product.url}/feeds/networks/mitteldeutschland.ics`)).status).toBe(200);
    await expect(feedEvent()).rejects.toThrow('found 0 events');
    await host.publish();
    expect(await feedEvent()).toMatchObject({ title: meeting.title, startsAt: at('10:00') });
  });

  it('shows whom it invites, and then invites each person once', async () => {
    const { t } = host;
    await host.open(`/meetings/${meetingId}/invitations`);
    // The one who takes office next month is not asked before, unless the host says so.
    await host.visitor.sees('5 Personen');
    await host.visitor.sees('2 Sitze nicht besetzt');
    await host.askSuccessorsAtOnce();
    await host.visitor.sees('6 Personen');
    await host.visitor.sees('1 Sitz nicht besetzt');
    await host.press(t('console.invite.send', { count: 6 }));
    await host.dialog.getByText('6 Mails werden gesendet, davon 2 auf Englisch.').waitFor();
    await host.press(t('console.invite.submit'), host.dialog);
    await host.visitor.sees(t('console.run.done'));
    await host.visitor.sees('6 von 6');
    await host.visitor.sees(t('console.invite.nobody-new'));

    const mails = await nextMails(new Map());
    expect(mails.map(({ calendar }) => [calendar?.event.attendees[0]?.address, calendar?.method])).toEqual(
      managers.map((who) => [who, 'REQUEST']),
    );
    expect(product.mailServer.mails).toHaveLength(2 + managers.length);
  });

  it('asks on a page that changes nothing when it is opened', async () => {
    const link = answerLink(await product.mailTo(sayer));
    const before = await everythingOf(product, meetingId);
    const scanner = await Visitor.with(browser);
    for (const address of [link, `${link}?answer=yes`, `${link}?answer=no`]) {
      await scanner.page.goto(address);
      await scanner.page.getByRole('button', { name: host.t('common.choice.yes') }).waitFor();
      expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
    }
    expect(scanner.complaints).toEqual([]);
    await scanner.leave();
    expect(await everythingOf(product, meetingId)).toEqual(before);
  });

  it('takes a yes with a note and a no, from pages without JavaScript', async () => {
    const { t } = host;
    await answer(browser, {
      link: answerLink(await product.mailTo(sayer)),
      choice: t('common.choice.yes'),
      note,
    });
    await answer(browser, {
      link: answerLink(await product.mailTo(decliner)),
      choice: t('common.choice.no'),
    });
  });

  it('shows the host how many clusters have answered, what and with which words', async () => {
    const { t, page } = host;
    await host.open(`/meetings/${meetingId}/answers`);
    await host.visitor.sees('Antworten aus 3 von 7 Clustern');
    await host.visitor.sees('1 von 20 Plätzen vergeben');
    const row = (name: string) => page.getByRole('row').filter({ hasText: name }).last().innerText();
    const said = await row('Wendisch');
    expect(said).toContain(t('common.state.confirmed'));
    expect(said).toContain(note);
    expect(await row('Demirel')).toContain(t('common.state.declined'));
    expect(await row('Raman')).toContain(t('common.state.silent'));
  });

  it('confirms with a calendar entry that agrees with the feed', async () => {
    const confirmation = await product.mailTo(sayer, 1);
    expect(confirmation.calendar).toMatchObject({
      method: 'REQUEST',
      event: { attendees: [{ address: sayer, partstat: 'ACCEPTED' }] },
    });
    expect(entryOf(confirmation.calendar?.event)).toEqual(entryOf(await feedEvent()));
    expect(entryOf(await feedEvent())).toMatchObject({
      title: meeting.title,
      startsAt: at('10:00'),
      endsAt: at('12:00'),
      status: 'CONFIRMED',
    });
    const goodbye = await product.mailTo(decliner, 1);
    expect(goodbye.calendar).toMatchObject({
      method: 'CANCEL',
      event: { uid: confirmation.calendar?.event.uid },
    });
  });

  it('says what a change sends before it is sent', async () => {
    const { t, page } = host;
    const counts = mailCounts();
    const earlier = await lastSequences(product);
    await host.open(`/meetings/${meetingId}/edit`);
    await host.field(t('console.meeting.start-time')).fill('14:30');
    await host.press(t('console.change.check'));
    await host.dialog.getByText('6 Mails werden gesendet, davon 2 auf Englisch.').waitFor();
    expect(await host.dialog.getByRole('table').innerText()).toMatch(/10:00.*12:00.*14:30.*16:30/s);
    expect(mailCounts()).toEqual(counts);
    await host.press(t('console.change.submit'), host.dialog);
    await page.waitForURL(`**/meetings/${meetingId}`);

    const mails = await nextMails(counts);
    for (const [index, { calendar }] of mails.entries()) {
      expect(calendar).toMatchObject({
        method: 'REQUEST',
        event: { startsAt: at('14:30'), endsAt: at('16:30') },
      });
      expect(calendar?.event.sequence).toBeGreaterThan(earlier[index] ?? Number.NaN);
      expect(entryOf(calendar?.event)).toEqual(entryOf(await feedEvent()));
    }
  });

  it('cancels for everybody, and marks the feed', async () => {
    const { t } = host;
    const counts = mailCounts();
    const earlier = await lastSequences(product);
    await host.startCancelling();
    await host.dialog.getByText('6 Mails werden gesendet, davon 2 auf Englisch.').waitFor();
    await host.press(t('console.cancel.submit'), host.dialog);
    await host.visitor.sees(t('console.cancel.done'));

    const mails = await nextMails(counts);
    const event = await feedEvent();
    expect(event).toMatchObject({ title: `Abgesagt: ${meeting.title}`, status: 'CANCELLED' });
    for (const [index, { calendar }] of mails.entries()) {
      expect(calendar).toMatchObject({ method: 'CANCEL', event: { uid: event.uid, status: 'CANCELLED' } });
      expect(calendar?.event.sequence).toBeGreaterThan(earlier[index] ?? Number.NaN);
    }
  });

  it('has given the browser nothing to complain about', () => {
    expect(host.visitor.complaints).toEqual([]);
  });
});

/** As the browser's own cookies have it. */
async function statusOfSession({ page }: Visitor): Promise<number> {
  return (await page.request.get(new URL('/api/v1/session', page.url()).href)).status();
}

/** What a calendar shows of a meeting. */
function entryOf(event: ReadEvent | undefined) {
  if (event === undefined) throw new Error('no event');
  const { uid, title, status, startsAt, endsAt, startsLocal, endsLocal, zone: tzid, location } = event;
  return { uid, title, status, startsAt, endsAt, startsLocal, endsLocal, tzid, location };
}

/** The rows about a meeting's guests, and how much was written anywhere about anything. */
async function everythingOf({ rows }: Product, meetingId: string): Promise<object> {
  const parameters = [meetingId];
  return {
    invitations: await rows('SELECT * FROM invitation WHERE meeting_id = $1 ORDER BY id', parameters),
    registrations: await rows('SELECT * FROM registration WHERE meeting_id = $1 ORDER BY id', parameters),
    written:
      await rows(`SELECT (SELECT count(*) FROM outgoing_mail) AS mails, (SELECT count(*) FROM fact) AS facts,
                                (SELECT count(*) FROM audit_entry) AS audits`),
  };
}

/** The highest SEQUENCE that each manager has got so far. */
async function lastSequences({ mailServer }: Product): Promise<readonly number[]> {
  return Promise.all(
    managers.map(async (who) => {
      const mails = await Promise.all(mailServer.mailsTo(who).map(readMail));
      return Math.max(...mails.map(({ calendar }) => calendar?.event.sequence ?? -1));
    }),
  );
}
