import type { Reader } from '#database';
import type { Id } from '#kernel';
import { manyInvitations, manyOffices } from './many-rows.js';

/* As in many-rows.ts: what becomes of offices that are handed over, and the log. */

const at = `timestamptz '2026-02-02T08:00Z'`;

/** Handovers to come of as many offices, each of which was handed over before as well. Returns an institution's id. */
export async function manyHandovers(reader: Reader, count: number): Promise<Id> {
  const institutionId = await manyOffices(reader, count);
  const { manager } = reader;
  await manager.query(`UPDATE mandate SET valid_until = date '2026-03-31'`);
  await manager.query(
    `INSERT INTO mandate (id, office_id, seat, person_id, valid_from)
     SELECT gen_random_uuid(), office_id, seat, coalesce(lead(person_id) OVER (ORDER BY id), person_id), date '2026-04-01'
       FROM mandate`,
  );
  await manager.query(
    `INSERT INTO handover (id, office_id, ended_mandate_id, begun_mandate_id, last_day, first_day, started_at)
     SELECT gen_random_uuid(), ended.office_id, ended.id, begun.id, day - 1, day, ${at}
       FROM mandate AS ended
       JOIN mandate AS begun ON begun.office_id = ended.office_id AND begun.valid_from > ended.valid_until,
            unnest(ARRAY[date '2026-04-01', date '2025-04-01']) AS day`,
  );
  return institutionId;
}

/** Decisions about as many guests of a meeting, a few of them open. Returns the meeting's id. */
export async function manyDecisions(reader: Reader, count: number): Promise<Id> {
  await manyOffices(reader, 1);
  const meetingId = await manyInvitations(reader, count);
  await reader.manager.query(
    `INSERT INTO handover_decision (id, meeting_id, invitation_id, office_id, mandate_id, successor_id, state, opened_at,
                                    decided_at)
     SELECT gen_random_uuid(), meeting_id, guest.id, mandate.office_id, mandate.id, mandate.person_id,
            CASE WHEN n % 4000 = 7 THEN 'open' ELSE 'keep' END, ${at} + n * interval '1 second',
            CASE WHEN n % 4000 = 7 THEN NULL ELSE ${at} + interval '1 day' END
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM invitation) AS guest,
            (SELECT * FROM mandate LIMIT 1) AS mandate`,
  );
  return meetingId;
}

/** Entries about as many people by whoever signs in, and none that the set-up wrote. Returns who and about whom. */
export async function manyEntries(
  reader: Reader,
  count: number,
): Promise<{ readonly institutionId: Id; readonly personId: Id; readonly actorId: Id }> {
  const institutionId = await manyOffices(reader, count);
  await reader.manager.query('DELETE FROM audit_entry');
  await reader.manager.query(
    `INSERT INTO audit_entry (id, at, actor_person_id, channel, action, subject_kind, subject_id, institution_ids)
     SELECT gen_random_uuid(), ${at} + n * interval '5 minutes', login.person_id, 'web', 'person.change', 'person', who.id,
            ARRAY[who.institution_id]
       FROM login, (SELECT mandate.person_id AS id, office.institution_id, row_number() OVER (ORDER BY mandate.id) AS n
                      FROM mandate JOIN office ON office.id = mandate.office_id) AS who`,
  );
  const [found]: { personId: Id; actorId: Id }[] = await reader.manager.query(
    `SELECT person.id AS "personId", login.person_id AS "actorId" FROM person, login
      WHERE family_name = 'Muster 000001'`,
  );
  if (found === undefined) throw new Error('nobody has signed in');
  return { institutionId, ...found };
}
