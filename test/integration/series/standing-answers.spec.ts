import { newId } from '#kernel';
import { aPerson } from '../../factories/directory.factory.js';
import type { InvitationDto, SeriesDto, SeriesPersonDto } from '#contracts';
import { aSeriesWorld, datesOf, onDay, startSeries } from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let series: SeriesDto;
let invited: readonly InvitationDto[];
beforeEach(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
  // April's invitations leave at once, May's on 26 March.
  series = await startSeries(instance, await aSeriesWorld(instance), { windowMonths: 3 });
  invited = await invitationsOf(0);
});
afterEach(() => instance.close());

async function invitationsOf(date: number): Promise<readonly InvitationDto[]> {
  const meeting = (await datesOf(instance, series))[date]?.meeting;
  return instance.invitations(meeting?.id ?? '');
}

/** Presses the button on the invitee's page. */
async function answerAll({ link }: InvitationDto, answer: string): Promise<void> {
  const form = new URLSearchParams({ answer }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await instance.api.browser().post(`${new URL(link).pathname}/series`, form, headers);
  expect(reply.status).toBe(303);
  await instance.settled();
}

const first = () => invited[0] ?? ({} as InvitationDto);
const person = (invitations: readonly InvitationDto[]) =>
  invitations.find((one) => one.person.id === first().person.id);
const subjects = async () =>
  (await instance.mailsTo(first().address ?? '')).map(({ subject }) => subject.split(':')[0]);

it('answers the dates that are open and every new one, each by one mail that says so', async () => {
  await answerAll(first(), 'yes');
  expect(person(await invitationsOf(0))).toMatchObject({
    answer: 'yes',
    channel: 'series',
    registration: 'confirmed',
  });
  expect(await subjects()).toEqual(['Einladung', 'Angemeldet']);

  await onDay(instance, '2026-03-27');
  expect(person(await invitationsOf(1))).toMatchObject({ answer: 'yes', registration: 'confirmed' });
  expect((await subjects()).slice(2)).toEqual(['Angemeldet']);
  expect((await instance.lastMailTo(first().address ?? '')).text).toContain('für alle Termine dieser Reihe');

  const page = await instance.api.browser().get<string>(new URL(first().link).pathname);
  expect(page.body).toContain('Sie haben für alle Termine zugesagt.');

  const may = await invitationsOf(1);
  const [own, other] = [person(may), may.find((one) => one.id !== person(may)?.id)];
  const answers = `SELECT action FROM audit_entry WHERE subject_id = $1 AND action = 'invitation.answer'`;
  expect(await instance.rows(answers, [own?.id])).toHaveLength(1);
  // Named as somebody's substitute they have that seat, and no second answer of their own.
  await instance.answer(other ?? first(), 'yes');
  await instance.ask('POST', `/invitations/${own?.id}/withdraw`);
  const [givenName = '', familyName = ''] = own?.person.name.split(' ') ?? [];
  const colleague = { givenName, familyName, address: own?.address };
  await instance.ask('POST', `/invitations/${other?.id}/substitute`, colleague);
  await instance.settled();
  expect(person(await invitationsOf(1))).toMatchObject({ answer: 'yes', registration: 'confirmed' });
  expect(await instance.rows(answers, [own?.id])).toHaveLength(1);
});

it('keeps to the seats: who comes every time may have to wait like anybody else', async () => {
  const [meeting] = await datesOf(instance, series);
  await instance.rows('UPDATE meeting SET capacity = 1 WHERE id = $1', [meeting?.meeting?.id]);
  const [, second] = invited;
  await answerAll(first(), 'yes');
  await answerAll(second ?? first(), 'yes');
  const states = (await invitationsOf(0)).flatMap(({ registration }) => registration ?? []);
  expect(states.toSorted()).toEqual(['confirmed', 'waitlisted']);
});

it('leaves a date alone that was answered singly, and given answers when it is taken back', async () => {
  await instance.answer(first(), 'no');
  await answerAll(first(), 'yes');
  expect(person(await invitationsOf(0))).toMatchObject({ answer: 'no', channel: 'web' });
  await answerAll(first(), 'none');
  await onDay(instance, '2026-03-27');
  expect(person(await invitationsOf(1))).toMatchObject({ answer: null });
});

it('declines new dates, with no mail at all', async () => {
  await answerAll(first(), 'no');
  const before = await subjects();
  await onDay(instance, '2026-03-27');
  expect(person(await invitationsOf(1))).toMatchObject({ answer: 'no', registration: 'declined' });
  expect((await subjects()).slice(before.length)).toEqual([]);
});

it('is shown to the host with who comes how often, and can be entered by the host', async () => {
  await answerAll(first(), 'yes');
  const path = `/series/${series.id}/people`;
  const people = (await instance.ask<{ items: SeriesPersonDto[] }>('GET', path)).items;
  expect(people.find(({ id }) => id === first().person.id)).toMatchObject({
    standing: 'yes',
    invited: 1,
    yes: 1,
    silent: 0,
    dates: [{ startsAt: '2026-04-02T08:00:00Z', answer: 'yes' }],
  });
  expect(people.filter(({ silent }) => silent === 1)).toHaveLength(2);
  const [, second] = invited;
  await instance.ask('PUT', `${path}/${second?.person.id}/standing`, { answer: 'no' });
  await instance.settled();
  const later = await invitationsOf(0);
  expect(later.find(({ id }) => id === second?.id)).toMatchObject({ answer: 'no', channel: 'series' });
});

it('takes an answer for a whole series only from who was asked to it, and does not tell who else there is', async () => {
  const path = `/api/v1/series/${series.id}/people`;
  const known = await aPerson(instance.reader);
  const replies = await Promise.all(
    [known.id, newId()].map((id) =>
      instance.owner.send('PUT', `${path}/${id}/standing`, { body: { answer: 'yes' } }),
    ),
  );
  expect(replies.map(({ status, body }) => ({ status, code: (body as { code: string }).code }))).toEqual([
    { status: 404, code: 'person.not-found' },
    { status: 404, code: 'person.not-found' },
  ]);
});

it('counts and lists the same people: whoever was asked to a cancelled date alone is neither', async () => {
  const [meeting] = await datesOf(instance, series);
  await instance.rows(`UPDATE meeting SET state = 'cancelled', cancelled_at = now() WHERE id = $1`, [
    meeting?.meeting?.id,
  ]);
  const page = await instance.ask<{ items: unknown[]; next: unknown }>(
    'GET',
    `/series/${series.id}/people?limit=1`,
  );
  expect(page).toEqual({ items: [], next: null });
});

it('answers nobody twice, however often the facts are told', async () => {
  await answerAll(first(), 'yes');
  const before = await subjects();
  await instance.rows(
    `UPDATE fact SET published_at = NULL WHERE type IN ('StandingAnswerGiven', 'InvitationSent')`,
  );
  await instance.settled();
  expect(await subjects()).toEqual(before);
});
