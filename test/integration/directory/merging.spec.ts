import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { MergePeople, noteAcquaintance, PersonMergers } from '#directory';
import type { Merge, Office, Person } from '#directory';
import { newId, Temporal } from '#kernel';
import type { Invitation } from '#participation';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { aReason } from '../../factories/handover.factory.js';
import { aMeeting, anInvitation, givenAtOnce } from '../../factories/meetings.factory.js';
import { startTestApi, testKeys } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
let reader: Reader;
let merging: MergePeople;
beforeAll(async () => {
  api = await startTestApi();
  ({ reader } = api.app.get(UnitOfWork));
  merging = api.app.get(MergePeople);
});
beforeEach(() => api.database.clear());
afterAll(() => api.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const rows = (sql: string, ...parameters: unknown[]): Promise<object[]> =>
  api.database.dataSource.query(sql, parameters);

describe('making two people one', () => {
  it('unites addresses, keeping bad states and one preferred, and takes the chosen fields', async () => {
    const own = await aPerson(reader, {
      familyName: 'Müller',
      phone: null,
      addresses: ['a@x.example', 'Both@x.example'],
    });
    const other = await aPerson(reader, {
      familyName: 'Mueller',
      phone: '123',
      position: 'Leitung',
      addresses: [{ address: 'both@x.example', state: 'bounced' }, 'c@x.example'],
    });
    const { person, alreadyDone } = await merge(own, other, {
      choices: { familyName: 'other' },
      preferredAddress: 'C@x.example',
    });
    expect(alreadyDone).toBe(false);
    expect(person).toMatchObject({
      id: own.id,
      familyName: 'Mueller',
      phone: '123',
      position: 'Leitung',
      version: 2,
    });
    expect(person.addresses.map(({ address, preferred, state }) => [address, preferred, state])).toEqual([
      ['c@x.example', true, 'ok'],
      ['a@x.example', false, 'ok'],
      ['Both@x.example', false, 'bounced'],
    ]);
    expect(await rows('SELECT id FROM person')).toEqual([{ id: own.id }]);
    expect(await rows('SELECT id, survivor_id FROM merged_person')).toEqual([
      { id: other.id, survivor_id: own.id },
    ]);
    expect(await rows('SELECT payload FROM fact')).toEqual([
      { payload: { personId: own.id, otherId: other.id } },
    ]);
  });

  it('moves everything that refers to a person: no column is forgotten', async () => {
    const columns = (await rows(
      `SELECT format('%s.%s', source.relname, attribute.attname) AS name
         FROM pg_constraint AS fk
         JOIN pg_class AS source ON source.oid = fk.conrelid
         JOIN pg_attribute AS attribute ON attribute.attrelid = fk.conrelid AND attribute.attnum = ANY(fk.conkey)
        WHERE fk.contype = 'f' AND fk.confrelid = 'person'::regclass
        UNION
       SELECT format('%s.%s', table_name, column_name) FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name LIKE '%person_id' AND table_name !~ '_(default|20[0-9]{2}_[0-9]{2})$'`,
    )) as { name: string }[];
    const moved = new Set(
      api.app
        .get(PersonMergers)
        .list()
        .flatMap(({ moves }) => moves),
    );
    // The merge writes the addresses itself.
    expect(columns.map(({ name }) => name).filter((name) => !moved.has(name))).toEqual([
      'person_address.person_id',
    ]);
  });

  it('moves mandates, cutting or dropping what the survivor holds already', async () => {
    const [own, other] = await twins();
    const shared = await anOffice(reader, { seats: 2 });
    const single = await anOffice(reader);
    await aMandate(reader, { officeId: shared.id, personId: own.id, validUntil: day('2026-03-31') });
    await aMandate(reader, {
      officeId: shared.id,
      personId: other.id,
      seat: 2,
      validFrom: day('2026-02-01'),
    });
    await aMandate(reader, { officeId: single.id, personId: other.id });
    const { effects } = await merging.preview(systemActor(), { survivorId: own.id, otherId: other.id });
    expect(effects.map(({ kind, count }) => [kind, count])).toEqual([
      ['mandates-moved', 2],
      ['mandates-shortened', 1],
    ]);
    await merge(own, other);
    expect(
      await rows(
        'SELECT person_id, valid_from, valid_until FROM mandate ORDER BY valid_from, office_id = $1',
        single.id,
      ),
    ).toEqual([
      { person_id: own.id, valid_from: day('2026-01-01'), valid_until: day('2026-03-31') },
      { person_id: own.id, valid_from: day('2026-01-01'), valid_until: null },
      { person_id: own.id, valid_from: day('2026-04-01'), valid_until: null },
    ]);
  });

  it('keeps the better answer where both are invited, unites the reasons and leads the other link there', async () => {
    const [own, other] = await twins();
    const meeting = await aMeeting(reader);
    const silent = await anInvitation(reader, testKeys, {
      meetingId: meeting.id,
      personId: own.id,
      reservedSeat: true,
    });
    const coming = await anInvitation(reader, testKeys, {
      meetingId: meeting.id,
      personId: other.id,
      sequence: 3,
      answer: 'yes',
      answeredAt: api.clock.now(),
      answerChannel: 'web',
    });
    const [left, right, held] = [await anOffice(reader), await anOffice(reader), await anOffice(reader)];
    await reason(silent, left);
    await reason(coming, right);
    await reason(silent, held);
    await reason(coming, held, (await aPerson(reader)).id);
    await registration(meeting.id, other.id, coming.id);
    const elsewhere = await anInvitation(reader, testKeys, { personId: other.id });
    const { effects } = await merging.preview(systemActor(), { survivorId: own.id, otherId: other.id });
    expect(effects.map(({ kind, count }) => [kind, count])).toEqual([
      ['invitations-moved', 1],
      ['invitations-united', 1],
    ]);
    await merge(own, other);
    expect(
      await rows('SELECT id, person_id, sequence, reserved_seat FROM invitation ORDER BY sequence'),
    ).toEqual([
      { id: elsewhere.id, person_id: own.id, sequence: 0, reserved_seat: false },
      { id: coming.id, person_id: own.id, sequence: 3, reserved_seat: true },
    ]);
    // The office that one of them holds counts once, and nobody stands in for its holder.
    expect(await rows('SELECT invitation_id, as_deputy_for_id FROM invitation_reason')).toEqual(
      Array.from({ length: 3 }, () => ({ invitation_id: coming.id, as_deputy_for_id: null })),
    );
    expect(await rows('SELECT person_id, state FROM registration')).toEqual([
      { person_id: own.id, state: 'confirmed' },
    ]);
    for (const token of [silent.token, coming.token]) {
      const page = await api.browser().get<string>(`/i/${token}`);
      expect([page.status, String(page.body).includes('Müller')]).toEqual([200, true]);
    }
    expect(await rows('SELECT id FROM outgoing_mail')).toEqual([]);
  });

  it('gives the seat that two had to who waits', async () => {
    const [own, other] = await twins();
    const meeting = await aMeeting(reader, { capacity: 2, lastArrival: 3, seating: givenAtOnce });
    const waiting = await aPerson(reader);
    for (const [place, person] of [own, other, waiting].entries()) {
      const answered = { answer: 'yes', answeredAt: api.clock.now(), answerChannel: 'web' } as const;
      const { id } = await anInvitation(reader, testKeys, {
        meetingId: meeting.id,
        personId: person.id,
        ...answered,
      });
      await registration(meeting.id, person.id, id, {
        arrival: place + 1,
        state: place < 2 ? 'confirmed' : 'waitlisted',
      });
    }
    await merge(own, other);
    expect(await rows('SELECT person_id, state FROM registration ORDER BY arrival')).toEqual([
      { person_id: own.id, state: 'confirmed' },
      { person_id: waiting.id, state: 'confirmed' },
    ]);
  });

  it('moves sign-ins, rights, mails, acquaintance, organised meetings and the audit', async () => {
    const [own, other] = await twins();
    const { id: institutionId } = await anInstitution(reader);
    await aMeeting(reader, { organiserId: other.id });
    await api.app.get(UnitOfWork).run(async (tx) => {
      await noteAcquaintance(tx, {
        institutionIds: [institutionId],
        personIds: [own.id, other.id],
        at: api.clock.now(),
      });
      await tx.manager.insert('Login', {
        id: newId(),
        personId: other.id,
        address: 'o@x.example',
        addressFolded: 'o@x.example',
        createdAt: api.clock.now(),
      });
      await tx.manager.insert('RoleGrant', {
        id: newId(),
        personId: other.id,
        institutionId,
        meetingId: null,
        role: 'funder',
        validFrom: day('2026-01-01'),
        validUntil: null,
      });
    });
    await rows(
      `INSERT INTO audit_entry (id, at, actor_person_id, channel, action, subject_kind, subject_id)
       VALUES ($1, $2, $3, 'host', 'test', 'person', $3)`,
      newId(),
      api.clock.now(),
      other.id,
    );
    await merge(own, other);
    for (const [table, column] of [
      ['login', 'person_id'],
      ['role_grant', 'person_id'],
      ['acquaintance', 'person_id'],
      ['meeting', 'organiser_id'],
    ] as const) {
      expect(await rows(`SELECT ${column} AS id FROM ${table}`)).toEqual([{ id: own.id }]);
    }
    expect(await rows(`SELECT actor_person_id, subject_id FROM audit_entry WHERE action = 'test'`)).toEqual([
      { actor_person_id: own.id, subject_id: own.id },
    ]);
  });

  it('is done once; the second call says so, and old ids lead to who is left, however often', async () => {
    const [own, other] = await twins();
    await merge(own, other);
    expect(await merge(own, other)).toMatchObject({ alreadyDone: true, person: { id: own.id, version: 2 } });
    expect(await rows('SELECT id FROM fact')).toHaveLength(1);
    const last = await aPerson(reader);
    await merge(last, { ...own, version: 2 });
    expect(await rows('SELECT id, survivor_id FROM merged_person ORDER BY merged_at, id')).toHaveLength(2);
    expect(await rows('SELECT DISTINCT survivor_id FROM merged_person')).toEqual([{ survivor_id: last.id }]);
  });

  it('refuses a person with himself, an old version and an address that neither has', async () => {
    const [own, other] = await twins();
    await expect(merge(own, own)).rejects.toMatchObject({ code: 'merge.with-itself' });
    await expect(merge(own, { ...other, version: 7 })).rejects.toMatchObject({ code: 'version.stale' });
    await expect(merge(own, other, { preferredAddress: 'z@x.example' })).rejects.toMatchObject({
      code: 'merge.unknown-address',
    });
    await expect(merge(own, { ...other, id: newId() })).rejects.toMatchObject({ code: 'person.not-found' });
    expect(await rows('SELECT id FROM person')).toHaveLength(2);
  });
});

async function twins(): Promise<readonly [Person, Person]> {
  return [await aPerson(reader, { familyName: 'Müller' }), await aPerson(reader, { familyName: 'Müller' })];
}

function merge(own: Person, other: Person, more: Partial<Merge> = {}) {
  const versions = { own: own.version, other: other.version };
  const rest = { choices: {}, preferredAddress: null, ...more };
  return merging.merge(systemActor(), { survivorId: own.id, otherId: other.id, versions, ...rest });
}

const reason = (
  { id: invitationId }: Invitation,
  { id: officeId, institutionId }: Office,
  asDeputyForId: string | null = null,
) => aReason(reader, { invitationId, officeId, institutionId, asDeputyForId });

async function registration(
  meetingId: string,
  personId: string,
  invitationId: string,
  { arrival = 1, state = 'confirmed' } = {},
): Promise<void> {
  await rows(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, arrival, decided_at)
     VALUES ($1, $2, $3, $4, $5, 1, $6, $7)`,
    newId(),
    meetingId,
    personId,
    invitationId,
    state,
    arrival,
    api.clock.now(),
  );
}
