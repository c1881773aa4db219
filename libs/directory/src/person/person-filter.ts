import type { AuthorizedScope } from '#access';
import type { OfficeKind, PeopleQuery } from '#contracts';
import type { Id, Temporal } from '#kernel';
import type { SelectQueryBuilder } from 'typeorm';
import type { Person } from './person.entity.js';

/** Which people are asked for; what is not said does not matter. */
export interface PersonFilter {
  readonly language?: PeopleQuery['language'] | undefined;
  /** How they are reached: by an address at all, by none, or with one that bounced or unsubscribed. */
  readonly address?: PeopleQuery['address'] | undefined;
  /** Carries this tag, which an institution keeps that the scope reaches. */
  readonly tagId?: Id | undefined;
  readonly place?: PlaceFilter | undefined;
}

/** By what they hold at that moment. */
interface PlaceFilter {
  readonly now: Temporal.Instant;
  /** Without a kind also who is at home there; its committees belong to it. */
  readonly institutionId?: Id | undefined;
  readonly officeKind?: OfficeKind | undefined;
}

const held = `person.id IN (
  SELECT mandate.person_id FROM mandate JOIN office ON office.id = mandate.office_id
    JOIN institution AS place ON place.id = office.institution_id
   WHERE mandate.valid_from <= (CAST(:now AS timestamptz) AT TIME ZONE place.zone)::date
     AND (mandate.valid_until IS NULL
          OR mandate.valid_until >= (CAST(:now AS timestamptz) AT TIME ZONE place.zone)::date)
     AND (CAST(:officeKind AS text) IS NULL OR office.kind = :officeKind)
     AND (CAST(:placeId AS uuid) IS NULL OR place.id = :placeId OR place.parent_id = :placeId))`;

const addressed = 'FROM person_address AS reached_at WHERE reached_at.person_id = person.id';
const byAddress = {
  any: `EXISTS (SELECT 1 ${addressed})`,
  none: `NOT EXISTS (SELECT 1 ${addressed})`,
  bounced: `EXISTS (SELECT 1 ${addressed} AND reached_at.state = 'bounced')`,
  unsubscribed: `EXISTS (SELECT 1 ${addressed} AND reached_at.state = 'unsubscribed')`,
} as const;

/** Bounds the query to the people that are asked for, among those whom the scope reaches. */
export function wherePersonIs(
  query: SelectQueryBuilder<Person>,
  scope: AuthorizedScope,
  { language, address, tagId, place }: PersonFilter,
): void {
  if (language !== undefined) query.andWhere('person.language = :language', { language });
  if (address !== undefined) query.andWhere(byAddress[address]);
  if (tagId !== undefined) {
    query.andWhere(
      `person.id IN (SELECT carried.person_id FROM person_tag AS carried JOIN tag ON tag.id = carried.tag_id
                      WHERE tag.id = :tagId AND (:everywhere OR tag.institution_id = ANY(:keepers)))`,
      { tagId, everywhere: scope.everywhere, keepers: scope.institutionIds },
    );
  }
  if (place !== undefined) filterPlace(query, place);
}

function filterPlace(
  query: SelectQueryBuilder<Person>,
  { now, institutionId, officeKind }: PlaceFilter,
): void {
  if (institutionId === undefined && officeKind === undefined) return;
  const atHome = institutionId !== undefined && officeKind === undefined;
  query.andWhere(atHome ? `(person.homeInstitutionId = :placeId OR ${held})` : held, {
    now,
    placeId: institutionId ?? null,
    officeKind: officeKind ?? null,
  });
}
