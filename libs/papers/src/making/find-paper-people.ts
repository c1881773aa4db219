import type { PaperCircle } from '#contracts';
import type { Reader } from '#database';
import { displayName } from '#directory';
import { translator } from '#i18n';
import { pickText } from '#kernel';
import type { Id, Language, LocalizedText } from '#kernel';
import { JOIN_REPRESENTED_CLUSTER, KIND_OF_SEAT } from '#participation';
import type { PaperPerson } from '../kinds/paper-words.js';

/** Somebody who may stand on a paper. */
export interface ListedPerson extends PaperPerson {
  /** Null where only the name is known. */
  readonly personId: Id | null;
  /** Null for companions, who come in with the person that brings them. */
  readonly registrationId: Id | null;
  /** Takes part online, and signs no sheet. */
  readonly isOnline: boolean;
}

interface Row {
  readonly personId: Id;
  readonly isOnline: boolean;
  readonly registrationId: Id | null;
  readonly academicTitle: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly companions: readonly string[] | null;
  readonly organisation: LocalizedText | null;
  readonly organisationId: Id | null;
  readonly clusters: readonly { readonly id: Id; readonly name: LocalizedText }[] | null;
}

const circles: Readonly<Record<PaperCircle | 'anybody', string>> = {
  anybody: 'true',
  confirmed: `registration.state = 'confirmed'`,
  expected: `registration.state IN ('confirmed', 'offered', 'waitlisted', 'awaiting_approval', 'tentative')`,
  invited: `coalesce(comer.invitation_id, registration.id) IS NOT NULL
            AND coalesce(registration.state, '') NOT IN ('declined', 'cancelled')`,
};

export interface PeopleWish {
  readonly meetingId: Id;
  readonly circle: PaperCircle | 'anybody';
  /** Of the circle only these; null: all of it. */
  readonly personIds: readonly Id[] | null;
  readonly language: Language;
}

/**
 * A meeting's people by name, as German lists have it, each with organisation and clusters; in a circle companions stand
 * behind who brings them. One query. The organisation is the member for whom they were asked, else where they are at home, else
 * one in which they held an office that day. Whom a participant has named is kept at the host’s, and not at home there.
 */
export async function findPaperPeople(
  reader: Reader,
  { meetingId, circle, personIds, language }: PeopleWish,
): Promise<readonly ListedPerson[]> {
  const rows: readonly Row[] = await reader.manager.query(
    `${SELECT_PEOPLE}
      WHERE (${circles[circle]}) AND ($2::uuid[] IS NULL OR person.id = ANY($2))
      ORDER BY person.family_name, person.given_name, person.id`,
    [meetingId, personIds],
  );
  return rows.flatMap((row) => {
    const person = toListed(row, language);
    const companions = circle === 'anybody' ? [] : (row.companions ?? []);
    return [person, ...companions.map((name) => companionOf(person, name, language))];
  });
}

function toListed(row: Row, language: Language): ListedPerson {
  const { personId, registrationId, isOnline, academicTitle, givenName, familyName, organisation } = row;
  const represented = row.clusters ?? [];
  // Whoever is at home in the cluster that they stand for is not listed for it twice.
  const isCluster = represented.some(({ id }) => id === row.organisationId);
  return {
    personId,
    registrationId,
    isOnline,
    academicTitle,
    givenName,
    familyName,
    organisation: organisation === null || isCluster ? null : pickText(organisation, language).text,
    clusters: represented.map(({ name }) => pickText(name, language).text),
  };
}

function companionOf(person: ListedPerson, name: string, language: Language): ListedPerson {
  const t = translator(language);
  return {
    personId: null,
    registrationId: null,
    isOnline: person.isOnline,
    academicTitle: null,
    givenName: '',
    familyName: name === '' ? t('papers.companion') : name,
    organisation: t('papers.companion-of', { name: displayName(person) }),
    clusters: [],
  };
}

/** Whoever is asked, and whoever registered or came without being asked. */
const SELECT_PEOPLE = `
  SELECT person.id AS "personId", registration.id AS "registrationId",
         person.academic_title AS "academicTitle", person.given_name AS "givenName",
         person.family_name AS "familyName", registration.companions, organisation.name AS organisation,
         organisation.id AS "organisationId", represented.clusters,
         coalesce((${KIND_OF_SEAT} ->> 'online')::boolean, false) AS "isOnline"
    FROM (SELECT id AS invitation_id, meeting_id, person_id FROM invitation
           WHERE meeting_id = $1 AND state = 'active'
          UNION ALL
          SELECT NULL, $1::uuid, other.person_id
            FROM (SELECT person_id FROM registration WHERE meeting_id = $1
                  UNION
                  SELECT person_id FROM attendance WHERE meeting_id = $1 AND person_id IS NOT NULL) AS other
           WHERE NOT EXISTS (SELECT FROM invitation AS own
                              WHERE own.meeting_id = $1 AND own.person_id = other.person_id
                                AND own.state = 'active')) AS comer
    JOIN meeting ON meeting.id = comer.meeting_id
    JOIN person ON person.id = comer.person_id
    LEFT JOIN registration ON registration.meeting_id = comer.meeting_id AND registration.person_id = comer.person_id
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', each.id, 'name', each.name) ORDER BY each.sort_name, each.id) AS clusters
        FROM (SELECT DISTINCT cluster.id, cluster.name, cluster.sort_name
                FROM invitation_reason AS reason ${JOIN_REPRESENTED_CLUSTER}
               WHERE reason.invitation_id = comer.invitation_id AND reason.ended_at IS NULL) AS each
    ) AS represented ON true
    LEFT JOIN LATERAL (
      SELECT institution.id, institution.name
        FROM (SELECT reason.institution_id AS id, 1 AS rank FROM invitation_reason AS reason
               WHERE reason.invitation_id = comer.invitation_id AND reason.ended_at IS NULL
                 AND reason.kind = 'membership'
              UNION ALL
              SELECT person.home_institution_id, 2
               WHERE person.home_institution_id <> meeting.institution_id
                  OR NOT EXISTS (SELECT FROM invitation AS named
                                  WHERE named.id = comer.invitation_id
                                    AND (named.in_place_of_id IS NOT NULL OR named.registered_by_id IS NOT NULL))
              UNION ALL
              SELECT office.institution_id, 3 FROM mandate JOIN office ON office.id = mandate.office_id
               WHERE mandate.person_id = person.id AND mandate.valid_from <= meeting.starts_local::date
                 AND (mandate.valid_until IS NULL OR mandate.valid_until >= meeting.starts_local::date)) AS place
        JOIN institution ON institution.id = place.id
       ORDER BY institution.kind <> 'organisation', place.rank, institution.sort_name, institution.id
       LIMIT 1
    ) AS organisation ON true`;
