import { UnitOfWork } from '#database';
import { newId, Temporal } from '#kernel';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aMeeting, meetingBody } from '../../factories/meetings.factory.js';
import { aLogin, anOfficer, browserOf } from '../../support/officers.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

/** Ways to more rights than one has, each tried over HTTP; what may be done shows that the test would notice. */

let api: TestApi;
let network: string;
let cluster: string;
let foreign: string;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  network = (await anInstitution(reader(), { kind: 'network' })).id;
  cluster = (await anInstitution(reader())).id;
  foreign = (await anInstitution(reader())).id;
  await aMembership(reader(), { institutionId: network, memberId: cluster });
});
afterAll(() => api.close());

const reader = () => api.app.get(UnitOfWork).reader;
const refused = { status: 403, body: { code: 'access.denied' } };
const moreThanOwn = { status: 403, body: { code: 'access.more-than-own' } };
const term = { validFrom: '2026-01-01' };
const ifMatch = { 'if-match': '"1"' };

describe('naming to an office', () => {
  it('does not make a coordinator the manager of a member, nor anybody who can sign in', async () => {
    const coordinator = await anOfficer(api, 'network_coordinator', network);
    const office = await anOffice(reader(), { institutionId: cluster, seats: 3 });
    const name = (personId: string) =>
      coordinator.browser.post(`/api/v1/offices/${office.id}/mandates`, { personId, ...term });
    const friend = await aPerson(reader(), { homeInstitutionId: network });
    await aLogin(api, friend.id);
    const stranger = await aPerson(reader(), { homeInstitutionId: network });
    expect(await name(coordinator.id)).toMatchObject(moreThanOwn);
    expect(await name(friend.id)).toMatchObject(moreThanOwn);
    expect(await name(stranger.id)).toMatchObject({ status: 201 });
  });

  it('lets a manager name the successor, who can sign in', async () => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const office = await anOffice(reader(), { institutionId: cluster });
    const successor = await aPerson(reader(), { homeInstitutionId: cluster });
    await aLogin(api, successor.id);
    const path = `/api/v1/offices/${office.id}/mandates`;
    expect(await manager.browser.post(path, { personId: successor.id, ...term })).toMatchObject({
      status: 201,
    });
  });

  it('makes nobody the coordinator of their own cluster', async () => {
    await aMembership(reader(), { institutionId: cluster, memberId: foreign });
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const office = await manager.browser.post<{ id: string }>('/api/v1/offices', {
      institutionId: cluster,
      kind: 'network_coordinator',
      name: { de: 'Koordination' },
    });
    expect(office.status).toBe(201);
    const path = `/api/v1/offices/${office.body.id}/mandates`;
    expect(await manager.browser.post(path, { personId: manager.id, ...term })).toMatchObject(moreThanOwn);
  });

  it('does not reach people whom nobody of the house knows', async () => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const office = await anOffice(reader(), { institutionId: cluster });
    const unknown = await aPerson(reader(), { homeInstitutionId: foreign });
    const path = `/api/v1/offices/${office.id}/mandates`;
    expect(await manager.browser.post(path, { personId: unknown.id, ...term })).toMatchObject({
      status: 404,
    });
  });
});

describe('prolonging', () => {
  it('a mandate is giving it: not to oneself, nor to whoever can sign in', async () => {
    const lastDay = '2026-12-31';
    const coordinator = await anOfficer(api, 'network_coordinator', network);
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const office = await anOffice(reader(), { institutionId: cluster, seats: 3 });
    const ending = async (personId: string, seat: number) => {
      const validUntil = Temporal.PlainDate.from('2026-06-30');
      return (await aMandate(reader(), { officeId: office.id, personId, seat, validUntil })).id;
    };
    const friend = await aPerson(reader(), { homeInstitutionId: network });
    await aLogin(api, friend.id);
    const stranger = await aPerson(reader(), { homeInstitutionId: network });
    const ofFriend = await ending(friend.id, 2);
    const ofStranger = await ending(stranger.id, 3);
    const end = (id: string, day: string, { browser } = coordinator) =>
      browser.post(`/api/v1/mandates/${id}/end`, { lastDay: day });
    expect(await end(ofFriend, lastDay)).toMatchObject(moreThanOwn);
    expect(await end(ofFriend, '2026-06-30')).toMatchObject({ status: 200 });
    expect(await end(ofFriend, '2026-05-31')).toMatchObject({ status: 200 });
    expect(await end(ofStranger, lastDay)).toMatchObject({ status: 200 });
    expect(await end(ofFriend, lastDay, manager)).toMatchObject({
      status: 200,
      body: { validUntil: lastDay },
    });
    const own = await ending(coordinator.id, 1);
    await reader().manager.update(
      'Mandate',
      { id: own },
      { validFrom: Temporal.PlainDate.from('2026-06-01') },
    );
    expect(await end(own, lastDay)).toMatchObject(moreThanOwn);
    expect(await end(own, '2026-06-15')).toMatchObject({ status: 200 });
  });

  it('is also what calling a handover off does to the predecessor', async () => {
    const coordinator = await anOfficer(api, 'network_coordinator', network);
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const office = await anOffice(reader(), { institutionId: cluster });
    const friend = await aPerson(reader(), { homeInstitutionId: cluster });
    await aLogin(api, friend.id);
    const { id } = await aMandate(reader(), { officeId: office.id, personId: friend.id });
    const successor = await aPerson(reader(), { homeInstitutionId: cluster });
    const body = { successorId: successor.id, lastDay: '2026-06-30' };
    const made = await manager.browser.post<{ id: string }>(`/api/v1/mandates/${id}/hand-over`, body);
    const callOff = (browser: TestBrowser) => browser.post(`/api/v1/handovers/${made.body.id}/call-off`);
    expect(await callOff(coordinator.browser)).toMatchObject(moreThanOwn);
    expect(await callOff(manager.browser)).toMatchObject({ status: 204 });
  });

  it('what is over already gives nobody back what they had', async () => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const [mandate]: { id: string }[] = await reader().manager.query(
      `UPDATE mandate SET valid_until = '2026-01-31' WHERE person_id = $1 RETURNING id`,
      [manager.id],
    );
    expect(
      await manager.browser.post(`/api/v1/mandates/${mandate?.id}/end`, {
        lastDay: '2026-12-31',
      }),
    ).toMatchObject(refused);
  });
});

describe('an assistant', () => {
  it('does not turn an office that somebody holds into one that gives more', async () => {
    const assistant = await anOfficer(api, 'assistant', cluster);
    const path = `/api/v1/offices/${assistant.officeId}`;
    expect(await assistant.browser.patch(path, { kind: 'cluster_manager' }, ifMatch)).toMatchObject(
      moreThanOwn,
    );
    expect(await assistant.browser.patch(path, { kind: 'member' }, ifMatch)).toMatchObject({ status: 200 });
  });
});

describe('moving', () => {
  it('a member’s committee below the network needs the member’s leave', async () => {
    const coordinator = await anOfficer(api, 'network_coordinator', network);
    const committee = await anInstitution(reader(), { kind: 'committee', parentId: cluster });
    const path = `/api/v1/institutions/${committee.id}`;
    expect(await coordinator.browser.patch(path, { parentId: network }, ifMatch)).toMatchObject(refused);
    expect(await coordinator.browser.patch(path, { seat: 'Halle' }, ifMatch)).toMatchObject({ status: 200 });
  });

  it('a committee away from one’s own institution needs the other’s leave', async () => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const committee = await anInstitution(reader(), { kind: 'committee', parentId: cluster });
    const path = `/api/v1/institutions/${committee.id}`;
    expect(await manager.browser.patch(path, { parentId: foreign }, ifMatch)).toMatchObject(refused);
  });

  it.each([
    ['to one’s own institution', () => foreign, () => cluster],
    ['to a foreign one', () => cluster, () => foreign],
    ['to none', () => cluster, () => null],
  ])('a person’s home %s needs the leave of both', async (_, from, to) => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const person = await aPerson(reader(), { homeInstitutionId: from() });
    await aMandate(reader(), {
      officeId: (await anOffice(reader(), { institutionId: cluster })).id,
      personId: person.id,
    });
    const path = `/api/v1/people/${person.id}`;
    expect(await manager.browser.patch(path, { homeInstitutionId: to() }, ifMatch)).toMatchObject(refused);
  });

  it('a foreign person’s address is refused, even if they hold an office of the house', async () => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const office = await anOffice(reader(), { institutionId: cluster });
    const person = await aPerson(reader(), { homeInstitutionId: foreign, addresses: ['old@firma.example'] });
    await aMandate(reader(), { officeId: office.id, personId: person.id });
    const path = `/api/v1/people/${person.id}`;
    const change = { addresses: ['mine@firma.example'] };
    expect((await manager.browser.get(path)).status).toBe(200);
    expect(await manager.browser.patch(path, change, ifMatch)).toMatchObject(refused);
    expect(await manager.browser.get(path)).toMatchObject({
      body: { addresses: [{ address: 'old@firma.example' }] },
    });
  });
});

describe('membership', () => {
  it('of a cluster that is not beneath is not taken without its leave', async () => {
    const coordinator = await anOfficer(api, 'network_coordinator', network);
    const add = (memberId: string) =>
      coordinator.browser.post(`/api/v1/institutions/${network}/members`, { memberId, ...term });
    expect(await add(foreign)).toMatchObject(refused);
    await aMandate(reader(), {
      officeId: (await anOffice(reader(), { institutionId: foreign })).id,
      personId: coordinator.id,
    });
    expect(await add(foreign)).toMatchObject({ status: 201 });
  });
});

describe('a meeting', () => {
  it('is neither taken over by a host nor shared out by somebody named for it', async () => {
    const meeting = await aMeeting(reader(), { institutionId: foreign });
    await reader().manager.insert('MeetingHost', {
      meetingId: meeting.id,
      institutionId: cluster,
      position: 0,
    });
    const path = `/api/v1/meetings/${meeting.id}`;
    const host = await anOfficer(api, 'cluster_manager', cluster);
    const named = await aNamedHost(meeting.id);
    for (const change of [
      { institutionId: cluster },
      { hostIds: [] },
      { hostIds: [cluster, network] },
      { listingIds: [network] },
    ]) {
      expect(await host.browser.patch(path, change, ifMatch)).toMatchObject(refused);
      expect(await named.browser.patch(path, change, ifMatch)).toMatchObject(refused);
    }
    expect(await host.browser.patch(path, { capacity: 12 }, ifMatch)).toMatchObject({ status: 200 });
    const again = { 'if-match': '"2"' };
    expect(await named.browser.patch(path, { capacity: 13 }, again)).toMatchObject({ status: 200 });
    const owner = await anOfficer(api, 'cluster_manager', foreign);
    const hosts = { hostIds: [cluster, network] };
    expect(await owner.browser.patch(path, hosts, { 'if-match': '"3"' })).toMatchObject({ status: 200 });
    const gift = { institutionId: cluster };
    expect(await owner.browser.patch(path, gift, { 'if-match': '"4"' })).toMatchObject(refused);
  });

  it('shows no foreign person’s address by naming them organiser', async () => {
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const stranger = await aPerson(reader(), { homeInstitutionId: foreign });
    const colleague = await aPerson(reader(), { homeInstitutionId: cluster });
    const create = (organiserId: string) =>
      manager.browser.post('/api/v1/meetings', meetingBody({ institutionId: cluster, organiserId }));
    expect(await create(stranger.id)).toMatchObject({
      status: 422,
      body: { code: 'meeting.unknown-organiser' },
    });
    expect(await create(colleague.id)).toMatchObject({ status: 201 });
    expect(await create(manager.id)).toMatchObject({ status: 201 });
  });

  it('is told to members once it is published to them, and not before', async () => {
    const member = await anOfficer(api, 'member', cluster);
    const states = [
      [{ state: 'draft' as const, publishedAt: null }, 404],
      [{ visibility: 'invited' as const }, 404],
      [{ visibility: 'unlisted' as const }, 404],
      [{ visibility: 'members' as const }, 200],
      [{ visibility: 'public' as const }, 200],
    ] as const;
    for (const [fields, status] of states) {
      const { id } = await aMeeting(reader(), { institutionId: cluster, ...fields });
      expect(await member.browser.get(`/api/v1/meetings/${id}`)).toMatchObject({ status });
    }
    const online = {
      institutionId: cluster,
      onlineUrl: 'https://video.example/geheim',
      visibility: 'members' as const,
    };
    const secret = await aMeeting(reader(), online);
    const { body } = await member.browser.get(`/api/v1/meetings/${secret.id}`);
    expect(JSON.stringify(body)).not.toContain('geheim');
    const list = await member.browser.get<{ items: unknown[] }>('/api/v1/meetings');
    expect(list.body.items).toHaveLength(3);
  });
});

async function aNamedHost(meetingId: string) {
  const { id } = await aPerson(reader());
  const period = { validFrom: '2026-01-01', validUntil: null };
  const right = { role: 'meeting_host', institutionId: null, meetingId };
  await reader().manager.insert('RoleGrant', { id: newId(), personId: id, ...right, ...period });
  return { id, browser: await browserOf(api, id) };
}
