import type { AuthorizedScope } from '#access';
import type { AttendanceState, Contingent } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { getMeeting, Meeting } from '#meetings';
import { JOIN_REPRESENTED_CLUSTER } from '../reading/represented.sql.js';
import { ATTENDEES } from './attendee.sql.js';
import { DoorLink } from './door-link.entity.js';

interface Named {
  readonly id: Id;
  readonly name: LocalizedText;
}

/** A head that is expected at a meeting, or was there. */
export interface Attendee {
  /** What it is marked by: `<registration>.<guest>` for a seat, the walk-in's own id otherwise. */
  readonly key: string;
  readonly registrationId: Id | null;
  /** 0: the person; from 1 on, who comes along. */
  readonly guest: number;
  /** Null for who comes along, and for a walk-in whom nobody knows. */
  readonly personId: Id | null;
  readonly walkIn: boolean;
  /** Title, given and family name; null for somebody who comes along unnamed. */
  readonly name: string | null;
  /** Name of the person who brings this one along; null for anybody else. */
  readonly broughtBy: string | null;
  /** The kind of seat; null for walk-ins, and where seats are alike. */
  readonly contingent: Contingent | null;
  /** As a walk-in said it, or as it was typed on the public page. */
  readonly organisation: string | null;
  /** For whom a person is asked. */
  readonly institutions: readonly Named[];
  /** The clusters among them, a committee's cluster too. */
  readonly clusters: readonly Named[];
  /** Null: not marked. */
  readonly state: AttendanceState | null;
  readonly checkedInAt: Temporal.Instant | null;
  /** Name of the door link that marked it; null if a host did, or nobody. */
  readonly markedAtDoor: string | null;
}

/** Whether nobody needs to look for them at the door. */
export function takesPartOnline({ contingent }: Pick<Attendee, 'contingent'>): boolean {
  return contingent?.online === true;
}

interface Row {
  readonly id: Id;
  readonly guest: number;
  readonly registrationId: Id | null;
  readonly invitationId: Id | null;
  readonly personId: Id | null;
  readonly walkIn: boolean;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly contingent: Contingent | null;
  readonly broughtBy: Id | null;
  readonly familyName: string;
  readonly givenName: string;
  readonly attendanceId: Id | null;
  readonly state: AttendanceState | null;
  readonly checkedInAt: Temporal.Instant | null;
  readonly doorLinkId: Id | null;
}

const byName: Keyset<Row> = {
  list: 'attendance',
  parts: [
    { path: 'attendee.family_name', kind: 'text', of: ({ familyName }) => familyName },
    { path: 'attendee.given_name', kind: 'text', of: ({ givenName }) => givenName },
    { path: 'attendee.guest', kind: 'integer', of: ({ guest }) => guest },
    idPart('attendee.seat_id'),
  ],
};

/**
 * Everybody with a seat, who comes along with them, and walk-ins, by family name; a fixed number of queries. Asks no
 * rights: for papers, mails and the door.
 */
export async function listAttendance(reader: Reader, meetingId: Id): Promise<readonly Attendee[]> {
  const rows = await order(select(reader, meetingId)).getRawMany<Row>();
  return view(reader, rows);
}

/** The same, a page at a time. Throws `meeting.not-found` for a meeting the scope does not reach. */
export async function pageAttendance(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
  request: PageRequest & { readonly state?: AttendanceState | 'open' },
): Promise<Page<Attendee>> {
  await getMeeting(reader, scope, meetingId);
  const query = select(reader, meetingId);
  if (request.state === 'open') query.andWhere('attendee.state IS NULL');
  else if (request.state !== undefined) query.andWhere('attendee.state = :state', { state: request.state });
  const page = toPage(await selectPage(query, byName, request).getRawMany<Row>(), byName, request);
  return { items: await view(reader, page.items), next: page.next };
}

function select(reader: Reader, meetingId: Id) {
  return reader.manager
    .createQueryBuilder()
    .from<Meeting>(ATTENDEES, 'attendee')
    .select('attendee.seat_id', 'id')
    .addSelect('attendee.guest', 'guest')
    .addSelect('attendee.registration_id', 'registrationId')
    .addSelect('attendee.invitation_id', 'invitationId')
    .addSelect('attendee.person_id', 'personId')
    .addSelect('attendee.walk_in', 'walkIn')
    .addSelect('attendee.name', 'name')
    .addSelect('attendee.organisation', 'organisation')
    .addSelect('attendee.contingent', 'contingent')
    .addSelect('attendee.brought_by', 'broughtBy')
    .addSelect('attendee.family_name', 'familyName')
    .addSelect('attendee.given_name', 'givenName')
    .addSelect('attendee.attendance_id', 'attendanceId')
    .addSelect('attendee.state', 'state')
    .addSelect('attendee.checked_in_at', 'checkedInAt')
    .addSelect('attendee.door_link_id', 'doorLinkId')
    .where('true')
    .setParameters({ meetingId });
}

function order(query: ReturnType<typeof select>): ReturnType<typeof select> {
  for (const { path } of byName.parts) query.addOrderBy(path, 'ASC');
  return query;
}

async function view(reader: Reader, rows: readonly Row[]): Promise<readonly Attendee[]> {
  if (rows.length === 0) return [];
  const people = await findPeople(
    reader,
    rows.flatMap(({ personId, broughtBy }) => [personId ?? [], broughtBy ?? []].flat()),
  );
  const asked = await findAsked(
    reader,
    rows.flatMap(({ invitationId }) => invitationId ?? []),
  );
  const doors = await findDoors(
    reader,
    rows.flatMap(({ doorLinkId }) => doorLinkId ?? []),
  );
  return rows.map((row) => ({
    key: row.registrationId === null ? row.id : `${row.registrationId}.${row.guest}`,
    registrationId: row.registrationId,
    guest: row.guest,
    personId: row.personId,
    walkIn: row.walkIn,
    ...namesOf(row, people),
    contingent: row.contingent,
    organisation: row.organisation,
    ...((row.guest === 0 ? asked.get(row.invitationId ?? '') : undefined) ?? NOTHING),
    state: row.state,
    checkedInAt: row.checkedInAt,
    markedAtDoor: doors.get(row.doorLinkId ?? '') ?? null,
  }));
}

const NOTHING: Asked = { institutions: [], clusters: [] };

/** A directory's name where there is one; companions say who brings them. */
function namesOf(
  { name, personId, broughtBy, guest }: Row,
  people: ReadonlyMap<Id, PersonContact>,
): Pick<Attendee, 'name' | 'broughtBy'> {
  const given = name === '' ? null : name;
  return {
    name: given ?? nameOf(people.get(personId ?? '')),
    broughtBy: guest === 0 ? null : nameOf(people.get(broughtBy ?? '')),
  };
}

function nameOf(person: PersonContact | undefined): string | null {
  return person === undefined ? null : displayName(person);
}

interface Asked {
  readonly institutions: readonly Named[];
  readonly clusters: readonly Named[];
}

async function findAsked(reader: Reader, invitationIds: readonly Id[]): Promise<ReadonlyMap<Id, Asked>> {
  const rows: (Named & { invitationId: Id; isCluster: boolean })[] = await reader.manager.query(
    `SELECT DISTINCT reason.invitation_id AS "invitationId", asked.id, asked.name, asked.sort_name, false AS "isCluster"
       FROM invitation_reason AS reason JOIN institution AS asked ON asked.id = reason.institution_id
      WHERE reason.ended_at IS NULL AND reason.invitation_id = ANY($1)
      UNION ALL
     SELECT DISTINCT reason.invitation_id, cluster.id, cluster.name, cluster.sort_name, true
       FROM invitation_reason AS reason ${JOIN_REPRESENTED_CLUSTER}
      WHERE reason.ended_at IS NULL AND reason.invitation_id = ANY($1)
      ORDER BY 4, 2`,
    [invitationIds],
  );
  return new Map(
    [...Map.groupBy(rows, ({ invitationId }) => invitationId)].map(([id, own]) => [
      id,
      {
        institutions: own.filter(({ isCluster }) => !isCluster).map(named),
        clusters: own.filter(({ isCluster }) => isCluster).map(named),
      },
    ]),
  );
}

function named({ id, name }: Named): Named {
  return { id, name };
}

async function findDoors(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const links = await reader.manager
    .createQueryBuilder(DoorLink, 'link')
    .where('link.id = ANY(:ids)', { ids: [...new Set(ids)] })
    .getMany();
  return new Map(links.map(({ id, name }) => [id, name]));
}
