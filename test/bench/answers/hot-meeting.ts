import { ordinarySeating } from '#contracts';
import { UnitOfWork } from '#database';
import { newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { aPerson } from '../../factories/directory.factory.js';
import { aMeeting, anInvitation } from '../../factories/meetings.factory.js';
import { testKeys } from '../../support/test-api.js';
import type { TestDatabase } from '../../support/test-database.js';

/** On 18 June 2031: the api under test goes by the machine's clock. */
const farAway = {
  startsLocal: Temporal.PlainDateTime.from('2031-06-18T10:00'),
  endsLocal: Temporal.PlainDateTime.from('2031-06-18T15:30'),
  startsAt: Temporal.Instant.from('2031-06-18T08:00:00Z'),
  endsAt: Temporal.Instant.from('2031-06-18T13:30:00Z'),
};

export interface HotMeeting {
  readonly id: Id;
  /** Of the invitees' pages. */
  readonly tokens: readonly string[];
}

interface HotMeetingShape {
  readonly seats: number;
  readonly people: number;
  readonly clusters: number;
  /** Seats for each cluster. */
  readonly quota: number;
}

/** A meeting to which many are invited, each for one of the clusters, which have a quota. */
export async function aHotMeeting(
  { dataSource }: TestDatabase,
  { seats, people, clusters, quota }: HotMeetingShape,
): Promise<HotMeeting> {
  const { reader } = new UnitOfWork(dataSource);
  const meeting = await aMeeting(reader, {
    ...farAway,
    capacity: seats,
    seating: { ...ordinarySeating, quota: { per: 'cluster', seats: quota } },
  });
  const person = await aPerson(reader);
  const pattern = await anInvitation(reader, testKeys, { meetingId: meeting.id, personId: person.id });
  const made = Array.from({ length: people }, () => {
    const id = newId();
    return { id, personId: newId(), ...testKeys.derive({ purpose: 'invitation', rowId: id, generation: 1 }) };
  });
  const ids = made.map(({ id }) => id);
  const personIds = made.map(({ personId }) => personId);
  const clusterIds = Array.from({ length: clusters }, () => newId());
  await copyRow(dataSource, 'institution', meeting.institutionId, {
    id: clusterIds,
    slug: clusterIds.map((id) => `cluster-${id}`),
    kind: clusterIds.map(() => 'cluster'),
  });
  await copyRow(dataSource, 'person', person.id, { id: personIds });
  await dataSource.query(
    `INSERT INTO person_address (id, person_id, address, address_folded, preferred, state)
     SELECT gen_random_uuid(), id, id || '@viele.example', id || '@viele.example', true, 'ok'
       FROM unnest($1::uuid[]) AS id`,
    [personIds],
  );
  const hashes = made.map(({ hash }) => hash);
  await copyRow(dataSource, 'invitation', pattern.id, { id: ids, person_id: personIds, token_hash: hashes });
  await dataSource.query(
    `INSERT INTO invitation_reason (id, invitation_id, kind, reason_key, institution_id, given_at)
     SELECT gen_random_uuid(), id, 'membership', 'membership:' || cluster, cluster, now()
       FROM unnest($1::uuid[], $2::uuid[]) AS asked (id, cluster)`,
    // Every seventh comes for the same one, whose quota is full at once.
    [ids, ids.map((_, index) => clusterIds[index % 7 === 0 ? 0 : index % clusters])],
  );
  await dataSource.query('DELETE FROM invitation WHERE id = $1', [pattern.id]);
  await dataSource.query('ANALYZE');
  return { id: meeting.id, tokens: made.map(({ token }) => token) };
}

/** Copies of a row, which differ in these columns. */
async function copyRow(
  dataSource: TestDatabase['dataSource'],
  table: string,
  id: Id,
  columns: Readonly<Record<string, readonly unknown[]>>,
): Promise<void> {
  const names = Object.keys(columns);
  const types: { name: string; type: string }[] = await dataSource.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  const typeOf = (name: string) => types.find((one) => one.name === name)?.type ?? 'text';
  const others = types.map(({ name }) => name).filter((name) => !names.includes(name));
  const arrays = names.map((name, index) => `$${index + 2}::${typeOf(name)}[]`).join(', ');
  await dataSource.query(
    `INSERT INTO ${table} (${[...names, ...others].join(', ')})
     SELECT ${[...names.map((name) => `copy.${name}`), ...others.map((name) => `one.${name}`)].join(', ')}
       FROM ${table} AS one, unnest(${arrays}) AS copy (${names.join(', ')}) WHERE one.id = $1`,
    [id, ...Object.values(columns)],
  );
}
