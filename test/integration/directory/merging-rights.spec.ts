import { lockRights, systemActor } from '#access';
import type { Actor, Grant } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { MergePeople, noteAcquaintance } from '#directory';
import type { Person } from '#directory';
import { newId } from '#kernel';
import { aKey } from '../../factories/access.factory.js';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aLogin, anOfficer } from '../../support/officers.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { untilBlocked } from '../../support/until-blocked.js';

let api: TestApi;
let reader: Reader;
beforeAll(async () => {
  api = await startTestApi();
  ({ reader } = api.app.get(UnitOfWork));
});
beforeEach(() => api.database.clear());
afterAll(() => api.close());

describe('who may make two people one', () => {
  it('has both at home', async () => {
    const { id: home } = await anInstitution(reader);
    const { id: elsewhere } = await anInstitution(reader);
    const own = await aPerson(reader, { homeInstitutionId: home });
    const other = await aPerson(reader, { homeInstitutionId: home });
    const foreign = await aPerson(reader, { homeInstitutionId: elsewhere });
    await api.app
      .get(UnitOfWork)
      .run((tx) =>
        noteAcquaintance(tx, { institutionIds: [home], personIds: [foreign.id], at: api.clock.now() }),
      );
    const unknown = await aPerson(reader, { homeInstitutionId: elsewhere });
    const manager = managerOf(home);
    await expect(merge(own, foreign, manager)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(merge(own, unknown, manager)).rejects.toMatchObject({ code: 'person.not-found' });
    expect(await merge(own, other, manager)).toMatchObject({ alreadyDone: false });
  });

  it('gives nobody rights that are not theirs to give', async () => {
    const { id: home } = await anInstitution(reader);
    const own = await aPerson(reader, { homeInstitutionId: home });
    const coordinator = await aPerson(reader, { homeInstitutionId: home });
    const office = await anOffice(reader);
    await aMandate(reader, { officeId: office.id, personId: coordinator.id });
    const manager = managerOf(home);
    await aLogin(api, own.id);
    for (const [one, two] of [
      [own, coordinator],
      [coordinator, own],
    ] as const) {
      await expect(merge(one, two, manager)).rejects.toMatchObject({ code: 'merge.rights-too-far' });
    }
    expect(await merge(own, coordinator)).toMatchObject({ alreadyDone: false });
  });
});

describe('two of whom one signs in', () => {
  it('are not made one by who may fill the other’s office without having its rights', async () => {
    const { id: network } = await anInstitution(reader, { kind: 'network' });
    const { id: cluster } = await anInstitution(reader);
    await aMembership(reader, { institutionId: network, memberId: cluster });
    const coordinator = await anOfficer(api, 'network_coordinator', network);
    const office = await anOffice(reader, { institutionId: cluster });
    const friend = await aPerson(reader, { homeInstitutionId: network });
    const manager = await aPerson(reader, { homeInstitutionId: network });
    await aMandate(reader, { officeId: office.id, personId: manager.id });
    await aLogin(api, friend.id);
    const tooFar = { status: 403, body: { code: 'merge.rights-too-far' } };
    for (const [one, two] of [
      [friend.id, manager.id],
      [manager.id, friend.id],
      [coordinator.id, manager.id],
    ] as const) {
      expect(await mergeBy(coordinator.browser, one, two)).toMatchObject(tooFar);
    }
    const plain = await aPerson(reader, { homeInstitutionId: network });
    expect(await mergeBy(coordinator.browser, plain.id, manager.id)).toMatchObject({ status: 200 });
  });

  it('are made one by who has the rights of the other, now and later', async () => {
    const { id: cluster } = await anInstitution(reader);
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const friend = await aPerson(reader, { homeInstitutionId: cluster });
    await aLogin(api, friend.id);
    const office = await anOffice(reader, { institutionId: cluster, seats: 2 });
    const successor = await aPerson(reader, { homeInstitutionId: cluster });
    const validFrom = api.clock.today('UTC').add({ days: 30 });
    await aMandate(reader, { officeId: office.id, personId: successor.id, validFrom });
    expect(await mergeBy(manager.browser, friend.id, successor.id)).toMatchObject({ status: 200 });
  });
});

describe('two who both sign in', () => {
  it('are not made one, since one would act as the other, unless by an owner', async () => {
    const owner = await enterAsOwner(api);
    const { id: cluster } = await anInstitution(reader);
    const manager = await anOfficer(api, 'cluster_manager', cluster);
    const one = await aPerson(reader, { homeInstitutionId: cluster });
    const other = await aPerson(reader, { homeInstitutionId: cluster });
    const withKey = await aPerson(reader, { homeInstitutionId: cluster });
    await aLogin(api, one.id);
    await aLogin(api, other.id);
    await aKey(reader, withKey.id);
    const refused = { status: 409, body: { code: 'merge.both-sign-in' } };
    const preview = { otherId: other.id };
    const at = `/api/v1/people/${one.id}/merge-preview`;
    expect(await manager.browser.post(at, preview)).toMatchObject(refused);
    expect(await mergeBy(manager.browser, one.id, other.id)).toMatchObject(refused);
    expect(await mergeBy(manager.browser, one.id, withKey.id)).toMatchObject(refused);
    const logins = () => api.database.dataSource.query('SELECT person_id AS of FROM login ORDER BY address');
    expect(await logins()).toContainEqual({ of: other.id });
    expect(await owner.post(at, preview)).toMatchObject({
      status: 200,
      body: { effects: [{ kind: 'sign-ins', count: 1 }] },
    });
    expect(await mergeBy(owner, one.id, other.id)).toMatchObject({ status: 200 });
    expect(await logins()).not.toContainEqual({ of: other.id });
  });

  it.each([
    ['waits for a login that is being given, and then finds it', true, 'merge.rights-too-far'],
    ['would not see one that is given without the lock: the control', false, undefined],
  ])('a merge %s', async (_, isLocked, code) => {
    const { id: home } = await anInstitution(reader);
    const own = await aPerson(reader, { homeInstitutionId: home });
    const other = await aPerson(reader, { homeInstitutionId: home });
    await aMandate(reader, { officeId: (await anOffice(reader)).id, personId: other.id });
    const work = api.app.get(UnitOfWork);
    let merging: ReturnType<typeof merge> | undefined;
    await work.run(async (tx) => {
      if (isLocked) await lockRights(tx, [own.id]);
      const login = { personId: own.id, address: 'a@x', addressFolded: 'a@x', createdAt: api.clock.now() };
      await tx.manager.insert('Login', { id: newId(), ...login });
      merging = merge(own, other, managerOf(home));
      merging.catch(() => undefined);
      if (isLocked) await untilBlocked({ rows: (sql) => api.database.dataSource.query(sql) });
      else await merging;
    });
    const outcome = await merging?.catch((error: unknown) => error);
    expect(outcome).toMatchObject(code === undefined ? { alreadyDone: false } : { code });
  });
});

describe('over HTTP', () => {
  it('previews, merges, says that it is done, and leads the old id to who is left', async () => {
    const browser = await enterAsOwner(api);
    const own = await aPerson(reader, { familyName: 'Müller' });
    const other = await aPerson(reader, { familyName: 'Mueller', position: 'Leitung' });
    const at = `/api/v1/people/${own.id}`;
    expect(await browser.post(`${at}/merge-preview`, { otherId: other.id })).toMatchObject({
      status: 200,
      body: { differing: ['familyName', 'position'], effects: [] },
    });
    const body = { otherId: other.id, versions: { own: 1, other: 1 } };
    expect(await browser.post(`${at}/merge`, body)).toMatchObject({
      status: 200,
      body: { alreadyDone: false },
    });
    expect(await browser.post(`${at}/merge`, body)).toMatchObject({
      status: 200,
      body: { alreadyDone: true },
    });
    expect(await browser.get(`/api/v1/people/${other.id}`)).toMatchObject({
      status: 200,
      body: { id: own.id, position: 'Leitung', version: 2 },
    });
  });

  it('refuses what makes no sense by the field and the mend', async () => {
    const browser = await enterAsOwner(api);
    const own = await aPerson(reader);
    const at = `/api/v1/people/${own.id}`;
    expect(await browser.post(`${at}/merge-preview`, { otherId: own.id })).toMatchObject({
      status: 422,
      body: { code: 'merge.with-itself' },
    });
    expect(await browser.post(`${at}/merge`, { otherId: 'x', versions: { own: 0, other: 1 } })).toMatchObject(
      {
        status: 422,
      },
    );
    expect(await browser.get('/api/v1/search?q=a')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'validation.too-short', params: { minimum: 2 } }] },
    });
    expect(await browser.get('/api/v1/people/duplicates')).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect(await browser.get('/api/v1/search?q=beispiel')).toMatchObject({
      status: 200,
      body: { people: [{}, {}], institutions: [], meetings: [] },
    });
  });
});

function merge(own: Person, other: Person, actor: Actor = systemActor()) {
  const versions = { own: own.version, other: other.version };
  const command = { survivorId: own.id, otherId: other.id, versions, choices: {}, preferredAddress: null };
  return api.app.get(MergePeople).merge(actor, command);
}

function mergeBy(browser: TestBrowser, id: string, otherId: string) {
  return browser.post(`/api/v1/people/${id}/merge`, { otherId, versions: { own: 1, other: 1 } });
}

function managerOf(institutionId: string): Actor {
  const grant: Grant = {
    role: 'cluster_manager',
    institutionId,
    meetingId: null,
    own: [institutionId],
    beneath: [],
  };
  return { personId: null, channel: 'host', grants: [grant], requestId: null };
}
