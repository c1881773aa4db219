import type { AuthorizedScope } from '#access';
import type { OfficeKind, Role } from '#contracts';
import { idPart, mapPage, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader, SqlPart } from '#database';
import { Temporal } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { Person } from '../person/person.entity.js';
import type { PersonName } from '../person/person-name.js';
import { roleOfOffice } from './role-of-office.js';

/** A role somebody has today or later, and why. */
export interface RightView {
  /** Of the right given by name, or of the mandate. */
  readonly id: Id;
  readonly source: 'named' | 'mandate';
  readonly person: PersonName & { readonly id: Id };
  readonly role: Role;
  readonly institution: { readonly id: Id; readonly name: LocalizedText } | null;
  readonly meetingId: Id | null;
  readonly office: LocalizedText | null;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

export interface RightFilter {
  readonly id?: Id | undefined;
  readonly institutionId?: Id | undefined;
  readonly meetingId?: Id | undefined;
  readonly personId?: Id | undefined;
  readonly role?: Role | undefined;
}

interface Row extends PersonName {
  readonly id: Id;
  readonly source: RightView['source'];
  readonly personId: Id;
  readonly role: Role | null;
  readonly kind: OfficeKind | null;
  readonly institutionId: Id | null;
  readonly institutionName: LocalizedText | null;
  readonly meetingId: Id | null;
  readonly office: LocalizedText | null;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

const byName: Keyset<Row> = {
  list: 'rights',
  parts: [
    { path: 'person.familyName', kind: 'text', of: (row) => row.familyName },
    { path: 'person.givenName', kind: 'text', of: (row) => row.givenName },
    idPart('held.id'),
  ],
};

const COLUMNS = `id, source, role, kind, office, "personId", "academicTitle", "givenName", "familyName", "institutionId",
  "institutionName", "meetingId", "validFrom", "validUntil"`;

/** What a right is made of, in SQL: one that was given by name (`held`), or one that follows from a mandate (`held`). */
interface Source {
  readonly source: RightView['source'];
  readonly table: string;
  readonly role: string;
  readonly kind: string;
  readonly institutionId: string;
  readonly meetingId: string;
  readonly office: string;
}

const named: Source = {
  source: 'named',
  table: 'role_grant',
  role: 'held.role',
  kind: 'NULL::text',
  institutionId: 'held.institution_id',
  meetingId: 'held.meeting_id',
  office: 'NULL::jsonb',
};
const mandates: Source = {
  source: 'mandate',
  table: 'mandate',
  role: 'NULL::text',
  kind: 'office.kind',
  institutionId: 'office.institution_id',
  meetingId: 'NULL::uuid',
  office: 'office.name',
};

interface Reached {
  readonly scope: AuthorizedScope;
  /** Of the meetings in here; null: of all. */
  readonly meetings: SqlPart | null;
}
type Asked = PageRequest & RightFilter & { readonly today: Temporal.PlainDate };

/**
 * A page of the roles that are not over, given by name or following from offices, by the people's names. What the scope
 * reaches: those in its institutions, and for the meetings in `meetings` (null: for all). One query, which takes a page
 * of either kind by the index of names; the union of all that are held has no index.
 */
export async function listRights(reader: Reader, reached: Reached, request: Asked): Promise<Page<RightView>> {
  const pages = [named, mandates].map((source) => selectRights(reader, source, reached, request));
  // TypeORM gives columns an order of its own.
  const union = pages
    .map((page) => `SELECT ${COLUMNS} FROM (${page.getQuery()}) AS page`)
    .join(' UNION ALL ');
  const [sql, parameters] = reader.manager
    .createQueryBuilder()
    .select('*')
    .from(`(${union})`, 'held')
    .setParameters(Object.assign({}, ...pages.map((page) => page.getParameters())))
    .getQueryAndParameters();
  const rows: Row[] = await reader.manager.query(
    `${sql} ORDER BY "familyName", "givenName", id LIMIT ${request.limit + 1}`,
    parameters,
  );
  return mapPage(toPage(rows, byName, request), toView);
}

/** The roles of one person that are not over, the earliest first. Two queries. */
export async function listRightsOf(
  reader: Reader,
  personId: Id,
  today: Temporal.PlainDate,
): Promise<readonly RightView[]> {
  const rows: Row[] = [];
  for (const source of [named, mandates]) {
    const query = selectHeld(reader, source, today);
    narrow(query, source, { personId });
    rows.push(...(await query.getRawMany<Row>()));
  }
  return rows
    .toSorted((one, other) => Temporal.PlainDate.compare(one.validFrom, other.validFrom))
    .map(toView);
}

function selectRights(reader: Reader, from: Source, { scope, meetings }: Reached, request: Asked) {
  const { source, institutionId, meetingId } = from;
  const query = selectHeld(reader, from, request.today);
  if (!scope.everywhere) {
    const inMeetings = meetings === null ? 'false' : `${meetingId} IN (${meetings.sql})`;
    const reached = source === 'named' ? ` OR ${inMeetings}` : '';
    query.andWhere(`(${institutionId} = ANY(:within)${reached})`, {
      ...(reached !== '' && meetings?.parameters),
      within: scope.institutionIds,
    });
  }
  narrow(query, from, request);
  return selectPage(query, byName, request);
}

function selectHeld(reader: Reader, from: Source, today: Temporal.PlainDate) {
  const { source, table, role, kind, institutionId, meetingId, office } = from;
  const query = reader.manager.createQueryBuilder(Person, 'person');
  query.innerJoin(table, 'held', 'held.person_id = person.id');
  if (source === 'mandate') query.innerJoin('office', 'office', 'office.id = held.office_id');
  query
    .leftJoin('institution', 'institution', `institution.id = ${institutionId}`)
    .select('person.id', 'personId')
    .addSelect('person.academicTitle', 'academicTitle')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('institution.name', 'institutionName')
    .addSelect('held.id', 'id')
    .addSelect(`'${source}'`, 'source')
    .addSelect('held.valid_from', 'validFrom')
    .addSelect('held.valid_until', 'validUntil')
    .where('(held.valid_until IS NULL OR held.valid_until >= :today)', { today });
  for (const [name, sql] of Object.entries({ role, kind, institutionId, meetingId, office })) {
    query.addSelect(sql, name);
  }
  return query;
}

function narrow(
  query: { andWhere(sql: string, parameters: object): unknown },
  source: Source,
  { id, institutionId, meetingId, personId, role }: RightFilter,
): void {
  if (id !== undefined) query.andWhere('held.id = :id', { id });
  if (institutionId !== undefined)
    query.andWhere(`${source.institutionId} = :institutionId`, { institutionId });
  if (meetingId !== undefined) query.andWhere(`${source.meetingId} = :meetingId`, { meetingId });
  if (personId !== undefined) query.andWhere('held.person_id = :personId', { personId });
  if (role === undefined) return;
  const kinds = Object.entries(roleOfOffice).flatMap(([kind, gives]) => (gives === role ? [kind] : []));
  if (source.source === 'named') query.andWhere('held.role = :role', { role });
  else query.andWhere(kinds.length === 0 ? 'false' : 'office.kind = ANY(:kinds)', { kinds });
}

function toView(row: Row): RightView {
  const { id, source, personId, kind, institutionId, institutionName, meetingId, office, ...rest } = row;
  const { academicTitle, givenName, familyName, validFrom, validUntil } = rest;
  return {
    id,
    source,
    person: { id: personId, academicTitle, givenName, familyName },
    role: row.role ?? (kind === null ? 'member' : roleOfOffice[kind]),
    institution: institutionId === null ? null : { id: institutionId, name: institutionName ?? {} },
    meetingId,
    office,
    validFrom,
    validUntil,
  };
}
