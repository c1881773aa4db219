import { scopeOf, systemActor } from '#access';
import { changeOffice, createOffice, endMandate, getOffice, giveMandate, listOffices } from '#directory';
import type { NewMandate, OfficeChange } from '#directory';
import { newId, Temporal } from '#kernel';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const acting = { actor: systemActor(), now };
const scope = scopeOf(acting.actor, 'instance.administer');

describe('createOffice', () => {
  it('adds an office that is vacant at first, with mailbox and copy address as personal values', async () => {
    const { id: institutionId } = await anInstitution(database.reader, { name: { de: 'Chemie' } });
    const input = {
      kind: 'cluster_manager' as const,
      name: { de: 'Clustermanagement' },
      seats: 2,
      mailbox: 'office@chemie.example',
      copyAddress: null,
    };
    const office = await database.run((tx) => createOffice(tx, acting, { ...input, institutionId }));
    const institution = { id: institutionId, name: { de: 'Chemie' } };
    expect(office).toEqual({ ...input, id: office.id, institution, holders: [], deputies: [], version: 1 });
    expect(await getOffice(database.reader, scope, { id: office.id, asOf: null, now })).toEqual(office);
    expect(await database.rows('SELECT action, personal FROM audit_entry')).toEqual([
      {
        action: 'office.create',
        personal: { after: { mailbox: 'office@chemie.example', copyAddress: null } },
      },
    ]);
  });

  it('refuses an unknown institution', async () => {
    const input = {
      kind: 'chair' as const,
      name: { de: 'Vorsitz' },
      seats: 1,
      mailbox: null,
      copyAddress: null,
    };
    await expect(
      database.run((tx) => createOffice(tx, acting, { ...input, institutionId: newId() })),
    ).rejects.toMatchObject({ code: 'institution.not-found' });
  });
});

describe('changeOffice', () => {
  it('changes what the patch names and raises the version', async () => {
    const { id } = await anOffice(database.reader);
    const office = await change({ id, ifMatch: 1, patch: { seats: 3, mailbox: 'a@x.example' } });
    expect(office).toMatchObject({ seats: 3, mailbox: 'a@x.example', kind: 'cluster_manager', version: 2 });
  });

  it('takes no seat away that somebody holds today or later', async () => {
    const { id } = await anOffice(database.reader, { seats: 3 });
    await aMandate(database.reader, { officeId: id, seat: 2, validUntil: day('2026-03-01') });
    const later = await aMandate(database.reader, { officeId: id, seat: 3, validFrom: day('2026-04-01') });
    await expect(change({ id, ifMatch: 1, patch: { seats: 2 } })).rejects.toMatchObject({
      code: 'office.seats-held',
      params: { seats: 2 },
    });
    await end(later.id, '2026-04-01', '2026-04-02T00:00:00Z');
    const afterwards = { ...acting, now: Temporal.Instant.from('2026-04-02T09:00:00Z') };
    const office = await database.run((tx) =>
      changeOffice(tx, afterwards, { id, ifMatch: 1, patch: { seats: 1 } }),
    );
    expect(office.seats).toBe(1);
  });

  it('refuses a stale version', async () => {
    const { id } = await anOffice(database.reader, { version: 4 });
    await expect(change({ id, ifMatch: 3, patch: { seats: 2 } })).rejects.toMatchObject({
      code: 'version.stale',
      params: { version: 4 },
    });
  });
});

describe('giveMandate', () => {
  it('takes the first seat that is free for the whole period', async () => {
    const { id: officeId } = await anOffice(database.reader, { seats: 3 });
    await aMandate(database.reader, { officeId, seat: 1, validUntil: day('2026-06-30') });
    await aMandate(database.reader, { officeId, seat: 2, validFrom: day('2027-01-01') });
    const person = await aPerson(database.reader, { givenName: 'Ada', familyName: 'Neu' });
    const period = { validFrom: day('2026-06-30'), validUntil: day('2026-12-31') };
    const given = await give({ officeId, personId: person.id, ...period });
    expect(given).toMatchObject({
      ...period,
      officeId,
      seat: 2,
      person: { id: person.id, familyName: 'Neu' },
    });
    const next = await give({
      officeId,
      personId: await someone(),
      validFrom: day('2026-07-01'),
      validUntil: null,
    });
    expect(next.seat).toBe(1);
    const open = await give({
      officeId,
      personId: await someone(),
      validFrom: day('2026-07-01'),
      validUntil: null,
    });
    expect(open.seat).toBe(3);
  });

  it('writes audit and fact without the name', async () => {
    const { id: officeId } = await anOffice(database.reader);
    const { id: personId } = await aPerson(database.reader, { familyName: 'Geheim' });
    const { id } = await give({ officeId, personId, validFrom: day('2026-03-02'), validUntil: null });
    expect(await database.rows('SELECT action, subject_id, after, personal FROM audit_entry')).toEqual([
      {
        action: 'mandate.give',
        subject_id: id,
        after: { officeId, personId, seat: 1, validFrom: '2026-03-02', validUntil: null },
        personal: null,
      },
    ]);
    expect(await database.rows('SELECT type, payload FROM fact')).toEqual([
      { type: 'MandateGiven', payload: { mandateId: id, officeId, personId } },
    ]);
  });

  it('refuses when no seat is free, naming who holds them until when, and gives nothing', async () => {
    const { id: officeId } = await anOffice(database.reader, { seats: 2 });
    const ada = await aPerson(database.reader, { academicTitle: 'Dr.', givenName: 'Ada', familyName: 'Alt' });
    const bo = await aPerson(database.reader, { givenName: 'Bo', familyName: 'Bleibt' });
    const gone = await aPerson(database.reader, { familyName: 'Gegangen' });
    await aMandate(database.reader, { officeId, personId: gone.id, seat: 1, validUntil: day('2026-03-01') });
    const until = { validFrom: day('2026-03-02'), validUntil: day('2026-12-31') };
    await aMandate(database.reader, { officeId, personId: ada.id, seat: 1, ...until });
    await aMandate(database.reader, { officeId, personId: bo.id, seat: 2 });
    await expect(
      give({ officeId, personId: await someone(), validFrom: day('2026-03-02'), validUntil: null }),
    ).rejects.toMatchObject({
      code: 'office.no-free-seat',
      params: { holders: ['Dr. Ada Alt (2026-03-02 – 2026-12-31)', 'Bo Bleibt (2026-01-01 –)'] },
    });
    expect(await database.rows('SELECT id FROM mandate')).toHaveLength(3);
  });

  it('refuses a person who holds the office already on one of the days', async () => {
    const { id: officeId } = await anOffice(database.reader, { seats: 2 });
    const { personId } = await aMandate(database.reader, { officeId, validUntil: day('2026-03-31') });
    await expect(
      give({ officeId, personId, validFrom: day('2026-03-31'), validUntil: null }),
    ).rejects.toMatchObject({ code: 'mandate.person-holds-office' });
    const again = await give({ officeId, personId, validFrom: day('2026-04-01'), validUntil: null });
    expect(again.seat).toBe(1);
  });

  it.each([
    ['a period that ends before it begins', 'period.not-in-order', { validUntil: day('2026-03-01') }],
    ['an unknown person', 'person.not-found', { personId: newId() }],
    ['an unknown office', 'office.not-found', { officeId: newId() }],
  ])('refuses %s', async (_, code, wrong) => {
    const { id: officeId } = await anOffice(database.reader);
    const right = { officeId, personId: await someone(), validFrom: day('2026-03-02'), validUntil: null };
    await expect(give({ ...right, ...wrong })).rejects.toMatchObject({ code });
    expect(await database.rows('SELECT id FROM mandate')).toEqual([]);
  });
});

describe('endMandate', () => {
  it('makes the day the last one, the first day at the earliest', async () => {
    const mandate = await aMandate(database.reader, { validFrom: day('2026-03-02') });
    await expect(end(mandate.id, '2026-03-01')).rejects.toMatchObject({ code: 'period.not-in-order' });
    expect(await end(mandate.id, '2026-03-02')).toMatchObject({
      id: mandate.id,
      validUntil: day('2026-03-02'),
    });
    expect(await database.rows('SELECT valid_until FROM mandate')).toEqual([
      { valid_until: day('2026-03-02') },
    ]);
    expect(await database.rows('SELECT action, before, after FROM audit_entry')).toEqual([
      { action: 'mandate.end', before: { validUntil: null }, after: { validUntil: '2026-03-02' } },
    ]);
  });

  it('may be said twice', async () => {
    const { id } = await aMandate(database.reader);
    await end(id, '2026-03-31');
    await end(id, '2026-03-31');
    expect(await database.rows('SELECT id FROM audit_entry')).toHaveLength(1);
  });

  it('moves the end later only while nobody follows on the seat', async () => {
    const { id: officeId } = await anOffice(database.reader, { seats: 2 });
    const first = await aMandate(database.reader, { officeId, validUntil: day('2026-03-31') });
    const { id: personId } = await aPerson(database.reader, { givenName: 'Ada', familyName: 'Neu' });
    await aMandate(database.reader, { officeId, personId, validFrom: day('2026-07-01') });
    await aMandate(database.reader, { officeId, seat: 2 });
    await end(first.id, '2026-06-30');
    await expect(end(first.id, '2026-07-01')).rejects.toMatchObject({
      code: 'office.no-free-seat',
      params: { holders: ['Ada Neu (2026-07-01 –)'] },
    });
  });

  it('refuses an unknown mandate', async () => {
    await expect(end(newId(), '2026-03-31')).rejects.toMatchObject({ code: 'mandate.not-found' });
  });
});

describe('listOffices', () => {
  it('tells who is in office on a day, by seat', async () => {
    const { id: officeId } = await anOffice(database.reader, { seats: 2 });
    const second = await aMandate(database.reader, { officeId, seat: 2 });
    const first = await aMandate(database.reader, { officeId, seat: 1, validUntil: day('2026-03-31') });
    const holdersOn = async (asOf: string) => {
      const page = await listOffices(database.reader, scope, { asOf: day(asOf), now, limit: 10 });
      return page.items.flatMap(({ holders }) => holders.map(({ id }) => id));
    };
    expect(await holdersOn('2026-03-31')).toEqual([first.id, second.id]);
    expect(await holdersOn('2026-04-01')).toEqual([second.id]);
    expect(await holdersOn('2025-12-31')).toEqual([]);
  });

  it('takes the day of each institution’s own zone where none is given', async () => {
    const auckland = await anInstitution(database.reader, { zone: 'Pacific/Auckland', name: { de: 'A' } });
    const berlin = await anInstitution(database.reader, { name: { de: 'B' } });
    for (const { id: institutionId } of [auckland, berlin]) {
      const office = await anOffice(database.reader, { institutionId });
      await aMandate(database.reader, { officeId: office.id, validFrom: day('2026-03-03') });
    }
    const late = Temporal.Instant.from('2026-03-02T12:00:00Z');
    const page = await listOffices(database.reader, scope, { asOf: null, now: late, limit: 10 });
    expect(page.items.map(({ holders }) => holders.length)).toEqual([1, 0]);
  });

  it('orders by institution, gives one institution’s where asked to, and turns pages', async () => {
    const zeitz = await anInstitution(database.reader, { name: { de: 'Zeitz' } });
    const oelsnitz = await anInstitution(database.reader, { name: { de: 'Ölsnitz' } });
    const one = await anOffice(database.reader, { institutionId: zeitz.id });
    const two = await anOffice(database.reader, { institutionId: oelsnitz.id });
    const three = await anOffice(database.reader, { institutionId: zeitz.id });
    const list = (more: object) =>
      listOffices(database.reader, scope, { asOf: null, now, limit: 2, ...more });
    const first = await list({});
    const second = await list({ cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([two.id, one.id, three.id]);
    expect((await list({ institutionId: zeitz.id })).items.map(({ id }) => id)).toEqual([one.id, three.id]);
  });

  it('asks three queries for one office and for three', async () => {
    await aMandate(database.reader);
    const list = () => listOffices(database.reader, scope, { asOf: null, now, limit: 10 });
    expect(await queriesOf(database.dataSource, list)).toHaveLength(3);
    for (let more = 0; more < 2; more += 1) await aMandate(database.reader);
    expect(await queriesOf(database.dataSource, list)).toHaveLength(3);
  });
});

function give(input: NewMandate) {
  return database.run((tx) => giveMandate(tx, acting, input));
}

function end(id: string, lastDay: string, at = '2026-03-02T09:00:00Z') {
  const then = { ...acting, now: Temporal.Instant.from(at) };
  return database.run((tx) => endMandate(tx, then, { id, lastDay: day(lastDay) }));
}

function change(input: OfficeChange) {
  return database.run((tx) => changeOffice(tx, acting, input));
}

async function someone(): Promise<string> {
  return (await aPerson(database.reader)).id;
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
