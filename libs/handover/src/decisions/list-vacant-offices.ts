import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import { findPeople } from '#directory';
import type { PersonName } from '#directory';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { getMeeting } from '#meetings';

type Named = { readonly id: Id; readonly name: LocalizedText };

/** An office that was asked to a meeting and has nobody there any more. */
export interface VacantOffice {
  readonly office: Named;
  readonly institution: Named;
  readonly predecessor: (PersonName & { readonly id: Id }) | null;
  readonly since: Temporal.Instant;
}

interface Row {
  readonly officeId: Id;
  readonly officeName: LocalizedText;
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly personId: Id;
  readonly since: Temporal.Instant;
}

/**
 * Offices whose holder left and whose seat nobody took: the last who left each of them, by institution. Three queries.
 * Throws `meeting.not-found`.
 */
export async function listVacantOffices(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
): Promise<readonly VacantOffice[]> {
  await getMeeting(reader, scope, meetingId);
  const rows: Row[] = await reader.manager.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (office.id) office.id AS "officeId", office.name AS "officeName",
              institution.id AS "institutionId", institution.name AS "institutionName",
              institution.sort_name, invitation.person_id AS "personId", reason.ended_at AS since
         FROM invitation
         JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id AND reason.end_cause = 'office-left'
         JOIN office ON office.id = reason.office_id
         JOIN institution ON institution.id = office.institution_id
        WHERE invitation.meeting_id = $1
          AND NOT EXISTS (SELECT FROM invitation_reason AS present
                            JOIN invitation AS theirs ON theirs.id = present.invitation_id
                           WHERE theirs.meeting_id = $1 AND present.office_id = office.id
                             AND present.ended_at IS NULL AND present.as_deputy_for_id IS NULL)
        ORDER BY office.id, reason.ended_at DESC) AS vacant
      ORDER BY sort_name, "officeId"`,
    [meetingId],
  );
  const people = await findPeople(
    reader,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({
    office: { id: row.officeId, name: row.officeName },
    institution: { id: row.institutionId, name: row.institutionName },
    predecessor: people.get(row.personId) ?? null,
    since: row.since,
  }));
}
