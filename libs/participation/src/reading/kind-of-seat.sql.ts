/**
 * SQL: the kind of seat (JSON) of `registration` at `meeting`; who has named none has one of the first. NULL without a
 * registration, and where seats are alike.
 */
export const KIND_OF_SEAT = `(
  SELECT each.kind
    FROM jsonb_array_elements(meeting.seating -> 'contingents') WITH ORDINALITY AS each (kind, place)
   WHERE registration.id IS NOT NULL
   ORDER BY each.kind ->> 'id' = CAST(registration.contingent_id AS text) DESC NULLS LAST, each.place
   LIMIT 1)`;
