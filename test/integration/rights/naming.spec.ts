import type { GrantDto } from '#contracts';
import { UnitOfWork } from '#database';
import { anInstitution, aPerson } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { anOfficer, browserOf } from '../../support/officers.js';
import type { Officer } from '../../support/officers.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

interface List {
  readonly items: readonly GrantDto[];
  readonly next: string | null;
}

let api: TestApi;
let owner: TestBrowser;
let cluster: string;
let foreign: string;
let manager: Officer;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  owner = await enterAsOwner(api);
  cluster = (await anInstitution(reader(), { name: { de: 'Chemie' } })).id;
  foreign = (await anInstitution(reader())).id;
  manager = await anOfficer(api, 'cluster_manager', cluster);
});
afterAll(() => api.close());

const reader = () => api.app.get(UnitOfWork).reader;
const refused = { status: 403, body: { code: 'access.denied' } };
const from = { validFrom: '2026-03-02' };

describe('a role by name', () => {
  it('counts from its first day to its last, and the log says who gave and ended it', async () => {
    const person = await aPerson(reader(), {
      givenName: 'Ada',
      familyName: 'Alt',
      homeInstitutionId: cluster,
    });
    const helper = await browserOf(api, person.id);
    expect((await helper.get(`/api/v1/people/${person.id}`)).status).toBe(403);
    const input = { personId: person.id, role: 'assistant', institutionId: cluster, ...from };
    const given = await manager.browser.post<GrantDto>('/api/v1/grants', input);
    expect(given).toMatchObject({
      status: 201,
      body: {
        source: 'named',
        person: { id: person.id, name: 'Ada Alt' },
        role: 'assistant',
        institution: { id: cluster, name: { de: 'Chemie' } },
        meeting: null,
        office: null,
        validFrom: '2026-03-02',
        validUntil: null,
      },
    });
    expect((await helper.get(`/api/v1/people/${person.id}`)).status).toBe(200);
    const end = (lastDay: string) => manager.browser.post(`/api/v1/grants/${given.body.id}/end`, { lastDay });
    expect(await end('2026-03-01')).toMatchObject({ status: 422, body: { code: 'period.not-in-order' } });
    expect(await end('2026-03-02')).toMatchObject({ status: 200, body: { validUntil: '2026-03-02' } });
    expect((await helper.get(`/api/v1/people/${person.id}`)).status).toBe(200);
    api.clock.advance({ hours: 24 });
    expect((await helper.get(`/api/v1/people/${person.id}`)).status).toBe(403);
    api.clock.advance({ hours: -24 });
    const rows: object[] = await api.database.dataSource.query(
      `SELECT action, actor_person_id, subject_id, institution_ids, before, after FROM audit_entry
        WHERE action LIKE 'grant.%' ORDER BY id`,
    );
    const place = { role: 'assistant', institutionId: cluster, meetingId: null };
    const who = { actor_person_id: manager.id, subject_id: person.id, institution_ids: [cluster] };
    expect(rows).toEqual([
      { ...who, action: 'grant.give', before: null, after: { ...place, ...from, validUntil: null } },
      {
        ...who,
        action: 'grant.end',
        before: { ...place, validUntil: null },
        after: { ...place, validUntil: '2026-03-02' },
      },
    ]);
  });

  it('is given once', async () => {
    const person = await aPerson(reader(), { homeInstitutionId: cluster });
    const input = { personId: person.id, role: 'member', institutionId: cluster };
    const give = (validFrom: string, validUntil: string | null) =>
      manager.browser.post('/api/v1/grants', { ...input, validFrom, validUntil });
    expect((await give('2026-01-01', '2026-03-31')).status).toBe(201);
    expect(await give('2026-03-31', null)).toMatchObject({
      status: 409,
      body: { code: 'grant.given-already' },
    });
    expect((await give('2026-04-01', null)).status).toBe(201);
  });

  it.each([
    ['owner', {}],
    ['funder', { institutionId: () => cluster }],
    ['assistant', { institutionId: () => foreign }],
    ['member', { institutionId: () => foreign }],
  ])('is not a manager’s to give: %s', async (role, place) => {
    const person = await aPerson(reader(), { homeInstitutionId: cluster });
    const where = Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value()]));
    const input = { personId: person.id, role, ...where, ...from };
    expect(await manager.browser.post('/api/v1/grants', input)).toMatchObject(refused);
    expect((await owner.post('/api/v1/grants', input)).status).toBe(201);
  });

  it('lets somebody host one meeting for a time', async () => {
    const meeting = await aMeeting(reader(), { institutionId: cluster });
    const other = await aMeeting(reader(), { institutionId: foreign });
    const person = await aPerson(reader(), { homeInstitutionId: cluster });
    const helper = await browserOf(api, person.id);
    const input = { personId: person.id, role: 'meeting_host', ...from, validUntil: '2026-07-01' };
    const give = (meetingId: string) => manager.browser.post('/api/v1/grants', { ...input, meetingId });
    expect(await give(other.id)).toMatchObject(refused);
    expect(await give(meeting.id)).toMatchObject({
      status: 201,
      body: { meeting: { id: meeting.id, title: meeting.title }, institution: null },
    });
    expect((await helper.get(`/api/v1/meetings/${meeting.id}`)).status).toBe(200);
    expect((await helper.get(`/api/v1/meetings/${other.id}`)).status).toBe(404);
    const endless = { ...input, meetingId: meeting.id, validUntil: null };
    expect((await manager.browser.post('/api/v1/grants', endless)).status).toBe(422);
  });

  it('is not given to people whom the giver does not reach, nor in what is not there', async () => {
    const stranger = await aPerson(reader(), { homeInstitutionId: foreign });
    const input = { role: 'member', institutionId: cluster, ...from };
    expect(await manager.browser.post('/api/v1/grants', { ...input, personId: stranger.id })).toMatchObject({
      status: 404,
      body: { code: 'person.not-found' },
    });
    const nowhere = { ...input, personId: stranger.id, institutionId: stranger.id };
    expect(await owner.post('/api/v1/grants', nowhere)).toMatchObject({
      status: 404,
      body: { code: 'institution.not-found' },
    });
  });

  it('never leaves the instance without an owner', async () => {
    const [first] = (await owner.get<List>('/api/v1/grants?role=owner')).body.items;
    const end = () => owner.post(`/api/v1/grants/${first?.id}/end`, { lastDay: '2026-03-31' });
    expect(await end()).toMatchObject({ status: 409, body: { code: 'grant.last-owner' } });
    const second = await aPerson(reader());
    const input = { personId: second.id, role: 'owner' };
    await owner.post('/api/v1/grants', { ...input, validFrom: '2026-05-01' });
    expect(await end()).toMatchObject({ status: 409 });
    const third = await aPerson(reader());
    await owner.post('/api/v1/grants', { personId: third.id, role: 'owner', validFrom: '2026-04-01' });
    expect(await end()).toMatchObject({ status: 200 });
  });
});

describe('the list of who may do what', () => {
  it('shows offices and names together, why, and who can sign in', async () => {
    const person = await aPerson(reader(), { familyName: 'Zuletzt', homeInstitutionId: cluster });
    await manager.browser.post('/api/v1/grants', {
      personId: person.id,
      role: 'member',
      institutionId: cluster,
      validFrom: '2026-09-01',
    });
    await anOfficer(api, 'cluster_manager', foreign);
    const { body } = await manager.browser.get<List>(`/api/v1/grants?institutionId=${cluster}`);
    expect(body.items).toMatchObject([
      { source: 'mandate', role: 'cluster_manager', person: { id: manager.id }, signsIn: true },
      { source: 'named', role: 'member', person: { id: person.id }, signsIn: false, validFrom: '2026-09-01' },
    ]);
    expect((await manager.browser.get<List>('/api/v1/grants')).body).toEqual(body);
    expect((await manager.browser.get<List>(`/api/v1/grants?institutionId=${foreign}`)).body.items).toEqual(
      [],
    );
    const one = await manager.browser.get<List>('/api/v1/grants?limit=1');
    const two = await manager.browser.get<List>(`/api/v1/grants?limit=1&cursor=${one.body.next}`);
    expect([...one.body.items, ...two.body.items]).toEqual(body.items);
  });

  it('costs the same number of questions for one and for thirty', async () => {
    const before = (await queriesOf(api.database.dataSource, list)).length;
    for (let count = 0; count < 30; count += 1) await anOfficer(api, 'member', cluster);
    expect(await queriesOf(api.database.dataSource, list)).toHaveLength(before);
    expect((await list()).body.items.length).toBeGreaterThan(30);
  });
});

function list() {
  return owner.get<List>('/api/v1/grants?limit=200');
}
