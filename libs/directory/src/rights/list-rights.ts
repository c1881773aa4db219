import type { AuthorizedScope } from '#access';
import type { OfficeKind, Role } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader, SqlPart } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
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

const HELD = `(
  SELECT id, 'named' AS source, person_id, role, NULL AS kind, institution_id, meeting_id, NULL::jsonb AS office,
         valid_from, valid_until
    FROM role_grant
  UNION ALL
  SELECT mandate.id, 'mandate', mandate.person_id, NULL, office.kind, office.institution_id, NULL, office.name,
         mandate.valid_from, mandate.valid_until
    FROM mandate JOIN office ON office.id = mandate.office_id)`;

/**
 * A page of the roles that are not over, given by name or following from offices, by the people's names. What the scope
 * reaches: those in its institutions, and for the meetings in `meetings` (null: for all). One query.
 */
export async function listRights(
  reader: Reader,
  { scope, meetings }: { readonly scope: AuthorizedScope; readonly meetings: SqlPart | null },
  request: PageRequest & RightFilter & { readonly today: Temporal.PlainDate },
): Promise<Page<RightView>> {
  const query = selectRights(reader, request.today);
  if (!scope.everywhere) {
    const inMeetings = meetings === null ? 'false' : `held.meeting_id IN (${meetings.sql})`;
    query.andWhere(`(held.institution_id = ANY(:within) OR ${inMeetings})`, {
      ...meetings?.parameters,
      within: scope.institutionIds,
    });
  }
  narrow(query, request);
  const rows = await selectPage(query, byName, request).getRawMany<Row>();
  const page = toPage(rows, byName, request);
  return { items: page.items.map(toView), next: page.next };
}

/** The roles of one person that are not over, the earliest first. One query. */
export async function listRightsOf(
  reader: Reader,
  personId: Id,
  today: Temporal.PlainDate,
): Promise<readonly RightView[]> {
  const query = selectRights(reader, today);
  narrow(query, { personId });
  const rows = await query.orderBy('held.valid_from').addOrderBy('held.id').getRawMany<Row>();
  return rows.map(toView);
}

function selectRights(reader: Reader, today: Temporal.PlainDate) {
  const query = reader.manager
    .createQueryBuilder(Person, 'person')
    .innerJoin(HELD, 'held', 'held.person_id = person.id')
    .leftJoin('institution', 'institution', 'institution.id = held.institution_id')
    .select('person.id', 'personId')
    .addSelect('person.academicTitle', 'academicTitle')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('institution.name', 'institutionName')
    .where('(held.valid_until IS NULL OR held.valid_until >= :today)', { today });
  for (const [column, name] of heldColumns) query.addSelect(`held.${column}`, name);
  return query;
}

const heldColumns = [
  ['id', 'id'],
  ['source', 'source'],
  ['role', 'role'],
  ['kind', 'kind'],
  ['institution_id', 'institutionId'],
  ['meeting_id', 'meetingId'],
  ['office', 'office'],
  ['valid_from', 'validFrom'],
  ['valid_until', 'validUntil'],
] as const;

function narrow(
  query: { andWhere(sql: string, parameters: object): unknown },
  { id, institutionId, meetingId, personId, role }: RightFilter,
): void {
  if (id !== undefined) query.andWhere('held.id = :id', { id });
  if (institutionId !== undefined) query.andWhere('held.institution_id = :institutionId', { institutionId });
  if (meetingId !== undefined) query.andWhere('held.meeting_id = :meetingId', { meetingId });
  if (personId !== undefined) query.andWhere('held.person_id = :personId', { personId });
  if (role === undefined) return;
  const kinds = Object.entries(roleOfOffice).flatMap(([kind, gives]) => (gives === role ? [kind] : []));
  query.andWhere('(held.role = :role OR held.kind = ANY(:kinds))', { role, kinds });
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
