import type { InvitationDto, InvitationsPreviewDto, OperationDto, Problem } from '#contracts';
import { ordinarySeating } from '#contracts';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
beforeEach(async () => {
  await instance.settled();
  await instance.rows('DELETE FROM outgoing_mail');
  instance.mailServer.mails.length = 0;
});
afterAll(() => instance.close());

type Named = Awaited<ReturnType<typeof aNetworkOfManagers>>;
const anna = { givenName: 'Anna', familyName: 'Ahorn' };
const bert = { givenName: 'Bert', familyName: 'Buche', language: 'en' as const };

async function preview(meetingId: string, networkId: string): Promise<InvitationsPreviewDto> {
  return instance.ask('POST', `/meetings/${meetingId}/invitations/preview`, askingFor(holdersIn(networkId)));
}

/** Three clusters, the third vacant, and a fourth that Anna manages as well. */
async function aNetwork(): Promise<Named & { annaId: string }> {
  const made = await aNetworkOfManagers(instance.reader, [anna, bert, null]);
  const annaId = made.clusters[0]?.manager?.id ?? '';
  await addCluster(made, 'Cluster 4', annaId);
  return { ...made, annaId };
}

async function addCluster({ network }: Named, name: string, personId: string): Promise<void> {
  const cluster = await anInstitution(instance.reader, { name: { de: name }, sortName: name });
  await aMembership(instance.reader, { institutionId: network.id, memberId: cluster.id });
  const office = await anOffice(instance.reader, { institutionId: cluster.id });
  await aMandate(instance.reader, { officeId: office.id, personId });
}

const inBrief = (invitations: readonly InvitationDto[]) =>
  invitations.map(({ person, reasons, mail }) => [
    person.name,
    reasons.map(({ institution }) => institution?.name.de),
    mail,
  ]);

it('shows who would be invited, per cluster, and which offices are vacant, and sends nothing', async () => {
  const { network } = await aNetwork();
  const bare = await anInstitution(instance.reader, { name: { de: 'Cluster 5' }, sortName: 'Cluster 5' });
  await aMembership(instance.reader, { institutionId: network.id, memberId: bare.id });
  const meeting = await instance.publish({ institutionId: network.id });
  const { items, clusters, vacancies, ...sums } = await preview(meeting.id, network.id);
  expect(sums).toEqual({
    withoutOffice: [{ id: bare.id, name: { de: 'Cluster 5' } }],
    people: 2,
    laender: [],
    withoutAddress: 0,
    bounced: 0,
    unsubscribed: 0,
    merged: 1,
    excluded: 0,
    invites: 2,
    addsReasons: 0,
    mails: { de: 1, en: 1 },
  });
  expect(
    items.map(({ name, effect, reasons }) => [
      name,
      effect,
      reasons.map(({ institution }) => institution?.name.de),
    ]),
  ).toEqual([
    ['Anna Ahorn', 'invite', ['Cluster 1', 'Cluster 4']],
    ['Bert Buche', 'invite', ['Cluster 2']],
  ]);
  expect(clusters.map(({ institution, people }) => [institution.name.de, people])).toEqual([
    ['Cluster 1', 1],
    ['Cluster 4', 1],
    ['Cluster 2', 1],
    ['Cluster 3', 0],
  ]);
  expect(vacancies.map(({ institution, seats }) => [institution.name.de, seats])).toEqual([['Cluster 3', 1]]);
  expect(await instance.rows('SELECT id FROM invitation WHERE meeting_id = $1', [meeting.id])).toEqual([]);
  expect(instance.mailServer.mails).toEqual([]);
});

it('invites each person once, with every reason, and says how far it is', async () => {
  const { network } = await aNetwork();
  const meeting = await instance.publish({ institutionId: network.id });
  const asked = await instance.ask<OperationDto>(
    'POST',
    `/meetings/${meeting.id}/invitations`,
    askingFor(holdersIn(network.id)),
  );
  expect(asked).toMatchObject({ kind: 'invitations', state: 'queued', total: 2, done: 0 });
  await instance.settled();
  expect(await instance.ask('GET', `/operations/${asked.id}`)).toMatchObject({
    state: 'done',
    total: 2,
    done: 2,
    errorCode: null,
  });
  expect(inBrief(await instance.invitations(meeting.id))).toEqual([
    ['Anna Ahorn', ['Cluster 1', 'Cluster 4'], 'sent'],
    ['Bert Buche', ['Cluster 2'], 'sent'],
  ]);
  expect(instance.mailServer.mails).toHaveLength(2);
});

it('invites only who is new when asked again, and gives new reasons to those who are not', async () => {
  const made = await aNetwork();
  const meeting = await instance.publish({ institutionId: made.network.id });
  await instance.invite(meeting.id, made.network.id);
  const clara = await aPerson(instance.reader, { givenName: 'Clara', familyName: 'Christdorn' });
  await addCluster(made, 'Cluster 5', clara.id);
  await addCluster(made, 'Cluster 6', made.annaId);
  expect(await preview(meeting.id, made.network.id)).toMatchObject({
    people: 3,
    invites: 1,
    addsReasons: 1,
    mails: { de: 1, en: 0 },
  });
  expect(inBrief(await instance.invite(meeting.id, made.network.id))).toEqual([
    ['Anna Ahorn', ['Cluster 1', 'Cluster 4', 'Cluster 6'], 'sent'],
    ['Bert Buche', ['Cluster 2'], 'sent'],
    ['Clara Christdorn', ['Cluster 5'], 'sent'],
  ]);
  expect(instance.mailServer.mails).toHaveLength(3);
  expect(await preview(meeting.id, made.network.id)).toMatchObject({ invites: 0, addsReasons: 0 });
});

it('asks whoever was withdrawn as if for the first time: no seat is kept for them any more', async () => {
  const { network } = await aNetworkOfManagers(instance.reader, [anna]);
  const seating = { ...ordinarySeating, reserved: 1 };
  const meeting = await instance.publish({ institutionId: network.id, capacity: 3, seating });
  const [invitation] = await instance.invite(meeting.id, network.id);
  const path = `/invitations/${invitation?.id}`;
  const kept = await instance.ask('PUT', `${path}/reserved-seat`, { reserved: true });
  expect(kept).toMatchObject({ reservedSeat: true });
  await instance.ask('POST', `${path}/withdraw`);
  expect(await instance.invite(meeting.id, network.id)).toMatchObject([
    { id: invitation?.id, state: 'active', reservedSeat: false },
  ]);
});

it('leaves out who has no usable address, and says so', async () => {
  const gone = { ...bert, addresses: [{ address: 'bert@weg.example', state: 'bounced' as const }] };
  const { network } = await aNetworkOfManagers(instance.reader, [anna, gone]);
  const meeting = await instance.publish({ institutionId: network.id });
  const { items, bounced } = await preview(meeting.id, network.id);
  expect(items.map(({ effect }) => effect)).toEqual(['invite', 'no-address']);
  expect(bounced).toBe(1);
  expect(inBrief(await instance.invite(meeting.id, network.id))).toEqual([
    ['Anna Ahorn', ['Cluster 1'], 'sent'],
  ]);
});

it('writes invitation, reason, mail, audit and fact in one transaction', async () => {
  const { network } = await aNetworkOfManagers(instance.reader, [anna]);
  const meeting = await instance.publish({ institutionId: network.id });
  const [invitation] = await instance.invite(meeting.id, network.id);
  const transactions = await instance.rows(
    `SELECT DISTINCT xmin::text FROM (
       SELECT xmin FROM invitation WHERE id = $1
       UNION ALL SELECT xmin FROM invitation_reason WHERE invitation_id = $1
       UNION ALL SELECT xmin FROM audit_entry WHERE subject_id = $1) AS written`,
    [invitation?.id],
  );
  expect(transactions).toHaveLength(1);
  const facts = await instance.rows(`SELECT type FROM fact WHERE payload ->> 'invitationId' = $1`, [
    invitation?.id,
  ]);
  expect(facts).toEqual([{ type: 'InvitationSent' }]);
});

describe('is refused', () => {
  it.each([
    ['a draft', 409, 'meeting.not-published'],
    ['a meeting that is over', 409, 'meeting.over'],
    ['a cancelled meeting', 409, 'meeting.cancelled'],
    ['nobody', 422, 'audience.empty'],
    ['a network that is none', 422, 'validation.failed'],
  ])('for %s', async (what, status, code) => {
    const { network, clusters } = await aNetworkOfManagers(instance.reader, [
      what === 'nobody' ? null : anna,
    ]);
    const times = { startsLocal: '2026-01-15T10:00', endsLocal: '2026-01-15T12:00' };
    const fields = { institutionId: network.id, ...(what.includes('over') && times) };
    const meeting = await instance.publish(fields);
    if (what === 'a draft') await instance.rows(`UPDATE meeting SET state = 'draft'`);
    if (what === 'a cancelled meeting') {
      await instance.ask('POST', `/meetings/${meeting.id}/cancel`, {}, meeting.version);
    }
    const networkId = what.includes('none') ? (clusters[0]?.cluster.id ?? '') : network.id;
    const asking = askingFor(holdersIn(networkId));
    const path = `/api/v1/meetings/${meeting.id}/invitations`;
    const reply = await instance.owner.post<Problem>(path, asking);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    if (code === 'validation.failed') {
      expect(reply.body.errors).toEqual([
        { pointer: '/audience/rule/include/0/networkId', code: 'audience.network-unknown', params: {} },
      ]);
    }
    expect(await instance.invitations(meeting.id)).toEqual([]);
  });
});
