import type { AuditEntryDto, InstitutionDto } from '#contracts';
import { UnitOfWork } from '#database';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { meetingBody } from '../../factories/meetings.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { anOfficer } from '../../support/officers.js';
import type { Officer } from '../../support/officers.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

interface List {
  readonly items: readonly AuditEntryDto[];
  readonly next: string | null;
}

let api: TestApi;
let owner: TestBrowser;
let cluster: InstitutionDto;
let manager: Officer;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  owner = await enterAsOwner(api);
  cluster = (
    await owner.post<InstitutionDto>('/api/v1/institutions', {
      kind: 'cluster',
      slug: 'chemie',
      name: { de: 'Chemie' },
    })
  ).body;
  manager = await anOfficer(api, 'cluster_manager', cluster.id);
});
afterAll(() => api.close());

const reader = () => api.app.get(UnitOfWork).reader;
const log = async (browser: TestBrowser, query = '') =>
  (await browser.get<List>(`/api/v1/audit?${query}`)).body.items;
const actionsOf = (entries: readonly AuditEntryDto[]) => entries.map(({ action }) => action);
const ifMatch = { 'if-match': '"1"' };

describe('the log', () => {
  it('says who changed what, when, through what, field by field and with names', async () => {
    await manager.browser.patch(`/api/v1/institutions/${cluster.id}`, { seat: 'Halle' }, ifMatch);
    const office = await anOffice(reader(), { institutionId: cluster.id });
    const person = await aPerson(reader(), {
      givenName: 'Ada',
      familyName: 'Alt',
      homeInstitutionId: cluster.id,
    });
    const mandate = { personId: person.id, validFrom: '2026-04-01' };
    await manager.browser.post(`/api/v1/offices/${office.id}/mandates`, mandate);
    const [given, changed, created] = await log(manager.browser);
    expect(changed).toEqual({
      id: expect.any(String),
      at: '2026-03-02T09:00:00Z',
      actor: { id: manager.id, name: expect.stringMatching(/^Kim Beispiel/) },
      channel: 'api',
      action: 'institution.change',
      subject: { kind: 'institution', id: cluster.id, name: 'Chemie' },
      changes: [{ field: 'seat', before: null, after: 'Halle' }],
      hidden: false,
    });
    expect(given).toMatchObject({
      action: 'mandate.give',
      subject: { kind: 'mandate', name: 'Ada Alt · Clustermanagement · Chemie' },
      changes: expect.arrayContaining([
        { field: 'personId', before: null, after: 'Ada Alt' },
        { field: 'validFrom', before: null, after: '2026-04-01' },
      ]),
    });
    expect(created).toMatchObject({
      action: 'institution.create',
      channel: 'host',
      actor: { name: 'Kim Beispiel' },
    });
  });

  it('shows a manager what concerns the own institution, and nothing else', async () => {
    const other = await anInstitution(reader());
    await owner.patch(`/api/v1/institutions/${other.id}`, { seat: 'Jena' }, ifMatch);
    const meeting = meetingBody({ institutionId: other.id, hostIds: [cluster.id] });
    await owner.post('/api/v1/meetings', meeting);
    expect(actionsOf(await log(manager.browser))).toEqual(['meeting.create', 'institution.create']);
    expect(actionsOf(await log(manager.browser, `subjectId=${other.id}`))).toEqual([]);
    expect(actionsOf(await log(manager.browser, `institutionId=${other.id}`))).toEqual(['meeting.create']);
    expect(actionsOf(await log(owner, `institutionId=${other.id}`))).toEqual([
      'meeting.create',
      'institution.change',
    ]);
  });

  it('shows a manager what the owner does with the own offices, and none of it to the neighbours', async () => {
    const [{ id: office }, deputy, successor] = [
      await anOffice(reader(), { institutionId: cluster.id }),
      await aPerson(reader()),
      await aPerson(reader()),
    ];
    const { id: mandate } = await aMandate(reader(), { officeId: office });
    const neighbour = await anOfficer(api, 'cluster_manager', (await anInstitution(reader())).id);
    const starting = { personId: deputy.id, validFrom: '2026-03-02' };
    await owner.post(`/api/v1/offices/${office}/deputies`, starting);
    const handover = { successorId: successor.id, lastDay: '2026-03-31' };
    const { id } = (await owner.post<{ id: string }>(`/api/v1/mandates/${mandate}/hand-over`, handover)).body;
    await owner.post(`/api/v1/handovers/${id}/call-off`);
    const ofOffice = ['office.hand-over-call-off', 'mandate.call-off', 'office.hand-over', 'deputy.add'];
    expect(actionsOf(await log(manager.browser))).toEqual(expect.arrayContaining(ofOffice));
    expect(actionsOf(await log(neighbour.browser))).toEqual([]);
  });

  it('keeps personal values from who does not reach the person any more', async () => {
    const person = await aPerson(reader(), {
      homeInstitutionId: cluster.id,
      addresses: ['ada@privat.example'],
    });
    await manager.browser.patch(`/api/v1/people/${person.id}`, { phone: '0345 1' }, ifMatch);
    const [seen] = await log(manager.browser, 'subjectKind=person');
    expect(seen).toMatchObject({
      hidden: false,
      changes: [{ field: 'phone', before: null, after: '0345 1' }],
    });
    const other = await anInstitution(reader());
    const move = { homeInstitutionId: other.id, addresses: ['ada@neu.example'] };
    await owner.patch(`/api/v1/people/${person.id}`, move, { 'if-match': '"2"' });
    const entries = await log(manager.browser, 'subjectKind=person');
    expect(entries).toMatchObject([
      { hidden: true, changes: [] },
      { hidden: true, changes: [] },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/ada@|0345/);
    const [latest] = await log(owner, `subjectId=${person.id}`);
    expect(latest).toMatchObject({
      hidden: false,
      changes: [
        { field: 'addresses', before: ['ada@privat.example'], after: ['ada@neu.example'] },
        {
          field: 'homeInstitutionId',
          before: { de: 'Chemie' },
          after: { de: expect.stringMatching(/^Cluster/) },
        },
      ],
    });
  });

  it('is narrowed by actor, action, channel and days, and read page by page', async () => {
    await manager.browser.patch(`/api/v1/institutions/${cluster.id}`, { seat: 'Halle' }, ifMatch);
    api.clock.advance({ hours: 24 });
    await owner.patch(`/api/v1/institutions/${cluster.id}`, { seat: 'Jena' }, { 'if-match': '"2"' });
    const changes = 'action=institution.';
    expect(actionsOf(await log(owner, changes))).toEqual([
      'institution.change',
      'institution.change',
      'institution.create',
    ]);
    expect(await log(owner, `${changes}&actorId=${manager.id}`)).toHaveLength(1);
    expect(await log(owner, `${changes}&channel=api`)).toHaveLength(1);
    expect(await log(owner, `${changes}&from=2026-03-03`)).toHaveLength(1);
    expect(await log(owner, `${changes}&until=2026-03-02`)).toHaveLength(2);
    expect(await log(owner, `${changes}&from=2026-03-02&until=2026-03-03`)).toHaveLength(3);
    expect((await owner.get('/api/v1/audit?action=%25')).status).toBe(422);
    const first = (await owner.get<List>(`/api/v1/audit?${changes}&limit=2`)).body;
    const rest = (await owner.get<List>(`/api/v1/audit?${changes}&limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items]).toEqual(await log(owner, changes));
    expect(rest.next).toBeNull();
    api.clock.advance({ hours: -24 });
  });

  it('costs the same number of questions for few and for many entries', async () => {
    const office = await anOffice(reader(), { institutionId: cluster.id, seats: 40 });
    const give = async () => {
      const { id: personId } = await aPerson(reader(), { homeInstitutionId: cluster.id });
      await manager.browser.post(`/api/v1/offices/${office.id}/mandates`, {
        personId,
        validFrom: '2026-04-01',
      });
    };
    await give();
    const questions = async () => {
      const asked = await queriesOf(api.database.dataSource, () => log(manager.browser));
      // Those who were given something are told of by the same connections.
      return asked.filter((sql) => !sql.includes('pg_notify'));
    };
    const few = (await questions()).length;
    for (let count = 0; count < 20; count += 1) await give();
    expect(await questions()).toHaveLength(few);
    expect(await log(manager.browser)).toHaveLength(22);
  });

  it('is not for those in office who only take part', async () => {
    const member = await anOfficer(api, 'member', cluster.id);
    expect((await member.browser.get('/api/v1/audit')).status).toBe(403);
    const other = await anInstitution(reader());
    await aMandate(reader(), {
      officeId: (await anOffice(reader(), { institutionId: other.id })).id,
      personId: member.id,
    });
    expect(await log(member.browser)).toEqual([]);
  });
});
