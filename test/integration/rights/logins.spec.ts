import type { GrantDto, MeDto, PersonDto } from '#contracts';
import { UnitOfWork } from '#database';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { aLogin, anOfficer, browserOf } from '../../support/officers.js';
import type { Officer } from '../../support/officers.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

let api: TestApi;
let owner: TestBrowser;
let cluster: string;
let manager: Officer;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  owner = await enterAsOwner(api);
  cluster = (await anInstitution(reader())).id;
  manager = await anOfficer(api, 'cluster_manager', cluster);
});
afterAll(() => api.close());

const reader = () => api.app.get(UnitOfWork).reader;
const moreThanOwn = { status: 403, body: { code: 'access.more-than-own' } };
const ada = { givenName: 'Ada', familyName: 'Alt', addresses: ['ada@chemie.example', 'ada@privat.example'] };
const give = (browser: TestBrowser, id: string, address = 'ada@chemie.example') =>
  browser.post(`/api/v1/people/${id}/logins`, { address });
const withdraw = (browser: TestBrowser, id: string, address = 'ada@chemie.example') =>
  browser.post(`/api/v1/people/${id}/logins/withdraw`, { address });
const logins = () => api.database.dataSource.query('SELECT address FROM login ORDER BY address');

describe('letting somebody sign in', () => {
  it('tells them by mail, after which they ask for a link as everybody does', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster, language: 'en' });
    expect(await give(manager.browser, person.id, 'ADA@chemie.example')).toMatchObject({
      status: 201,
      body: { addresses: ['ada@chemie.example'] },
    });
    expect(
      await api.database.dataSource.query(`SELECT kind, address, language, person_id FROM outgoing_mail`),
    ).toEqual([{ kind: 'welcome', address: 'ada@chemie.example', language: 'en', person_id: person.id }]);
    const [entry] = await api.database.dataSource.query(
      `SELECT actor_person_id, subject_id, institution_ids, after, personal FROM audit_entry WHERE action = 'login.give'`,
    );
    expect(entry).toEqual({
      actor_person_id: manager.id,
      subject_id: person.id,
      institution_ids: [cluster],
      after: null,
      personal: { after: { address: 'ada@chemie.example' } },
    });
    await api.browser().post('/api/v1/sign-in', { address: 'ada@chemie.example' });
    const rows = await api.database.dataSource.query(`SELECT kind FROM outgoing_mail ORDER BY id`);
    expect(rows).toEqual([{ kind: 'welcome' }, { kind: 'sign-in' }]);
    const mail = await owner.get<{ items: { id: string }[] }>('/api/v1/mails');
    const welcome = await owner.get(`/api/v1/mails/${mail.body.items[1]?.id}`);
    expect(welcome).toMatchObject({ body: { text: expect.stringContaining('/console/sign-in') } });
  });

  it.each(['network_coordinator', 'cluster_manager'] as const)(
    'is refused for somebody who may do more, today or later: %s elsewhere',
    async (kind) => {
      const elsewhere = (await anInstitution(reader())).id;
      for (const validFrom of ['2026-01-01', '2027-01-01']) {
        const office = await anOffice(reader(), { institutionId: elsewhere, kind });
        const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
        await owner.post(`/api/v1/offices/${office.id}/mandates`, { personId: person.id, validFrom });
        expect(await give(manager.browser, person.id)).toMatchObject(moreThanOwn);
      }
      const equal = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
      const office = await anOffice(reader(), { institutionId: cluster });
      await aMandate(reader(), { officeId: office.id, personId: equal.id });
      expect(await give(manager.browser, equal.id)).toMatchObject({ status: 201 });
    },
  );

  it('is refused for an owner at home in the house, whose address the house may change', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    await owner.post('/api/v1/grants', { personId: person.id, role: 'owner', validFrom: '2026-03-01' });
    expect(await give(manager.browser, person.id)).toMatchObject(moreThanOwn);
    expect(await give(owner, person.id)).toMatchObject({ status: 201 });
  });

  it('is done once, with an address of theirs that nobody else signs in with', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    expect(await give(manager.browser, person.id, 'mine@evil.example')).toMatchObject({
      status: 422,
      body: { code: 'login.not-their-address' },
    });
    await give(manager.browser, person.id);
    expect(await give(manager.browser, person.id, 'ada@privat.example')).toMatchObject({
      status: 409,
      body: { code: 'login.given-already' },
    });
    expect((await give(owner, person.id, 'ada@privat.example')).status).toBe(201);
    const twin = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    expect(await give(manager.browser, twin.id)).toMatchObject({
      status: 409,
      body: { code: 'address.taken' },
    });
  });

  it('of two at once goes to one, and so does a right that is given meanwhile', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    const replies = await Promise.all([
      give(manager.browser, person.id),
      give(manager.browser, person.id, 'ada@privat.example'),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('withdrawing a sign-in', () => {
  it('signs out at once whoever is signed in with it, and makes links and keys worth nothing', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    await aLogin(api, person.id, 'ada@chemie.example');
    const browser = api.browser();
    await browser.post('/api/v1/sign-in', { address: 'ada@chemie.example' });
    const [, token] = /#([a-z2-7]{32}) /.exec(api.printed.at(-1) ?? '') ?? [];
    expect((await browser.post('/api/v1/sign-in/complete', { token })).status).toBe(200);
    const other = api.browser();
    await other.post('/api/v1/sign-in', { address: 'ada@chemie.example' });
    const program = await browserOf(api, person.id);
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    expect((await program.get('/api/v1/session')).status).toBe(200);
    expect(await withdraw(manager.browser, person.id, 'ADA@chemie.example')).toMatchObject({
      status: 200,
      body: { addresses: [] },
    });
    expect((await browser.get('/api/v1/session')).status).toBe(401);
    expect((await program.get('/api/v1/session')).status).toBe(401);
    expect(await api.database.dataSource.query('SELECT id FROM sign_in_request')).toEqual([]);
    const entries = await api.database.dataSource.query(
      `SELECT actor_person_id, subject_id, institution_ids, after, personal FROM audit_entry
        WHERE action = 'login.withdraw'`,
    );
    expect(entries).toEqual([
      {
        actor_person_id: manager.id,
        subject_id: person.id,
        institution_ids: [cluster],
        after: { keysRevoked: 1 },
        personal: { before: { address: 'ADA@chemie.example' } },
      },
    ]);
    expect(await withdraw(manager.browser, person.id)).toMatchObject({
      status: 404,
      body: { code: 'login.not-found' },
    });
  });

  it('leaves another address of theirs, and the keys as long as there is one', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    await aLogin(api, person.id, 'ada@chemie.example');
    await aLogin(api, person.id, 'ada@privat.example');
    const program = await browserOf(api, person.id);
    expect(await withdraw(manager.browser, person.id)).toMatchObject({
      body: { addresses: ['ada@privat.example'] },
    });
    expect((await program.get('/api/v1/session')).status).toBe(200);
  });

  it('is nothing to do to oneself, nor to whoever may do more', async () => {
    await aLogin(api, manager.id, 'manager@chemie.example');
    expect(await withdraw(manager.browser, manager.id, 'manager@chemie.example')).toMatchObject({
      status: 409,
      body: { code: 'login.your-own' },
    });
    const elsewhere = (await anInstitution(reader())).id;
    const officer = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    const office = await anOffice(reader(), { institutionId: elsewhere });
    await aMandate(reader(), { officeId: office.id, personId: officer.id });
    await aLogin(api, officer.id, 'ada@chemie.example');
    expect(await withdraw(manager.browser, officer.id)).toMatchObject(moreThanOwn);
    expect(await logins()).toContainEqual({ address: 'ada@chemie.example' });
    expect(await withdraw(owner, officer.id)).toMatchObject({ status: 200 });
    expect(await logins()).not.toContainEqual({ address: 'ada@chemie.example' });
  });

  it('of each other at once leaves one in', async () => {
    const other = await anOfficer(api, 'cluster_manager', cluster);
    await aLogin(api, manager.id, 'one@chemie.example');
    await aLogin(api, other.id, 'other@chemie.example');
    const replies = await Promise.all([
      withdraw(manager.browser, other.id, 'other@chemie.example'),
      withdraw(other.browser, manager.id, 'one@chemie.example'),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await logins()).toHaveLength(2);
  });
});

describe('an address that is somebody’s way in', () => {
  it('is not taken away by whoever may otherwise correct their addresses', async () => {
    const person = await aPerson(reader(), { ...ada, homeInstitutionId: cluster });
    await aLogin(api, person.id, 'ada@chemie.example');
    const change = (browser: TestBrowser, addresses: readonly string[], version: number) =>
      browser.patch(`/api/v1/people/${person.id}`, { addresses }, { 'if-match': `"${version}"` });
    expect(await change(manager.browser, ['ada@privat.example'], 1)).toMatchObject({
      status: 409,
      body: { code: 'person.login-address', params: { address: 'ada@chemie.example' } },
    });
    expect((await change(manager.browser, ['Ada@Chemie.example', 'new@chemie.example'], 1)).status).toBe(200);
    expect((await change(owner, ['new@chemie.example'], 2)).status).toBe(200);
  });
});

describe('somebody signed in', () => {
  it('sees their roles with what each allows and reaches', async () => {
    const { body } = await manager.browser.get<MeDto>('/api/v1/session');
    expect(body.roles).toMatchObject([
      { role: 'cluster_manager', institutionId: cluster, meetingId: null, own: [cluster], beneath: [] },
    ]);
    expect(body.roles[0]?.rights).toContainEqual({ action: 'meeting.create', reach: 'own' });
    expect(body.roles[0]?.rights.map(({ action }) => action)).not.toContain('instance.administer');
  });

  it('sees which roles are theirs, from when until when and why, and nobody else’s', async () => {
    const office = await anOffice(reader(), { institutionId: cluster, seats: 2, name: { de: 'Leitung' } });
    const other = await aPerson(reader(), { homeInstitutionId: cluster });
    await aMandate(reader(), { officeId: office.id, personId: other.id });
    const grant = {
      personId: manager.id,
      role: 'assistant',
      institutionId: (await anInstitution(reader())).id,
    };
    const period = { validFrom: '2027-01-01', validUntil: '2027-12-31' };
    expect((await owner.post('/api/v1/grants', { ...grant, ...period })).status).toBe(201);
    const { body } = await manager.browser.get<{ items: GrantDto[] }>('/api/v1/me/rights');
    expect(body.items).toMatchObject([
      { source: 'mandate', role: 'cluster_manager', institution: { id: cluster }, validUntil: null },
      { source: 'named', role: 'assistant', institution: { id: grant.institutionId }, ...period },
    ]);
    const nobody = await browserOf(api, (await aPerson(reader())).id);
    expect((await nobody.get('/api/v1/me/rights')).body).toEqual({ items: [] });
  });

  it('changes their own language and telephone without any right, and nothing else', async () => {
    const person = await aPerson(reader(), ada);
    const browser = await browserOf(api, person.id);
    expect((await browser.get<PersonDto>('/api/v1/me')).body).toMatchObject({
      id: person.id,
      familyName: 'Alt',
    });
    const changed = await browser.patch<PersonDto>('/api/v1/me', { language: 'en', phone: '0345 1' });
    expect(changed).toMatchObject({ status: 200, body: { language: 'en', phone: '0345 1', version: 2 } });
    expect((await browser.patch('/api/v1/me', { familyName: 'Neu' })).status).toBe(422);
    expect((await browser.patch('/api/v1/me', { homeInstitutionId: cluster })).status).toBe(422);
    const entries = await api.database.dataSource.query(
      `SELECT actor_person_id, personal FROM audit_entry WHERE action = 'person.change'`,
    );
    expect(entries).toEqual([
      {
        actor_person_id: person.id,
        personal: { before: { language: 'de', phone: null }, after: { language: 'en', phone: '0345 1' } },
      },
    ]);
  });
});
