import type { PersonItemDto } from '#contracts';
import { UnitOfWork } from '#database';
import { Temporal } from '#kernel';
import { aTag } from '../../factories/audience.factory.js';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { anOfficer } from '../../support/officers.js';
import type { Officer } from '../../support/officers.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
let cluster: string;
let committee: string;
let manager: Officer;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  cluster = (await anInstitution(reader(), { name: { de: 'Chemie' }, sortName: 'Chemie' })).id;
  committee = (await anInstitution(reader(), { kind: 'committee', parentId: cluster })).id;
  manager = await anOfficer(api, 'cluster_manager', cluster);
});
afterAll(() => api.close());

const reader = () => api.app.get(UnitOfWork).reader;
const past = Temporal.PlainDate.from('2026-01-15');

async function names(query: string): Promise<readonly string[]> {
  const { status, body } = await manager.browser.get<{ items: PersonItemDto[] }>(`/api/v1/people?${query}`);
  expect(status).toBe(200);
  return body.items.map(({ familyName }) => familyName.replace(/ [0-9a-f]{6}$/, ''));
}

describe('the list of people', () => {
  it('says where each is at home and which offices they hold today', async () => {
    const { id } = await aPerson(reader(), { familyName: 'Aal', homeInstitutionId: cluster });
    const office = await anOffice(reader(), { institutionId: cluster, name: { de: 'Leitung' }, seats: 2 });
    const former = await anOffice(reader(), { institutionId: cluster, name: { de: 'Beirat' } });
    await aMandate(reader(), { officeId: office.id, personId: id });
    await aMandate(reader(), { officeId: former.id, personId: id, validUntil: past });
    const { body } = await manager.browser.get<{ items: PersonItemDto[] }>('/api/v1/people?limit=1');
    expect(body.items).toMatchObject([
      {
        id,
        home: { id: cluster, name: { de: 'Chemie' } },
        offices: [{ name: { de: 'Leitung' }, institution: { de: 'Chemie' } }],
      },
    ]);
  });

  it('is narrowed by institution, office, language, state of the addresses and tag, one by one and together', async () => {
    const at = (familyName: string, more: object = {}) =>
      aPerson(reader(), {
        familyName,
        homeInstitutionId: cluster,
        addresses: [`${familyName}@x.example`],
        ...more,
      });
    const english = await at('Aal', { language: 'en' });
    await at('Bach', { addresses: [{ address: 'b@x.example', state: 'bounced' }] });
    await at('Dom', { addresses: [] });
    const chair = await at('Elch', { homeInstitutionId: null });
    await aMandate(reader(), {
      officeId: (await anOffice(reader(), { institutionId: committee, kind: 'chair' })).id,
      personId: chair.id,
    });
    const gone = await at('Fuchs', { homeInstitutionId: null });
    await aMandate(reader(), {
      officeId: (await anOffice(reader(), { institutionId: committee, kind: 'guest' })).id,
      personId: gone.id,
      validUntil: past,
    });
    const tag = await aTag(reader(), { institutionId: cluster });
    await tag.mark(english.id, chair.id);
    const mine = 'Beispiel';
    expect(await names('')).toEqual(['Aal', 'Bach', mine, 'Dom', 'Elch', 'Fuchs']);
    expect(await names('language=en')).toEqual(['Aal']);
    expect(await names('address=bounced')).toEqual(['Bach']);
    expect(await names('address=none')).toEqual(['Dom']);
    expect(await names('address=any')).toEqual(['Aal', 'Bach', mine, 'Elch', 'Fuchs']);
    expect(await names(`institutionId=${cluster}`)).toEqual(['Aal', 'Bach', mine, 'Dom', 'Elch']);
    expect(await names(`institutionId=${committee}`)).toEqual(['Elch']);
    expect(await names('office=chair')).toEqual(['Elch']);
    expect(await names('office=guest')).toEqual([]);
    expect(await names(`office=cluster_manager&institutionId=${cluster}`)).toEqual([mine]);
    expect(await names(`tagId=${tag.id}`)).toEqual(['Aal', 'Elch']);
    expect(await names(`tagId=${tag.id}&language=de`)).toEqual(['Elch']);
    expect((await manager.browser.get('/api/v1/people?address=some')).status).toBe(422);
  });

  it('shows by no filter whom one may not see, nor what others note by tags', async () => {
    const foreign = (await anInstitution(reader())).id;
    const stranger = await aPerson(reader(), { familyName: 'Fremd', homeInstitutionId: foreign });
    const office = await anOffice(reader(), { institutionId: foreign, kind: 'chair' });
    await aMandate(reader(), { officeId: office.id, personId: stranger.id });
    const known = await aPerson(reader(), { familyName: 'Aal', homeInstitutionId: cluster });
    const theirs = await aTag(reader(), { institutionId: foreign });
    await theirs.mark(known.id, stranger.id);
    expect(await names(`institutionId=${foreign}`)).toEqual([]);
    expect(await names('office=chair')).toEqual([]);
    expect(await names(`tagId=${theirs.id}`)).toEqual([]);
    const other = await anOfficer(api, 'cluster_manager', foreign);
    const { body } = await other.browser.get<{ items: PersonItemDto[] }>(`/api/v1/people?tagId=${theirs.id}`);
    expect(body.items.map(({ familyName }) => familyName)).toEqual(['Fremd']);
  });
});
