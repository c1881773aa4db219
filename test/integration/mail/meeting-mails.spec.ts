import type { InvitationDto, MeetingDto } from '#contracts';
import { aPerson } from '../../factories/directory.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { calendarFaults } from '../../interop/calendar-faults.js';
import { readOnlyEvent } from '../../interop/calendar-reader.js';
import type { ReadMail } from '../../support/received-mail.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

const anna = {
  academicTitle: 'Dr.',
  givenName: 'Anna',
  familyName: 'Ahorn',
  salutation: 'frau',
  addresses: ['anna@eins.example'],
} as const;
const bert = {
  academicTitle: 'Prof. Dr.-Ing.',
  givenName: 'Bert',
  familyName: 'Buche',
  salutation: 'herr',
  language: 'en',
  addresses: ['bert@zwei.example'],
} as const;
const kim = { givenName: 'Kim', familyName: 'Linde', addresses: ['kim@drei.example'] } as const;

/** What a person has been sent, as a calendar sees it. */
const inCalendar = ({ calendar, subject }: ReadMail) => ({
  kind: subject.split(':')[0],
  method: calendar?.method,
  sequence: calendar?.event.sequence,
  status: calendar?.event.status,
  partstat: calendar?.event.attendees[0]?.partstat,
});

/** Subjects and greetings. */
const box = (mails: readonly ReadMail[]) =>
  mails.map(({ subject, text }) => [subject.replaceAll('\u00a0', ' '), text.split('\n')[0]]);

/** Waits, since DTSTAMP counts seconds, does something, and lets the mails arrive. */
async function then(work: () => Promise<unknown>): Promise<void> {
  await instance.later({ minutes: 10 });
  await work();
  await instance.settled();
}

const patch = (meeting: MeetingDto, changes: object) => async () => {
  const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${meeting.id}`);
  return instance.ask('PATCH', `/meetings/${meeting.id}`, changes, version);
};

const cancel =
  (meeting: MeetingDto, note: string | null = null) =>
  async () => {
    const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${meeting.id}`);
    return instance.ask('POST', `/meetings/${meeting.id}/cancel`, { note }, version);
  };

describe('one person, from the invitation to the cancellation', () => {
  let meeting: MeetingDto;
  let mails: readonly ReadMail[];
  beforeAll(async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [anna]);
    const organiser = await aPerson(instance.reader, {
      givenName: 'Otto',
      familyName: 'Eiche',
      addresses: ['otto@initiative.example'],
    });
    meeting = await instance.publish({ institutionId: network.id, organiserId: organiser.id });
    const [invitation] = await instance.invite(meeting.id, network.id);
    if (invitation === undefined) throw new Error('nobody was invited');
    await then(() => instance.answer(invitation, 'yes'));
    await then(patch(meeting, { place: { room: 'Großer Saal' } }));
    await then(() => instance.answer(invitation, 'no'));
    await then(() => instance.answer(invitation, 'yes'));
    await then(() => instance.ask('POST', `/invitations/${invitation.id}/withdraw`));
    await then(() => instance.invite(meeting.id, network.id));
    await then(cancel(meeting));
    mails = await instance.mailsTo('anna@eins.example');
  });

  it('is told everything once, with a SEQUENCE that never falls and rises with every change of the entry', () => {
    expect(mails.map(inCalendar)).toEqual([
      { kind: 'Einladung', method: 'REQUEST', sequence: 0, status: 'CONFIRMED', partstat: 'NEEDS-ACTION' },
      { kind: 'Angemeldet', method: 'REQUEST', sequence: 0, status: 'CONFIRMED', partstat: 'ACCEPTED' },
      { kind: 'Geändert', method: 'REQUEST', sequence: 1, status: 'CONFIRMED', partstat: 'ACCEPTED' },
      { kind: 'Ihre Absage', method: 'CANCEL', sequence: 2, status: null, partstat: null },
      { kind: 'Angemeldet', method: 'REQUEST', sequence: 3, status: 'CONFIRMED', partstat: 'ACCEPTED' },
      { kind: 'Einladung zurückgezogen', method: 'CANCEL', sequence: 4, status: null, partstat: null },
      { kind: 'Einladung', method: 'REQUEST', sequence: 5, status: 'CONFIRMED', partstat: 'NEEDS-ACTION' },
      { kind: 'Abgesagt', method: 'CANCEL', sequence: 6, status: 'CANCELLED', partstat: null },
    ]);
  });

  it('gets a later DTSTAMP with every mail, and LAST-MODIFIED with it', () => {
    const stamps = mails.map(({ calendar }) => calendar?.event.stampedAt ?? '');
    expect(new Set(stamps).size).toBe(mails.length);
    expect(stamps).toEqual(stamps.toSorted());
    expect(mails.map(({ calendar }) => calendar?.event.changedAt)).toEqual(stamps);
  });

  it('keeps one entry: the same UID, organiser and attendee throughout, asked for no reply by mail', () => {
    const facts = mails.map(({ calendar }) => {
      const { uid, organiser, attendees } = calendar?.event ?? {};
      const [attendee, ...others] = attendees ?? [];
      return {
        uid,
        organiser: organiser?.address,
        attendee: attendee?.address,
        others,
        rsvp: attendee?.rsvp,
      };
    });
    const same = {
      uid: `${meeting.id}@jourfixe`,
      organiser: 'otto@initiative.example',
      attendee: anna.addresses[0],
    };
    expect(facts).toEqual(
      mails.map(({ calendar }) => ({
        ...same,
        others: [],
        rsvp: calendar?.method === 'REQUEST' ? 'FALSE' : null,
      })),
    );
  });

  it('gets calendar parts without faults, at the right time', () => {
    for (const { calendar, file } of mails) {
      expect(calendarFaults(file ?? '')).toEqual([]);
      expect(readOnlyEvent(file ?? '')).toEqual(calendar?.event);
      expect(calendar?.event).toMatchObject({
        startsAt: '2026-06-18T08:00:00Z',
        endsAt: '2026-06-18T13:30:00Z',
        zone: 'Europe/Berlin',
      });
    }
  });

  it('is greeted by title and salutation, and told the reason', () => {
    for (const { text, html } of mails) {
      expect(text).toContain('Sehr geehrte Frau Dr. Ahorn,');
      expect(html).toContain('Sehr geehrte Frau Dr.');
    }
    expect(mails[0]?.text).toContain('wegen Ihres Amtes: Clustermanagement');
  });
});

describe('the parts of a mail', () => {
  let raw: string;
  let mail: ReadMail;
  beforeAll(async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [
      { ...kim, addresses: ['teile@eins.example'] },
    ]);
    const organiser = await aPerson(instance.reader, {
      familyName: 'Groß',
      addresses: ['gross@eins.example'],
    });
    const meeting = await instance.publish({ institutionId: network.id, organiserId: organiser.id });
    await instance.invite(meeting.id, network.id);
    const [received] = instance.mailServer.mailsTo('teile@eins.example');
    raw = received?.raw.toString() ?? '';
    mail = await instance.lastMailTo('teile@eins.example');
  });

  it('are text, html and calendar, the calendar last in the alternative and once more as a file', () => {
    const kinds = [...raw.matchAll(/^Content-Type: ([a-z]+\/[a-z]+)/gm)].map(([, kind]) => kind);
    expect(kinds).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
    const part = raw.slice(raw.indexOf('Content-Type: text/calendar')).split('\r\n\r\n')[0] ?? '';
    expect(part.replace(/\r\n\s+/g, ' ')).toMatch(
      /^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/,
    );
    expect(part).toContain('Content-Transfer-Encoding: base64');
  });

  it('say who writes to whom, that a machine does, and where an answer goes', async () => {
    const [row] = await instance.rows<{ id: string }>('SELECT id FROM outgoing_mail WHERE address = $1', [
      'teile@eins.example',
    ]);
    expect(mail).toMatchObject({
      from: 'Jourfixe <jourfixe@localhost>',
      to: 'Kim Linde <teile@eins.example>',
      replyTo: 'Kim Groß <gross@eins.example>',
      messageId: `<${row?.id}@localhost>`,
    });
    expect(mail.headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(mail.headers.get('x-auto-response-suppress')).toEqual(['OOF, AutoReply']);
    expect(mail.headers.get('mime-version')).toEqual(['1.0']);
  });

  it('lead to the page where the person answers, in text, html and calendar', async () => {
    const link = /http:\/\/localhost:3000\/i\/[a-z2-7]{32}/.exec(mail.text)?.[0] ?? 'none';
    expect(mail.html).toContain(link);
    expect(mail.calendar?.event.url).toBe(link);
    expect((await instance.api.browser().get(new URL(link).pathname)).status).toBe(200);
  });
});

describe('the five mails, in the language of each', () => {
  it('greet each as is proper', async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [
      { ...bert, addresses: ['bert@fuenf.example'] },
      { ...kim, addresses: ['kim@fuenf.example'] },
      { ...anna, academicTitle: null, salutation: 'herr', addresses: ['herr@fuenf.example'] },
    ]);
    const meeting = await instance.publish({ institutionId: network.id, capacity: 1 });
    const invitations = await instance.invite(meeting.id, network.id);
    const of = (name: string): InvitationDto => {
      const found = invitations.find(({ person }) => person.name.includes(name));
      if (found === undefined) throw new Error(`${name} was not invited`);
      return found;
    };
    await then(() => instance.answer(of('Buche'), 'yes'));
    await then(() => instance.answer(of('Linde'), 'yes'));
    await then(patch(meeting, { title: { de: 'Frühjahrstreffen', en: 'Spring meeting' } }));
    await then(() => instance.ask('POST', `/invitations/${of('Ahorn').id}/withdraw`));
    await then(cancel(meeting, 'Der Saal ist gesperrt.'));
    const old = 'Exchange of the cluster managers, Thu, 18 Jun 2026';
    expect(box(await instance.mailsTo('bert@fuenf.example'))).toEqual(
      [
        `Invitation: ${old}`,
        `Registered: ${old}`,
        'Changed: Spring meeting, Thu, 18 Jun 2026',
        'Cancelled: Spring meeting, Thu, 18 Jun 2026',
      ].map((subject) => [subject, 'Dear Professor Buche,']),
    );
    const alt = 'Austausch der Clustermanager, Do., 18. Juni 2026';
    expect(box(await instance.mailsTo('kim@fuenf.example'))).toEqual(
      [
        `Einladung: ${alt}`,
        `Warteliste: ${alt}`,
        'Geändert: Frühjahrstreffen, Do., 18. Juni 2026',
        'Abgesagt: Frühjahrstreffen, Do., 18. Juni 2026',
      ].map((subject) => [subject, 'Guten Tag Kim Linde,']),
    );
    expect(box(await instance.mailsTo('herr@fuenf.example')).map(([, greeting]) => greeting)).toEqual([
      'Sehr geehrter Herr Ahorn,',
      'Sehr geehrter Herr Ahorn,',
      'Sehr geehrter Herr Ahorn,',
    ]);
    expect((await instance.lastMailTo('kim@fuenf.example')).text).toContain('Der Saal ist gesperrt.');
  });

  it('make a place in line and a seat on offer a tentative entry, and one that is taken a sure one with a higher SEQUENCE', async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [
      { ...anna, addresses: ['sitzt@sechs.example'] },
      { ...kim, addresses: ['wartet@sechs.example'] },
    ]);
    const meeting = await instance.publish({ institutionId: network.id, capacity: 1 });
    const [seated, waiting] = await instance.invite(meeting.id, network.id);
    if (seated === undefined || waiting === undefined) throw new Error('two people are needed');
    await then(() => instance.answer(seated, 'yes'));
    await then(() => instance.answer(waiting, 'yes'));
    await then(() => instance.answer(seated, 'no'));
    await then(() => instance.answer(waiting, 'yes'));
    expect((await instance.mailsTo('wartet@sechs.example')).map(inCalendar)).toEqual([
      { kind: 'Einladung', method: 'REQUEST', sequence: 0, status: 'CONFIRMED', partstat: 'NEEDS-ACTION' },
      { kind: 'Warteliste', method: 'REQUEST', sequence: 1, status: 'TENTATIVE', partstat: 'TENTATIVE' },
      { kind: 'Platz frei', method: 'REQUEST', sequence: 1, status: 'TENTATIVE', partstat: 'TENTATIVE' },
      { kind: 'Angemeldet', method: 'REQUEST', sequence: 2, status: 'CONFIRMED', partstat: 'ACCEPTED' },
    ]);
  });

  it('name the sender as organiser where the organiser would be the recipient', async () => {
    const { network, clusters } = await aNetworkOfManagers(instance.reader, [
      { ...kim, addresses: ['selbst@sieben.example'] },
    ]);
    const organiserId = clusters[0]?.manager?.id ?? '';
    const meeting = await instance.publish({ institutionId: network.id, organiserId });
    await instance.invite(meeting.id, network.id);
    const { calendar } = await instance.lastMailTo('selbst@sieben.example');
    expect(calendar?.event.organiser?.address).toBe('jourfixe@localhost');
  });
});
