import { Injectable } from '@nestjs/common';
import { GrantSource, listNamedGrants } from '#access';
import type { Grant, NamedGrant } from '#access';
import type { OfficeKind } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { roleOfOffice } from './role-of-office.js';

type Held = Pick<Grant, 'role' | 'institutionId' | 'meetingId'>;
type Reached = Pick<Grant, 'own' | 'beneath'>;

/** Rights given by name and rights that follow from mandates, with the institutions that each reaches. */
@Injectable()
export class DirectoryGrants extends GrantSource {
  /** Three queries. A mandate counts by the day in its institution's zone. */
  async grantsOf(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Grant[]> {
    const named: readonly NamedGrant[] = await listNamedGrants(
      reader,
      personId,
      now.toZonedDateTimeISO('UTC').toPlainDate(),
    );
    const held: readonly Held[] = [...named, ...(await listMandateRoles(reader, personId, now))];
    const places = await findReached(
      reader,
      held.flatMap(({ institutionId }) => institutionId ?? []),
      now,
    );
    return held.map(({ role, institutionId, meetingId }) => {
      const { own, beneath } = places.get(institutionId ?? '') ?? { own: [], beneath: [] };
      return { role, institutionId, meetingId, own, beneath };
    });
  }
}

async function listMandateRoles(
  reader: Reader,
  personId: Id,
  now: Temporal.Instant,
): Promise<readonly Held[]> {
  const rows: { kind: OfficeKind; institutionId: Id }[] = await reader.manager.query(
    `SELECT DISTINCT office.kind, office.institution_id AS "institutionId"
       FROM mandate
       JOIN office ON office.id = mandate.office_id
       JOIN institution ON institution.id = office.institution_id
      WHERE mandate.person_id = $1
        AND mandate.valid_from <= ($2::timestamptz AT TIME ZONE institution.zone)::date
        AND (mandate.valid_until IS NULL
             OR mandate.valid_until >= ($2::timestamptz AT TIME ZONE institution.zone)::date)`,
    [personId, now],
  );
  return rows.map(({ kind, institutionId }) => ({
    role: roleOfOffice[kind],
    institutionId,
    meetingId: null,
  }));
}

async function findReached(
  reader: Reader,
  institutionIds: readonly Id[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Id, Reached>> {
  if (institutionIds.length === 0) return new Map();
  const rows: ({ readonly id: Id } & Reached)[] = await reader.manager.query(
    `SELECT held.id,
            ARRAY(SELECT held.id UNION
                  SELECT committee.id FROM institution AS committee WHERE committee.parent_id = held.id) AS own,
            ARRAY(WITH member AS (
                    SELECT member_id AS id FROM membership
                     WHERE institution_id = held.id
                       AND valid_from <= ($2::timestamptz AT TIME ZONE held.zone)::date
                       AND (valid_until IS NULL OR valid_until >= ($2::timestamptz AT TIME ZONE held.zone)::date))
                  SELECT id FROM member UNION
                  SELECT committee.id FROM institution AS committee JOIN member ON committee.parent_id = member.id
                 ) AS beneath
       FROM institution AS held WHERE held.id = ANY($1)`,
    [institutionIds, now],
  );
  return new Map(rows.map(({ id, own, beneath }) => [id, { own, beneath }]));
}
