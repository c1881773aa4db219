import type { AudienceRule, InvitationDto, MeetingAudienceDto } from '#contracts';
import { CheckAudiences } from '#participation';
import { Temporal } from '#kernel';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { aMandate, aPerson } from '../../factories/directory.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeEach(async () => (instance = await TestInstance.start()));
afterEach(() => instance.close());

const anna = { givenName: 'Anna', familyName: 'Ahorn' };
const bert = { givenName: 'Bert', familyName: 'Buche' };
const clara = { givenName: 'Clara', familyName: 'Christdorn', addresses: ['clara@neu.example'] };

/** Two clusters, the second without a manager, and a meeting that the managers are invited to. */
async function anInvitedNetwork(settings: Parameters<typeof askingFor>[1] = {}, fields = {}) {
  const { network, clusters } = await aNetworkOfManagers(instance.reader, [anna, null]);
  const meeting = await instance.publish({ institutionId: network.id, ...fields });
  await send(meeting.id, holdersIn(network.id), settings);
  return { network, clusters, meeting, vacantId: clusters[1]?.office.id ?? '' };
}

async function send(meetingId: string, rule: AudienceRule, settings = {}): Promise<void> {
  await instance.ask('POST', `/meetings/${meetingId}/invitations`, askingFor(rule, settings));
  await instance.settled();
}

async function give(officeId: string, personId: string, validFrom = '2026-03-01'): Promise<void> {
  await instance.ask('POST', `/offices/${officeId}/mandates`, { personId, validFrom });
  await instance.settled();
}

async function invitedNames(meetingId: string): Promise<string[]> {
  return (await instance.invitations(meetingId))
    .filter(({ state }) => state === 'active')
    .map(({ person }) => person.name);
}

async function audiencesOf(meetingId: string): Promise<readonly MeetingAudienceDto[]> {
  const { items } = await instance.ask<{ items: MeetingAudienceDto[] }>(
    'GET',
    `/meetings/${meetingId}/audiences`,
  );
  return items;
}

it('invites who takes an office, within a minute and once, however often it looks', async () => {
  const { meeting, vacantId } = await anInvitedNetwork();
  const { id } = await aPerson(instance.reader, clara);
  await give(vacantId, id);
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
  await instance.later({ minutes: 1 });
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn', 'Clara Christdorn']);
  const check = instance.api.app.get(CheckAudiences);
  await check.work(meeting.id);
  await Promise.all([check.work(meeting.id), check.work(meeting.id)]);
  await instance.later({ minutes: 1 });
  expect(await instance.mailsTo('clara@neu.example')).toHaveLength(1);
  const [audience] = await audiencesOf(meeting.id);
  expect(audience).toMatchObject({
    name: null,
    settings: { newcomers: 'invite', successors: 'on-the-day' },
    newcomers: [],
  });
});

it('shows who is new, and why, where the host wants to decide', async () => {
  const { meeting, clusters, vacantId } = await anInvitedNetwork({ newcomers: 'show' });
  const { id } = await aPerson(instance.reader, clara);
  await give(vacantId, id);
  await instance.later({ minutes: 1 });
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
  const [audience] = await audiencesOf(meeting.id);
  expect(audience?.newcomers).toMatchObject([
    { name: 'Clara Christdorn', reasons: [{ kind: 'office', institution: { id: clusters[1]?.cluster.id } }] },
  ]);
  await send(meeting.id, holdersIn(audience?.audience.kind === 'rule' ? clusterNetwork(audience) : ''));
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn', 'Clara Christdorn']);
  expect((await audiencesOf(meeting.id)).map(({ newcomers }) => newcomers)).toEqual([[]]);
});

it('invites who is known to take a vacant seat on the first day, with nothing else happening, also days late', async () => {
  const { network, clusters } = await aNetworkOfManagers(instance.reader, [anna, null]);
  const successor = await aPerson(instance.reader, clara);
  await aMandate(instance.reader, {
    officeId: clusters[1]?.office.id ?? '',
    personId: successor.id,
    validFrom: Temporal.PlainDate.from('2026-03-20'),
  });
  const meeting = await instance.publish({ institutionId: network.id });
  await send(meeting.id, holdersIn(network.id));
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
  const next = await instance.rows(`SELECT due_at FROM due_work WHERE kind = 'meeting.check-audiences'`);
  // Midnight in Berlin.
  expect(next).toEqual([{ due_at: Temporal.Instant.from('2026-03-19T23:00:00Z') }]);
  await instance.goTo('2026-03-19T22:59:59Z');
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
  await instance.later({ hours: 72 });
  expect(await invitedNames(meeting.id)).toContain('Clara Christdorn');
  expect(await instance.mailsTo('clara@neu.example')).toHaveLength(1);
});

it('asks nobody any more once answers are due', async () => {
  const { meeting, vacantId } = await anInvitedNetwork({}, { answerByLocal: '2026-03-20T18:00' });
  const { id } = await aPerson(instance.reader, clara);
  await instance.later({ hours: 24 * 19 });
  await give(vacantId, id);
  await instance.later({ minutes: 1 });
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
  expect((await audiencesOf(meeting.id)).map(({ newcomers }) => newcomers)).toEqual([[]]);
});

it('leaves alone whose invitation was withdrawn, until there is a reason that there never was', async () => {
  const { meeting, vacantId, clusters } = await anInvitedNetwork();
  const [invitation] = await instance.invitations(meeting.id);
  await instance.ask('POST', `/invitations/${invitation?.id}/withdraw`);
  await aPerson(instance.reader, bert);
  await instance.ask('PATCH', `/offices/${vacantId}`, { seats: 2 }, 1);
  await instance.settled();
  await instance.later({ minutes: 1 });
  expect(await invitedNames(meeting.id)).toEqual([]);
  await give(vacantId, clusters[0]?.manager?.id ?? '');
  await instance.later({ minutes: 1 });
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
});

it('gives a new reason to who is invited, without another mail', async () => {
  const { meeting, vacantId, clusters } = await anInvitedNetwork({ newcomers: 'show' });
  await give(vacantId, clusters[0]?.manager?.id ?? '');
  const before = instance.mailServer.mails.length;
  await instance.later({ minutes: 1 });
  const [invitation]: readonly InvitationDto[] = await instance.invitations(meeting.id);
  expect(invitation?.reasons.map(({ institution }) => institution?.name.de)).toEqual([
    'Cluster 1',
    'Cluster 2',
  ]);
  expect(instance.mailServer.mails).toHaveLength(before);
});

it('looks again when the meeting moves to another day', async () => {
  const { network, clusters } = await aNetworkOfManagers(instance.reader, [anna, null]);
  const { id } = await aPerson(instance.reader, clara);
  await aMandate(instance.reader, {
    officeId: clusters[1]?.office.id ?? '',
    personId: id,
    validUntil: Temporal.PlainDate.from('2026-06-30'),
  });
  const moved = { startsLocal: '2026-07-09T10:00', endsLocal: '2026-07-09T12:00' };
  const meeting = await instance.publish({ institutionId: network.id, ...moved });
  await send(meeting.id, holdersIn(network.id));
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn']);
  const { version } = await instance.ask<{ version: number }>('GET', `/meetings/${meeting.id}`);
  const times = { startsLocal: '2026-06-18T10:00', endsLocal: '2026-06-18T12:00' };
  await instance.ask('PATCH', `/meetings/${meeting.id}`, times, version);
  await instance.settled();
  await instance.later({ minutes: 1 });
  expect(await invitedNames(meeting.id)).toEqual(['Anna Ahorn', 'Clara Christdorn']);
});

function clusterNetwork({ audience }: MeetingAudienceDto): string {
  const [clause] = audience.kind === 'rule' ? audience.rule.include : [];
  return clause?.kind === 'network-offices' ? clause.networkId : '';
}
