import { scopeOf, systemActor } from '#access';
import type { Actor, AuthorizedScope } from '#access';
import { listOfficeMandates, listPersonMandates } from '#directory';
import { newId, Temporal } from '#kernel';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const everywhere = scopeOf(systemActor(), 'instance.administer');

describe('listOfficeMandates', () => {
  it('tells who held the office, holds it and will, whoever begins last first, page by page', async () => {
    const { id: officeId } = await anOffice(database.reader);
    const years = ['2024', '2025', '2026'];
    for (const year of years) {
      await aMandate(database.reader, {
        officeId,
        validFrom: day(`${year}-01-01`),
        validUntil: year === '2026' ? null : day(`${year}-12-31`),
      });
    }
    await aMandate(database.reader);
    const first = await listOfficeMandates(database.reader, everywhere, { officeId, limit: 2 });
    const rest = await listOfficeMandates(database.reader, everywhere, {
      officeId,
      limit: 2,
      cursor: first.next ?? '',
    });
    expect([...first.items, ...rest.items].map(({ validFrom }) => String(validFrom.year))).toEqual(
      years.toReversed(),
    );
    expect(first.items[0]).toMatchObject({ person: { givenName: 'Kim' }, validUntil: null });
    expect(rest.next).toBeNull();
  });

  it('does not know an office that the scope does not reach', async () => {
    const { officeId } = await aMandate(database.reader);
    const own = await anInstitution(database.reader);
    const scope = scopeOf(memberOf(own.id), 'institution.read');
    await expect(listOfficeMandates(database.reader, scope, { officeId, limit: 10 })).rejects.toMatchObject({
      code: 'office.not-found',
    });
  });

  it('asks two queries for one mandate and for three', async () => {
    const { officeId } = await aMandate(database.reader);
    const list = () => listOfficeMandates(database.reader, everywhere, { officeId, limit: 10 });
    expect(await queriesOf(database.dataSource, list)).toHaveLength(2);
    for (const seat of [2, 3]) await aMandate(database.reader, { officeId, seat });
    expect((await list()).items).toHaveLength(3);
    expect(await queriesOf(database.dataSource, list)).toHaveLength(2);
  });
});

describe('listPersonMandates', () => {
  it('tells what somebody held, holds and will hold, with office and institution', async () => {
    const { id: personId } = await aPerson(database.reader);
    const office = await anOffice(database.reader, { kind: 'chair', name: { de: 'Vorsitz' } });
    const past = await aMandate(database.reader, {
      personId,
      validFrom: day('2020-01-01'),
      validUntil: day('2021-12-31'),
    });
    const coming = await aMandate(database.reader, {
      personId,
      officeId: office.id,
      validFrom: day('2030-01-01'),
    });
    await aMandate(database.reader);
    const { items } = await list(personId);
    expect(items.map(({ id }) => id)).toEqual([coming.id, past.id]);
    expect(items[0]).toEqual({
      id: coming.id,
      office: { id: office.id, name: { de: 'Vorsitz' }, kind: 'chair' },
      institution: { id: office.institutionId, name: expect.anything(), kind: 'cluster' },
      seat: 1,
      validFrom: day('2030-01-01'),
      validUntil: null,
    });
  });

  it('leaves out what is held in institutions that the reader does not reach', async () => {
    const { id: personId } = await aPerson(database.reader);
    const own = await anOffice(database.reader);
    const foreign = await anOffice(database.reader);
    await aMandate(database.reader, { personId, officeId: foreign.id });
    const held = await aMandate(database.reader, { personId, officeId: own.id });
    const institutions = scopeOf(memberOf(own.institutionId), 'institution.read');
    expect((await list(personId, institutions)).items.map(({ id }) => id)).toEqual([held.id]);
  });

  it('does not know a person whom the reader does not reach', async () => {
    const { personId } = await aMandate(database.reader);
    const { id } = await anInstitution(database.reader);
    const people = scopeOf(
      {
        ...memberOf(id),
        grants: memberOf(id).grants.map((grant) => ({ ...grant, role: 'cluster_manager' })),
      },
      'person.read',
    );
    await expect(
      listPersonMandates(database.reader, { personId, people, institutions: everywhere, limit: 10 }),
    ).rejects.toMatchObject({ code: 'person.not-found' });
  });

  it('asks as many queries for one mandate as for three', async () => {
    const { personId } = await aMandate(database.reader);
    const one = (await queriesOf(database.dataSource, () => list(personId))).length;
    for (let more = 0; more < 2; more += 1) await aMandate(database.reader, { personId });
    expect((await list(personId)).items).toHaveLength(3);
    expect(await queriesOf(database.dataSource, () => list(personId))).toHaveLength(one);
  });
});

function list(personId: string, institutions: AuthorizedScope = everywhere) {
  return listPersonMandates(database.reader, { personId, people: everywhere, institutions, limit: 10 });
}

function memberOf(institutionId: string): Actor {
  const grant = {
    role: 'member',
    institutionId,
    meetingId: null,
    own: [institutionId],
    beneath: [],
  } as const;
  return { personId: newId(), channel: 'host', grants: [grant], requestId: null };
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
