import { noMails } from '#contracts';
import type { InvitationDto, MailPlan, MeetingDto } from '#contracts';
import { Temporal } from '#kernel';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { seriesBody } from '../../factories/series.factory.js';
import { aSeriesWorld, datesOf, startSeries } from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let networkId: string;
let meeting: MeetingDto;
let invited: readonly InvitationDto[];

const plan: MailPlan = {
  reminderDays: [14, 5],
  deputyDays: null,
  detailsDays: 3,
  followUp: {
    daysAfter: 1,
    to: 'came',
    text: { de: 'Die Folien liegen bereit.', en: 'The slides are ready.' },
  },
};

beforeEach(async () => {
  // A Wednesday; the meeting is on 18 June, answers are due on the 11th.
  instance = await TestInstance.start({ at: Temporal.Instant.from('2026-05-06T08:00:00Z') });
  await instance.useKey();
  const people = ['silent', 'coming', 'declining', 'bounced', 'lisbon'].map((name) => ({
    familyName: name,
    addresses: [`${name}@plan.example`],
  }));
  const { network, clusters } = await aNetworkOfManagers(instance.reader, people);
  networkId = network.id;
  const [, , , , abroad] = clusters;
  await instance.rows(`UPDATE institution SET zone = 'Europe/Lisbon' WHERE id = $1`, [abroad?.cluster.id]);
  meeting = await instance.publish({
    institutionId: networkId,
    startsLocal: '2026-06-18T10:00',
    endsLocal: '2026-06-18T12:00',
    answerByLocal: '2026-06-11T18:00',
    mailPlan: plan,
  });
  invited = await instance.invite(meeting.id, networkId);
});

afterEach(() => instance.close());

const of = (name: string): InvitationDto => {
  const found = invited.find(({ person }) => person.name.includes(name));
  if (found === undefined) throw new Error(`nobody is ${name}`);
  return found;
};
/** And waits for the mail that confirms it: a clock that is moved on meanwhile takes its sending for given up. */
async function answer(name: string, choice: string): Promise<void> {
  await instance.answer(of(name), choice);
  await instance.settled();
}

const subjects = async (name: string) =>
  (await instance.mailsTo(of(name).address ?? '')).map(({ subject }) => subject.split(':')[0]);

it('reminds the silent twice, tells the confirmed the details and writes to them afterwards, each once', async () => {
  await answer('coming', 'yes');
  await answer('declining', 'no');
  await instance.rows(`UPDATE person_address SET state = 'bounced' WHERE address = $1`, [
    of('bounced').address,
  ]);
  await instance.goTo('2026-05-28T07:00:00Z');
  expect(await subjects('silent')).toEqual(['Einladung', 'Erinnerung']);
  // In Lisbon it is eight o'clock yet.
  expect(await subjects('lisbon')).toEqual(['Einladung']);
  await instance.goTo('2026-05-28T08:00:00Z');
  expect(await subjects('lisbon')).toEqual(['Einladung', 'Erinnerung']);
  await instance.goTo('2026-06-05T08:00:00Z');
  await answer('lisbon', 'yes');
  await instance.goTo('2026-06-15T09:00:00Z');
  await instance.goTo('2026-06-19T09:00:00Z');
  expect(await subjects('silent')).toEqual(['Einladung', 'Erinnerung', 'Erinnerung']);
  expect(await subjects('coming')).toEqual(['Einladung', 'Angemeldet', 'Letzte Hinweise', 'Nachlese']);
  expect(await subjects('lisbon')).toEqual([
    'Einladung',
    'Erinnerung',
    'Erinnerung',
    'Angemeldet',
    'Letzte Hinweise',
    'Nachlese',
  ]);
  expect(await subjects('declining')).toEqual(['Einladung', 'Ihre Absage']);
  expect(await subjects('bounced')).toEqual(['Einladung']);
  const last = await instance.lastMailTo(of('coming').address ?? '');
  expect(last.text).toContain('Die Folien liegen bereit.');
  const reminder = (await instance.mailsTo(of('silent').address ?? ''))[1];
  expect(reminder?.calendar).toBeNull();
  expect(reminder?.text).toContain(`${of('silent').link}?answer=yes`);
});

it('sends nothing twice, however often it looks, and late what fell into a time without a worker', async () => {
  await instance.stopWorker();
  instance.clock.moveTo('2026-05-29T01:00:00Z');
  await instance.startWorker();
  await instance.settled();
  expect(await subjects('silent')).toEqual(['Einladung']);
  await instance.goTo('2026-05-29T07:00:00Z');
  for (let times = 0; times < 2; times += 1) {
    await instance.rows(
      `UPDATE fact SET published_at = NULL WHERE type = 'MeetingChanged' AND payload ->> 'meetingId' = $1`,
      [meeting.id],
    );
    await instance.settled();
  }
  expect(await subjects('silent')).toEqual(['Einladung', 'Erinnerung']);
});

it('is stopped by an answer that comes while the reminder waits to be sent', async () => {
  await instance.stopWorker();
  expect(await instance.ask('POST', `/meetings/${meeting.id}/reminders`, {})).toEqual({ mails: 5 });
  await instance.answer(of('silent'), 'maybe');
  await instance.startWorker();
  await instance.settled();
  expect(await subjects('silent')).toEqual(['Einladung', 'Vielleicht']);
  expect(await subjects('lisbon')).toEqual(['Einladung', 'Erinnerung']);
});

it('goes by the changed plan and day, and gives whoever was invited late time to answer', async () => {
  await instance.ask(
    'PATCH',
    `/meetings/${meeting.id}`,
    { mailPlan: { ...noMails, reminderDays: [20] } },
    await version(),
  );
  await instance.settled();
  await instance.goTo('2026-05-22T08:00:00Z');
  // Due on 22 May, in the week of the invitation there was time enough.
  expect(await subjects('silent')).toEqual(['Einladung', 'Erinnerung']);
  await instance.ask('POST', `/meetings/${meeting.id}/cancel`, { note: null }, await version());
  await instance.goTo('2026-06-19T09:00:00Z');
  expect(await subjects('silent')).toEqual(['Einladung', 'Erinnerung', 'Abgesagt']);
});

it('reminds by hand whom the host chooses, after a preview, and nobody twice on a day', async () => {
  const chosen = { invitationIds: [of('silent').id, of('coming').id] };
  await answer('coming', 'yes');
  const path = `/meetings/${meeting.id}/reminders`;
  const preview = await instance.ask<{
    mails: object;
    remindedToday: number;
    reads: { en: { subject: string } };
  }>('POST', `${path}/preview`, chosen);
  expect(preview).toMatchObject({ mails: { de: 1, en: 0 }, remindedToday: 0 });
  expect(preview).toHaveProperty('names', [expect.any(String)]);
  expect(preview.reads.en.subject).toMatch(/^Reminder: /);
  expect(await instance.ask('POST', path, chosen)).toEqual({ mails: 1 });
  expect(await instance.ask('POST', path, chosen)).toEqual({ mails: 0 });
  await instance.settled();
  expect(await subjects('silent')).toEqual(['Einladung', 'Erinnerung']);
  expect(await subjects('coming')).toEqual(['Einladung', 'Angemeldet']);
  expect(await subjects('lisbon')).toEqual(['Einladung']);
});

it('asks to save the date once, and not who is invited', async () => {
  const other = await instance.publish({ institutionId: networkId, mailPlan: noMails });
  const asking = askingFor(holdersIn(networkId));
  expect(await instance.ask('POST', `/meetings/${other.id}/save-the-date`, asking)).toEqual({ mails: 5 });
  expect(await instance.ask('POST', `/meetings/${other.id}/save-the-date`, asking)).toEqual({ mails: 0 });
  expect(await instance.ask('POST', `/meetings/${meeting.id}/save-the-date`, asking)).toEqual({ mails: 0 });
  await instance.settled();
  expect(await subjects('silent')).toEqual(['Einladung', 'Termin vormerken']);
});

it('gives every date of a series the plan of its template, and asks in time to keep it free', async () => {
  const world = await aSeriesWorld(instance);
  const { template: usual } = seriesBody({ institutionId: world.networkId });
  const template = { ...usual, organiserId: null, mailPlan: plan };
  // June is invited at once, September on 23 July.
  const rule = { kind: 'picked' as const, dates: ['2026-06-04T10:00', '2026-09-03T10:00'] };
  const series = await startSeries(instance, world, { rule, template, saveTheDateLeadDays: 90 });
  const dates = await datesOf(instance, series);
  const planned = await instance.ask<MeetingDto>('GET', `/meetings/${dates[1]?.meeting?.id}`);
  expect(planned.mailPlan).toEqual(plan);
  const managers = async () =>
    (await instance.mailsTo('manager-1@cluster.example')).map(({ subject }) => subject.split(':')[0]);
  expect(await managers()).toEqual(['Einladung']);
  await instance.goTo('2026-06-05T08:00:00Z');
  expect((await managers()).filter((subject) => subject === 'Termin vormerken')).toEqual([
    'Termin vormerken',
  ]);
});

async function version(): Promise<number> {
  return (await instance.ask<MeetingDto>('GET', `/meetings/${meeting.id}`)).version;
}
