import { systemActor } from '#access';
import type { Actor, Grant } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { MergePeople, noteAcquaintance } from '#directory';
import type { Person } from '#directory';
import { newId } from '#kernel';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

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
    await api.database.dataSource.query(
      `INSERT INTO login (id, person_id, address, address_folded, created_at) VALUES ($1, $2, 'a@x', 'a@x', $3)`,
      [newId(), own.id, api.clock.now()],
    );
    for (const [one, two] of [
      [own, coordinator],
      [coordinator, own],
    ] as const) {
      await expect(merge(one, two, manager)).rejects.toMatchObject({ code: 'merge.rights-too-far' });
    }
    expect(await merge(own, coordinator)).toMatchObject({ alreadyDone: false });
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
