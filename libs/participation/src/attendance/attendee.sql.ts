import { KIND_OF_SEAT } from '../reading/kind-of-seat.sql.js';

/**
 * SQL: a row for every head that is expected at the meeting `:meetingId` or was there: seats, companions, walk-ins, and
 * whoever was marked present and has no seat any more. Whoever comes along stands with the person who brings them.
 * Whoever registered on the public page has the organisation that they typed.
 */
export const ATTENDEES = `(
  SELECT registration.id AS seat_id, guest.no AS guest, registration.id AS registration_id,
         registration.invitation_id, CASE WHEN guest.no = 0 THEN registration.person_id END AS person_id,
         false AS walk_in, registration.companions[guest.no] AS name,
         CASE WHEN guest.no = 0 THEN typed.organisation END AS organisation,
         registration.person_id AS brought_by, ${KIND_OF_SEAT} AS contingent, person.family_name, person.given_name,
         attendance.id AS attendance_id, attendance.state, attendance.checked_in_at, attendance.door_link_id
    FROM registration
    JOIN meeting ON meeting.id = registration.meeting_id
    JOIN person ON person.id = registration.person_id
   CROSS JOIN LATERAL generate_series(0, registration.seats - 1) AS guest (no)
    LEFT JOIN attendance ON attendance.registration_id = registration.id AND attendance.guest = guest.no
    LEFT JOIN LATERAL (
           SELECT organisation FROM open_registration
            WHERE open_registration.invitation_id = registration.invitation_id
            ORDER BY confirmed_at DESC LIMIT 1) AS typed ON true
   WHERE registration.meeting_id = :meetingId AND registration.state = 'confirmed'
  UNION ALL
  SELECT coalesce(attendance.registration_id, attendance.id), attendance.guest, attendance.registration_id,
         registration.invitation_id, attendance.person_id, attendance.walk_in, attendance.name, attendance.organisation,
         NULL, ${KIND_OF_SEAT}, coalesce(person.family_name, attendance.name, '') COLLATE "de-x-icu",
         coalesce(person.given_name, '') COLLATE "de-x-icu",
         attendance.id, attendance.state, attendance.checked_in_at, attendance.door_link_id
    FROM attendance
    JOIN meeting ON meeting.id = attendance.meeting_id
    LEFT JOIN person ON person.id = attendance.person_id
    LEFT JOIN registration ON registration.id = attendance.registration_id
   WHERE attendance.meeting_id = :meetingId
     AND CASE WHEN attendance.walk_in THEN attendance.state IS NOT NULL
              ELSE attendance.state = 'present'
               AND (registration.id IS NULL OR registration.state <> 'confirmed'
                    OR attendance.guest >= registration.seats) END)`;
