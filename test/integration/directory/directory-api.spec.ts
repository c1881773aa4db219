import type { InstitutionDto, MandateDto, MembershipDto, OfficeDto, PersonDto } from '#contracts';
import { endpoints } from '#contracts';
import { newId } from '#kernel';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

interface List<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

let api: TestApi;
let browser: TestBrowser;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  browser = await enterAsOwner(api);
});
afterAll(() => api.close());

const cluster = { kind: 'cluster', slug: 'chemie', name: { de: 'Chemie' } };

describe('the directory over HTTP', () => {
  it('adds, shows, changes and lists institutions', async () => {
    const created = await browser.post<InstitutionDto>('/api/v1/institutions', cluster);
    expect(created.status).toBe(201);
    expect(created.headers.get('etag')).toBe('"1"');
    const { id } = created.body;
    expect(created.body).toEqual({
      ...cluster,
      id,
      shortName: null,
      colour: null,
      zone: 'Europe/Berlin',
      mainLanguage: 'de',
      field: null,
      laender: [],
      seat: null,
      website: null,
      organisationKind: null,
      operatorId: null,
      parentId: null,
      logoFileId: null,
      version: 1,
    });
    const changed = await browser.patch<InstitutionDto>(
      `/api/v1/institutions/${id}`,
      { colour: '#112233' },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({ status: 200, body: { ...created.body, colour: '#112233', version: 2 } });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(await browser.get(`/api/v1/institutions/${id}`)).toMatchObject({ body: changed.body });
    const list = await browser.get<List<InstitutionDto>>('/api/v1/institutions?kind=cluster');
    expect(list.body).toEqual({ items: [changed.body], next: null });
    expect((await browser.get<List<InstitutionDto>>('/api/v1/institutions?kind=network')).body.items).toEqual(
      [],
    );
  });

  it('makes a cluster a member of a network', async () => {
    const network = await add<InstitutionDto>('/institutions', { ...cluster, kind: 'network', slug: 'md' });
    const member = await add<InstitutionDto>('/institutions', cluster);
    const membership = await add<MembershipDto>(`/institutions/${network.id}/members`, {
      memberId: member.id,
      validFrom: '2020-01-01',
    });
    const undescribed = { organisationKind: null, seat: null, laender: [], website: null };
    expect(membership).toEqual({
      id: membership.id,
      institution: { id: network.id, name: { de: 'Chemie' }, kind: 'network' },
      member: { id: member.id, name: { de: 'Chemie' }, kind: 'cluster', ...undescribed },
      validFrom: '2020-01-01',
      validUntil: null,
      version: 1,
    });
    const members = await browser.get(`/api/v1/institutions/${network.id}/members?asOf=2020-01-01`);
    expect(members.body).toEqual({ items: [membership], next: null });
    const before = await browser.get(`/api/v1/institutions/${network.id}/members?asOf=2019-12-31`);
    expect(before.body).toEqual({ items: [], next: null });
  });

  it('adds, shows, changes and lists people', async () => {
    const person = await add<PersonDto>('/people', {
      givenName: 'Änne',
      familyName: 'Aal',
      addresses: ['aenne@chemie.example'],
    });
    expect(endpoints.getPerson.response?.parse(person)).toEqual(person);
    const changed = await browser.patch<PersonDto>(
      `/api/v1/people/${person.id}`,
      { phone: '0341 1' },
      { 'if-match': '"1"' },
    );
    expect(changed.body).toEqual({ ...person, phone: '0341 1', version: 2 });
    expect((await browser.get(`/api/v1/people/${person.id}`)).body).toEqual(changed.body);
    const list = await browser.get<List<PersonDto>>('/api/v1/people?limit=1');
    expect(list.body.items).toEqual([{ ...changed.body, home: null, offices: [] }]);
    const rest = await browser.get<List<PersonDto>>(`/api/v1/people?limit=1&cursor=${list.body.next}`);
    expect(rest.body.items.map(({ givenName }) => givenName)).toEqual(['Kim']);
  });

  it('gives an office, and takes it back by a last day', async () => {
    const { institution, office, person } = await anOfficeAndAPerson();
    const mandate = await add<MandateDto>(`/offices/${office.id}/mandates`, {
      personId: person.id,
      validFrom: '2020-01-01',
    });
    expect(mandate).toEqual({
      id: mandate.id,
      person: { id: person.id, name: 'Dr. Ada Alt' },
      seat: 1,
      validFrom: '2020-01-01',
      validUntil: null,
    });
    const offices = await browser.get<List<OfficeDto>>(`/api/v1/offices?institutionId=${institution.id}`);
    expect(offices.body.items).toEqual([{ ...office, holders: [mandate] }]);
    const ended = await browser.post(`/api/v1/mandates/${mandate.id}/end`, { lastDay: '2020-06-30' });
    expect(ended).toMatchObject({ status: 200, body: { ...mandate, validUntil: '2020-06-30' } });
    const vacant = await browser.get<List<OfficeDto>>('/api/v1/offices?asOf=2020-07-01');
    expect(vacant.body.items).toEqual([office]);
  });

  it('names who holds the office when no seat is free', async () => {
    const { office, person } = await anOfficeAndAPerson();
    const other = await add<PersonDto>('/people', { givenName: 'Bo', familyName: 'Neu' });
    await add(`/offices/${office.id}/mandates`, { personId: person.id, validFrom: '2020-01-01' });
    const reply = await browser.post(`/api/v1/offices/${office.id}/mandates`, {
      personId: other.id,
      validFrom: '2026-01-01',
    });
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'office.no-free-seat', params: { holders: ['Dr. Ada Alt (2020-01-01 –)'] } },
    });
  });

  it('changes an office and refuses a stale version', async () => {
    const { office } = await anOfficeAndAPerson();
    const path = `/api/v1/offices/${office.id}`;
    const changed = await browser.patch(path, { seats: 2 }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { ...office, seats: 2, version: 2 } });
    expect(await browser.patch(path, { seats: 3 }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'version.stale', params: { version: 2 } },
    });
    expect(await browser.patch(path, { seats: 3 })).toMatchObject({ status: 428 });
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown zone', { ...cluster, zone: 'Europe/Nowhere' }, '/zone', 'validation.unknown-zone'],
    ['no name', { ...cluster, name: {} }, '/name', 'validation.one-language-needed'],
    [
      'a line break in a name',
      { ...cluster, name: { de: 'A\r\nBcc: x' } },
      '/name/de',
      'validation.control-characters',
    ],
    [
      'half a character',
      { ...cluster, name: { de: 'A\ud800' } },
      '/name/de',
      'validation.control-characters',
    ],
    ['a slug with a slash', { ...cluster, slug: 'a/b' }, '/slug', 'validation.not-a-slug'],
  ])('is refused with its field: %s', async (_, body, pointer, code) => {
    const reply = await browser.post('/api/v1/institutions', body);
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
    expect(await rows('institution')).toEqual([]);
  });

  it.each([
    ['/api/v1/institutions?cursor=abc', 400],
    ['/api/v1/people?cursor=', 400],
    ['/api/v1/people?limit=0', 422],
    ['/api/v1/people?limit=201', 422],
    ['/api/v1/offices?asOf=0000-01-01', 422],
    ['/api/v1/offices?asOf=2026-02-30', 422],
    ['/api/v1/institutions?kind=company', 422],
    ['/api/v1/people/not-an-id', 422],
    [`/api/v1/people/${newId()}`, 404],
    [`/api/v1/institutions/${newId()}`, 404],
    [`/api/v1/institutions/${newId()}/members`, 404],
  ])('is refused in an address: %s', async (path, status) => {
    expect((await browser.get(path)).status).toBe(status);
  });
});

describe('somebody without a session', () => {
  it('sees and changes nothing', async () => {
    const { institution, office, person } = await anOfficeAndAPerson();
    const guest = api.browser();
    const paths = [
      '/institutions',
      `/institutions/${institution.id}`,
      `/institutions/${institution.id}/members`,
      '/people',
      `/people/${person.id}`,
      `/offices?institutionId=${institution.id}`,
    ];
    for (const path of paths) {
      const reply = await guest.get(`/api/v1${path}`);
      expect(reply.status).toBe(401);
      expect(JSON.stringify(reply.body)).not.toMatch(/Chemie|Alt|example/);
    }
    const mandate = { personId: person.id, validFrom: '2026-01-01' };
    expect((await guest.post(`/api/v1/offices/${office.id}/mandates`, mandate)).status).toBe(401);
    expect(await rows('mandate')).toEqual([]);
  });

  it('gets nothing either when signed in without a right', async () => {
    await anOfficeAndAPerson();
    await api.database.dataSource.query(
      `UPDATE role_grant SET valid_until = '2000-01-01', valid_from = '2000-01-01'`,
    );
    const refused = await browser.get('/api/v1/people');
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect(JSON.stringify(refused.body)).not.toMatch(/Alt|example/);
    const before = await rows('institution');
    expect(await browser.post('/api/v1/institutions', { ...cluster, slug: 'neu' })).toMatchObject({
      status: 403,
    });
    expect(await rows('institution')).toEqual(before);
  });
});

async function anOfficeAndAPerson() {
  const institution = await add<InstitutionDto>('/institutions', cluster);
  const office = await add<OfficeDto>('/offices', {
    institutionId: institution.id,
    kind: 'cluster_manager',
    name: { de: 'Clustermanagement' },
  });
  const person = await add<PersonDto>('/people', {
    academicTitle: 'Dr.',
    givenName: 'Ada',
    familyName: 'Alt',
    addresses: ['ada@chemie.example'],
  });
  return { institution, office, person };
}

async function add<Body>(path: string, body: unknown): Promise<Body> {
  const reply = await browser.post<Body>(`/api/v1${path}`, body);
  expect(reply).toMatchObject({ status: 201 });
  return reply.body;
}

function rows(table: string): Promise<object[]> {
  return api.database.dataSource.query(`SELECT id FROM ${table} ORDER BY id`);
}
