import type { Reader } from '#database';
import { findPeople } from '#directory';
import type { Id, Language, Temporal } from '#kernel';

/** Somebody who answers for a host: a person, or with `personId` null the mailbox of the office. */
export interface HostReader {
  readonly institutionId: Id;
  readonly personId: Id | null;
  readonly address: string;
  readonly language: Language;
}

/** The offices that run an institution; a committee is run by its chair. */
const RUNNING = ['cluster_manager', 'network_coordinator', 'organisation_manager'];

interface Row {
  readonly institutionId: Id;
  readonly language: Language;
  readonly mailbox: string | null;
  readonly personId: Id | null;
}

/**
 * Who answers for these institutions today: the holders of the office that runs each, and its mailbox. Nobody twice;
 * who cannot be reached is missing. Three queries.
 */
export async function findHostReaders(
  reader: Reader,
  institutionIds: readonly Id[],
  now: Temporal.Instant,
): Promise<readonly HostReader[]> {
  const rows: readonly Row[] = await reader.manager.query(
    `SELECT institution.id AS "institutionId", institution.main_language AS language, office.mailbox,
            mandate.person_id AS "personId"
       FROM office
       JOIN institution ON institution.id = office.institution_id
       LEFT JOIN mandate ON mandate.office_id = office.id
        AND mandate.valid_from <= ($2::timestamptz AT TIME ZONE institution.zone)::date
        AND (mandate.valid_until IS NULL
             OR mandate.valid_until >= ($2::timestamptz AT TIME ZONE institution.zone)::date)
      WHERE institution.id = ANY($1)
        AND (office.kind = ANY($3) OR office.kind = 'chair' AND institution.kind = 'committee')
      ORDER BY institution.id, office.id, mandate.seat`,
    [institutionIds, now, RUNNING],
  );
  const people = await findPeople(reader, [...new Set(rows.flatMap(({ personId }) => personId ?? []))]);
  const readers = rows.flatMap(({ institutionId, language, mailbox, personId }): HostReader[] => {
    const person = people.get(personId ?? '');
    const holder = person?.address
      ? [{ institutionId, personId: person.id, address: person.address, language: person.language }]
      : [];
    return mailbox === null
      ? holder
      : [...holder, { institutionId, personId: null, address: mailbox, language }];
  });
  const known = new Map(readers.map((one) => [`${one.institutionId} ${one.address.toLowerCase()}`, one]));
  // A holder whose address is the office's mailbox gets one mail, as the person.
  for (const one of readers) {
    if (one.personId !== null) known.set(`${one.institutionId} ${one.address.toLowerCase()}`, one);
  }
  return [...known.values()];
}
