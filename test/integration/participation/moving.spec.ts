import type { ReachDto } from '#contracts';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { countMails, GuestMeeting, guestNames } from '../../support/guest-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

const nextDay = { startsLocal: '2026-06-19T10:00', endsLocal: '2026-06-19T15:30' };

describe('a meeting that moves', () => {
  let asked: GuestMeeting;
  let reach: ReachDto;
  let told: Awaited<ReturnType<GuestMeeting['heard']>>;
  beforeAll(async () => {
    asked = await GuestMeeting.open(instance);
    reach = await asked.preview(nextDay);
    await asked.change(nextDay);
    told = await asked.heard();
  });

  it('keeps seats and places in line, to be confirmed again, and asks everybody else afresh', async () => {
    expect(await asked.standings()).toEqual({
      seated: 'yes, confirmed, to confirm again',
      waiting: 'yes, waitlisted, to confirm again',
      undecided: 'maybe, tentative, to confirm again',
      declined: 'no answer, none',
      silent: 'no answer, none',
      english: 'no answer, none',
    });
  });

  it('reaches whom its preview has counted, and changes nothing in the preview', () => {
    expect(reach).toMatchObject({
      asksAgain: true,
      confirmed: 1,
      waitlisted: 1,
      maybe: 1,
      declined: 1,
      silent: 2,
      mails: { de: 5, en: 1 },
      changes: [expect.objectContaining({ field: 'time' })],
    });
    expect(told).toEqual(
      Object.fromEntries(guestNames.map((name) => [name, [name === 'english' ? 'Changed' : 'Geändert']])),
    );
    expect(countMails(told)).toEqual(reach.mails);
  });

  it('takes the seat as confirmed again by the same yes, and says so', async () => {
    await asked.answer('seated', 'yes');
    expect((await asked.standings()).seated).toBe('yes, confirmed');
    expect(await asked.heard()).toEqual({ seated: ['Angemeldet'] });
  });

  it('gives the seat on when it does not suit any more', async () => {
    await asked.answer('seated', 'no');
    expect((await asked.standings()).waiting).toBe('yes, confirmed, to confirm again');
    expect(await asked.heard()).toEqual({ seated: ['Ihre Absage'], waiting: ['Angemeldet'] });
  });
});

describe('a meeting that moves after its answer-by time', () => {
  it('asks without one, so that whoever is asked can answer', async () => {
    const asked = await GuestMeeting.open(instance);
    const passed = instance.clock
      .now()
      .subtract({ hours: 48 })
      .toZonedDateTimeISO('Europe/Berlin')
      .toPlainDateTime();
    await asked.change({ answerByLocal: passed.toString({ smallestUnit: 'minute' }) });
    const moved = await asked.change(nextDay);
    expect(moved.answerByLocal).toBeNull();
    await asked.answer('waiting', 'no');
    await asked.answer('silent', 'maybe');
    expect(await asked.standings()).toMatchObject({ silent: 'maybe, tentative' });
  });
});

describe('a meeting that is over', () => {
  it('can be corrected and tells nobody, and cannot be cancelled', async () => {
    const asked = await GuestMeeting.open(instance);
    const yesterday = instance.clock.now().subtract({ hours: 24 }).toZonedDateTimeISO('Europe/Berlin');
    const at = (hour: number) =>
      yesterday.toPlainDate().toPlainDateTime({ hour }).toString({ smallestUnit: 'minute' });
    await asked.change({ startsLocal: at(10), endsLocal: at(12), answerByLocal: null }, '?keepAnswers=true');
    await asked.heard();
    await asked.change({ title: { de: 'Wie es war' } });
    expect(await asked.heard()).toEqual({});
    await expect(asked.cancel()).rejects.toThrow('meeting.over');
  });
});

describe('a meeting that moves while the host keeps the answers', () => {
  it('tells who still comes or is asked, and leaves the declined alone', async () => {
    const asked = await GuestMeeting.open(instance);
    const reach = await asked.preview(nextDay, '?keepAnswers=true');
    await asked.change(nextDay, '?keepAnswers=true');
    expect(reach).toMatchObject({ asksAgain: false, mails: { de: 4, en: 1 } });
    expect(await asked.standings()).toMatchObject({
      seated: 'yes, confirmed',
      waiting: 'yes, waitlisted',
      declined: 'no, declined',
    });
    const told = await asked.heard();
    expect(told).not.toHaveProperty('declined');
    expect(countMails(told)).toEqual(reach.mails);
  });
});

describe('a meeting of which only the place changes', () => {
  it('is not told to who has declined; answers stay', async () => {
    const asked = await GuestMeeting.open(instance);
    const patch = { place: { city: 'Halle' } };
    const reach = await asked.preview(patch);
    await asked.change(patch);
    expect(reach).toMatchObject({
      asksAgain: false,
      mails: { de: 4, en: 1 },
      changes: [expect.objectContaining({ field: 'place', after: expect.stringContaining('Halle') })],
    });
    const told = await asked.heard();
    expect(told).not.toHaveProperty('declined');
    expect(countMails(told)).toEqual(reach.mails);
    expect(await asked.standings()).toMatchObject({ seated: 'yes, confirmed', declined: 'no, declined' });
  });

  it.each([
    [
      'what it is already',
      {
        place: { name: 'Solarvalley' },
        title: { de: 'Austausch der Clustermanager', en: 'Exchange of the cluster managers' },
      },
    ],
    [
      'who may see it and until when to answer',
      { visibility: 'unlisted', answerByLocal: '2026-06-01T12:00' },
    ],
  ])('is not told when it is changed to %s', async (_, patch) => {
    const asked = await GuestMeeting.open(instance);
    expect(await asked.preview(patch)).toMatchObject({ changes: [], mails: { de: 0, en: 0 } });
    const { revision } = await asked.read();
    const changed = await asked.change(patch);
    expect(changed.revision).toBe(revision);
    expect(await asked.heard()).toEqual({});
  });

  it('is no news when a place without anything in it is given to a meeting without one', async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [{}]);
    const { id, version } = await instance.publish({ institutionId: network.id, place: null });
    expect(await instance.ask('POST', `/meetings/${id}/change-preview`, { place: {} })).toMatchObject({
      changes: [],
    });
    expect(await instance.ask('PATCH', `/meetings/${id}`, { place: {} }, version)).toMatchObject({
      revision: 0,
    });
  });
});

describe('a cancellation', () => {
  it('reaches whom its preview has counted: everybody who has not declined', async () => {
    const asked = await GuestMeeting.open(instance);
    const reach = await instance.ask<ReachDto>('POST', `/meetings/${asked.id}/cancel-preview`);
    await asked.cancel('Leider.');
    const told = await asked.heard();
    expect(told).toEqual({
      seated: ['Abgesagt'],
      waiting: ['Abgesagt'],
      undecided: ['Abgesagt'],
      silent: ['Abgesagt'],
      english: ['Cancelled'],
    });
    expect(reach).toMatchObject({ asksAgain: false, declined: 1, mails: countMails(told), changes: [] });
  });

  it('lets nobody move up any more, and withdraws without a further mail', async () => {
    const asked = await GuestMeeting.open(instance);
    await asked.cancel();
    await asked.heard();
    await instance.ask('POST', `/invitations/${asked.guests.seated.id}/withdraw`);
    await instance.settled();
    expect((await asked.standings()).waiting).toBe('yes, waitlisted');
    expect(await asked.heard()).toEqual({});
  });
});
