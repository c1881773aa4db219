import type { PollDto, PollProposalDto } from '#contracts';
import { newId, Temporal } from '#kernel';
import { aMeeting } from '../../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { pollBody } from '../../factories/polls.factory.js';
import { PollWorld } from '../../support/running-polls.js';
import { TestInstance } from '../../support/test-instance.js';

// 2 March 2026, 10:00 in Berlin.
let instance: TestInstance;
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());

const at = (startsLocal: string, allDay = false) => ({ startsLocal, allDay });
const wallClock = (text: string) => Temporal.PlainDateTime.from(text);

it('proposes days without holidays of the audience’s Länder and without meetings of its clusters', async () => {
  const { reader, owner } = instance;
  const { network, clusters } = await aNetworkOfManagers(reader, [{}, {}]);
  const [first] = clusters;
  await reader.manager.query(`UPDATE institution SET laender = '{SN}' WHERE id = $1`, [first?.cluster.id]);
  const secret = { title: { de: 'Vertraulich' }, visibility: 'invited' as const };
  await aMeeting(reader, {
    institutionId: first?.cluster.id ?? '',
    startsLocal: wallClock('2026-11-11T09:00'),
    endsLocal: wallClock('2026-11-11T10:00'),
    ...secret,
  });
  // Of nobody in the audience.
  await aMeeting(reader, {
    startsLocal: wallClock('2026-11-04T09:00'),
    endsLocal: wallClock('2026-11-04T10:00'),
  });
  const { institutionId, asking } = pollBody(network.id);
  const { body: proposal } = await owner.send<PollProposalDto>('POST', '/api/v1/polls/propose-dates', {
    body: {
      institutionId,
      asking,
      from: '2026-11-01',
      until: '2026-11-30',
      weekdays: [3],
      time: '14:00',
      count: 10,
    },
  });
  // Wednesdays; the 18th is Saxony's Day of Repentance.
  expect(proposal.options.map(({ startsLocal }) => startsLocal)).toEqual([
    '2026-11-04T14:00',
    '2026-11-25T14:00',
  ]);
  expect(proposal.lands).toEqual(['SN']);
  expect(proposal.holidays).toMatchObject([{ on: '2026-11-18', name: { de: 'Buß- und Bettag' } }]);
  expect(proposal.taken).toEqual([{ on: '2026-11-11', title: null }]);
});

it('a draft changes in every part and is deleted, by the version that was seen; the log says what it was', async () => {
  const world = await PollWorld.create(instance);
  const draft = await world.create();
  const options = [at('2026-05-05T00:00', true), at('2026-05-07T09:00')];
  const path = `/polls/${draft.id}`;
  const patch = { title: { de: 'Herbst' }, options, lengthMinutes: 60, deadlineLocal: '2026-05-01T12:00' };
  const changed = await instance.ask<PollDto>('PATCH', path, patch, 1);
  expect(changed).toMatchObject({
    title: { de: 'Herbst' },
    lengthMinutes: 60,
    version: 2,
    zone: draft.zone,
  });
  expect(changed.options.map(({ startsLocal, allDay }) => at(startsLocal, allDay))).toEqual(options);
  expect(await instance.ask('PATCH', path, { lengthMinutes: 60 }, 2)).toMatchObject({ version: 2 });
  const past = { options: [at('2026-02-27T10:00')], deadlineLocal: '2026-02-26T10:00' };
  expect(await world.refusalOfChange(draft, past)).toEqual([
    '422',
    '/options/0/startsLocal poll.option-past',
    '/deadlineLocal poll.deadline-past',
  ]);
  const audience = { kind: 'saved', audienceId: newId() } as const;
  expect(await world.refusalOfChange(draft, { asking: { ...draft.asking, audience } })).toEqual([
    '422',
    expect.stringMatching(/^\/asking\/audience\/audienceId audience\./),
  ]);
  expect((await world.sent('DELETE', draft, undefined, 1)).body.code).toBe('version.stale');
  expect((await world.sent('DELETE', draft, undefined, 2)).status).toBe(204);
  expect((await instance.owner.get(`/api/v1${path}`)).status).toBe(404);
  expect(
    await instance.rows('SELECT action, before FROM audit_entry WHERE subject_id = $1 ORDER BY id', [
      draft.id,
    ]),
  ).toMatchObject([
    { action: 'poll.create' },
    { action: 'poll.change', before: { title: draft.title } },
    { action: 'poll.delete', before: { title: { de: 'Herbst' }, options } },
  ]);
});

it('a poll that asks changes in what leaves every vote as it was given; a new deadline moves reminder and end', async () => {
  const world = await PollWorld.create(instance);
  const poll = await world.open({ deadlineLocal: '2026-03-21T18:00', hidesNames: true });
  await world.vote(poll, 'Anna', ['yes', 'no']);
  const settled = { options: [at('2026-05-07T09:00')], lengthMinutes: 30, hidesNames: false };
  expect(await world.refusalOfChange(poll, settled)).toEqual([
    '422',
    '/lengthMinutes poll.settled',
    '/options poll.settled',
    '/hidesNames poll.names-stay-hidden',
  ]);
  instance.mailServer.mails.length = 0;
  const { status } = await world.sent('PATCH', poll, {
    title: { de: 'Neuer Titel', en: 'New title' },
    deadlineLocal: '2026-03-27T18:00',
  });
  expect(status).toBe(200);
  expect((await world.browse((await world.called(poll, 'Anna')).link)).body).toContain('Neuer Titel');
  await world.instance.goTo('2026-03-21T17:00:01Z');
  expect((await world.read(poll)).state).toBe('open');
  expect(instance.mailServer.mails).toEqual([]);
  await world.instance.goTo('2026-03-25T17:00:01Z');
  expect((await instance.lastMailTo('bert@cluster.example')).subject).toBe('Reminder: New title');
  expect((await world.resultOf(poll)).answered).toBe(1);
  const gone = await world.sent('DELETE', poll);
  expect([gone.status, gone.body.code]).toEqual([409, 'poll.not-draft']);
});
